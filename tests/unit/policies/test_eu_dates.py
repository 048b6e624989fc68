"""What every row of the EU AI Act says of its day; docs/eu-ai-act-dates.md tells how it was checked."""

from __future__ import annotations

import pytest

from aigov.control import Control
from aigov.policy.frameworks import load_frameworks

(FRAMEWORK,) = load_frameworks(["eu-ai-act"])
OMNIBUS = "(EU) 2026/1744"


@pytest.mark.parametrize("control", FRAMEWORK.controls, ids=lambda control: control.slug)
def test_each_day_has_a_source_and_a_confidence_that_fits_it(control: Control) -> None:
    assert control.effective_from
    assert control.effective_source
    if control.effective_confidence == "contested":
        assert "2026-08-02" in control.note
        assert control.effective_from in control.note
    else:
        assert control.effective_confidence == ("medium" if OMNIBUS in control.effective_source else "high")


def test_nothing_that_was_moved_binds_at_its_old_day() -> None:
    moved = [control for control in FRAMEWORK.controls if "moved it from" in (control.effective_source or "")]
    assert {control.effective_from for control in moved} == {"2027-12-02", "2028-08-02"}
    assert {control.effective_from for control in FRAMEWORK.controls if control.id.startswith("Art. 50")} == {
        "2026-08-02"
    }


def test_what_one_source_alone_says_is_marked() -> None:
    notes = {control.id: control.note for control in FRAMEWORK.controls}
    for id in ("Art. 15", "Art. 25(2)", "Art. 25(4)", "Art. 43", "Art. 50(2)", "Art. 50(7)", "Art. 56"):
        assert "one secondary source" in notes[id], id


def test_areas_of_annex_iii_are_waived_with_the_classification() -> None:
    areas = [control for control in FRAMEWORK.controls if control.id.startswith("Annex III ")]
    assert len(areas) == 25
    assert {control.waived_with for control in areas} == {"Art. 6(2)"}
