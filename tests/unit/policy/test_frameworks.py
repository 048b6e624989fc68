"""Framework files: what is shipped is sound, and a broken one is named."""

import copy
import tomllib
from pathlib import Path
from typing import Any

import pytest

from aigov.errors import EngineError, UsageError
from aigov.policy.frameworks import load_frameworks, parse_framework

BUNDLES = Path(__file__).parent / "fixtures" / "bundles"
TINY = BUNDLES / "tiny.toml"


def document() -> dict[str, Any]:
    return tomllib.loads(TINY.read_text()) | {"as_of": "2026-11-23"}


def test_rows_become_controls_in_their_order() -> None:
    (framework,) = load_frameworks(directory=BUNDLES)
    assert (framework.id, framework.package, framework.as_of) == ("tiny", "tiny", "2026-11-23")
    assert [(c.id, c.kind, c.rule, c.effective_from) for c in framework.controls] == [
        ("T 1", "automated", "own", None),
        ("T 2", "declared", "attested", "2027-01-01"),
        ("T 3", "manual", None, None),
    ]
    assert {control.framework for control in framework.controls} == {"tiny"}


def test_frameworks_come_in_the_order_asked_for_each_once() -> None:
    ids = ["nist-ai-rmf", "eu-ai-act", "nist-ai-rmf"]
    assert [framework.id for framework in load_frameworks(ids)] == ["nist-ai-rmf", "eu-ai-act"]
    assert [framework.id for framework in load_frameworks()] == ["eu-ai-act", "iso-42001", "nist-ai-rmf"]


@pytest.mark.parametrize("framework", load_frameworks(), ids=lambda framework: framework.id)
def test_shipped_frameworks_decide_enough_and_say_what_to_do(framework: Any) -> None:
    kinds = [control.kind for control in framework.controls]
    assert kinds.count("automated") >= 8
    assert kinds.count("declared") >= 4
    assert all(control.effective_source for control in framework.controls if control.effective_from)


def test_an_unknown_framework_lists_those_that_are_there() -> None:
    with pytest.raises(UsageError, match=r"did you mean eu-ai-act\? there are eu-ai-act, iso-42001, nist-ai-rmf"):
        load_frameworks(["eu-ai-akt"])
    with pytest.raises(UsageError, match=r"no framework 'zzz'.*\(there are eu-ai-act"):
        load_frameworks(["zzz"])


def broken(**changes: Any) -> dict[str, Any]:
    changed = copy.deepcopy(document())
    for path, value in changes.items():
        row: Any = changed
        *way, last = (int(part[1:]) if part[1:].isdigit() else part for part in path.split("__"))
        for part in way:
            row = row[part]
        row[last] = value
    return changed


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"id": "other"}, "has the id 'other'"),
        ({"schema": "v0"}, "schema: 'aigov.dev/bundle/v1' was expected"),
        ({"controls__n0__severity": "huge"}, "control T 1, severity: 'huge' is not one of"),
        ({"controls__n0__stranger": 1}, "control T 1: "),
        ({"controls__n2__rule": "own"}, "control T 3"),
        ({"controls__n1__id": "t 1"}, "2 controls have the id 't 1'"),
        ({"controls__n1__slug": "t_1"}, "2 controls have the slug 't_1'"),
        ({"controls__n1__effective_from": "soon"}, "control T 2, effective_from: 'soon' is not a 'date'"),
        ({"controls__n0": {"slug": "x"}}, "control number 1: "),
    ],
)
def test_a_broken_file_names_the_control(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(EngineError) as caught:
        parse_framework(broken(**changes), TINY)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_files_that_are_no_toml_and_folders_without_any_are_engine_trouble(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="holds no framework"):
        load_frameworks(directory=tmp_path)
    (tmp_path / "x.toml").write_text("= 1")
    with pytest.raises(EngineError, match="cannot be read: Invalid statement"):
        load_frameworks(directory=tmp_path)


def test_a_control_is_waived_only_with_one_that_is_there() -> None:
    with pytest.raises(EngineError, match="control T 1: waived_with names 'T 9', which is no control here"):
        parse_framework(broken(controls__i0__waived_with="T 9"), TINY)


def test_each_risk_of_the_generative_ai_profile_has_controls() -> None:
    (nist,) = load_frameworks(["nist-ai-rmf"])
    assert len(nist.risks) == 12
    decided = {id for control in nist.controls if control.rule for id in control.risks}
    listed = {id for control in nist.controls for id in control.risks}
    assert listed == {risk.id for risk in nist.risks}
    assert {risk.title for risk in nist.risks if risk.id not in decided} == {"Environmental impacts"}


def test_a_control_is_about_risks_that_are_there() -> None:
    with pytest.raises(EngineError, match="control T 1: there is no risk 'R9' here"):
        parse_framework(broken(controls__i0__risks=["R9"]), TINY)
