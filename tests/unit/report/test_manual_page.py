"""Pages of controls that only people decide."""

import json
from pathlib import Path

import pytest

from aigov.control import Control
from aigov.policy.frameworks import load_frameworks
from aigov.report.manual_page import _HELPS, manual_section
from aigov.resources import schemas_dir

MANUAL = [control for framework in load_frameworks() for control in framework.controls if control.kind == "manual"]
INPUT = json.loads((schemas_dir() / "policy-input.schema.json").read_text())["properties"]


@pytest.mark.parametrize("control", MANUAL, ids=lambda control: f"{control.framework}/{control.id}")
def test_every_manual_control_says_what_would_show_it(control: Control) -> None:
    text = "\n".join(manual_section(control))
    assert control.evidence in text
    assert f"Who usually has it: {control.holder}." in text
    assert f'- control: "{control.framework}/{control.id}"' in text


def test_no_two_ask_for_the_same() -> None:
    assert len({control.evidence for control in MANUAL}) == len(MANUAL) > 140


def test_what_helps_is_in_the_policy_input() -> None:
    schema = json.loads((schemas_dir() / "bundle.schema.json").read_text())
    row = schema["properties"]["controls"]["items"]["properties"]
    assert set(row["helps"]["items"]["enum"]) == set(_HELPS)
    for said in _HELPS.values():
        for path in said.partition(": ")[0].replace("`", "").split(", "):
            head, _, rest = path.removeprefix(".").partition(".")
            known = INPUT if head in INPUT else INPUT["declarations"]["properties"]
            assert head in known
            if rest:
                assert rest.partition(".")[0] in INPUT["declarations"]["properties"]


def test_where_nothing_helps_it_says_so() -> None:
    control = next(control for control in MANUAL if not control.helps)
    assert "Nothing that code or the AI-BOM could tell." in manual_section(control)


def test_pages_are_written_from_it() -> None:
    page = Path(__file__).parents[3] / "docs/controls/eu-ai-act/art_27.md"
    assert "## What would show it" in page.read_text()
