"""The example of a company's own policy is written as the shipped rules are, and its tests pass."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from aigov.control import Control
from aigov.policy.explained import describe
from aigov.policy.own import load_policy_folder
from aigov.policy.rego_tests import folder_sources, run_tests

HOUSE = Path(__file__).parents[3] / "examples" / "house-rules"
(FRAMEWORK,) = load_policy_folder(HOUSE)
OWN = [control for control in FRAMEWORK.controls if control.rule == "own"]


@pytest.mark.parametrize("control", OWN, ids=lambda control: control.id)
def test_rule_test_and_row_carry_one_id(control: Control) -> None:
    text = (HOUSE / f"{control.slug}.rego").read_text()
    block = text.partition("\npackage ")[0]
    assert dict(re.findall(r"^#\s+(title|control): (.+)$", block, re.MULTILINE)) == {
        "title": control.title,
        "control": control.id,
    }
    assert f"\npackage aigov.house_rules.rules.{control.slug}\n" in text
    assert "A pass proves" in describe(text)
    test = (HOUSE / f"{control.slug}_test.rego").read_text()
    assert test.startswith(f"package aigov_test.house_rules.{control.slug}\n")
    for name in ("pass", "not_applicable_without_ai", "undetermined_on_empty_input", "undetermined_without_each_fact"):
        assert f"\ntest_{name} if" in test


def test_no_rule_without_a_row() -> None:
    written = {path.stem for path in HOUSE.glob("*.rego") if not path.stem.endswith("_test")}
    assert written == {control.slug for control in OWN}


def test_its_tests_pass_and_run_every_line() -> None:
    run = run_tests(folder_sources(HOUSE), [FRAMEWORK], coverage=True)
    assert run.passed
    assert run.percent == 100


@pytest.mark.parametrize("control", OWN, ids=lambda control: control.id)
def test_every_parameter_is_read_by_its_rule(control: Control) -> None:
    text = (HOUSE / f"{control.slug}.rego").read_text()
    for parameter in control.parameters:
        assert f"parameters.{control.slug}.{parameter.name}" in text
