"""What ties a rule, its test and its row together: one id everywhere, and nothing that is only half there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.control import Control
from aigov.policy.frameworks import Framework, load_frameworks
from aigov.resources import policies_dir

FRAMEWORKS = load_frameworks()
OWN = [(framework, control) for framework in FRAMEWORKS for control in framework.controls if control.rule == "own"]
NOT_RULES = {"report"}


def _name(case: object) -> str:
    return case.slug if isinstance(case, Control) else getattr(case, "id", "")


def _folder(framework: Framework) -> Path:
    return policies_dir() / framework.id


def _metadata(text: str) -> dict[str, str]:
    """Title and control of the METADATA block at the top of a rule."""
    block = text.partition("\npackage ")[0]
    assert block.startswith("# METADATA\n")
    return dict(re.findall(r"^#\s+(title|control): (.+)$|^# description", block, re.MULTILINE))


@pytest.mark.parametrize(("framework", "control"), OWN, ids=_name)
def test_rule_test_and_row_carry_one_id(framework: Framework, control: Control) -> None:
    rule = _folder(framework) / f"{control.slug}.rego"
    text = rule.read_text(encoding="utf-8")
    said = {key: value for key, value in _metadata(text).items() if key}
    assert said == {"title": control.title, "control": control.id}
    assert f"\npackage aigov.{framework.package}.rules.{control.slug}\n" in text
    test = rule.with_name(f"{control.slug}_test.rego").read_text(encoding="utf-8")
    assert test.startswith(f"package aigov_test.{framework.package}.{control.slug}\n")


@pytest.mark.parametrize(("framework", "control"), OWN, ids=_name)
def test_description_says_what_a_pass_proves(framework: Framework, control: Control) -> None:
    text = (_folder(framework) / f"{control.slug}.rego").read_text(encoding="utf-8")
    description = " ".join(re.sub(r"^#\s*", "", text.partition("# custom:")[0], flags=re.MULTILINE).split())
    assert "A pass proves" in description


@pytest.mark.parametrize(("framework", "control"), OWN, ids=_name)
def test_every_rule_is_tried_on_pass_scope_silence_and_absence(framework: Framework, control: Control) -> None:
    tests = (_folder(framework) / f"{control.slug}_test.rego").read_text(encoding="utf-8")
    for name in ("pass", "not_applicable_without_ai", "undetermined_on_empty_input", "undetermined_without_each_fact"):
        assert f"\ntest_{name} if" in tests
    assert re.search(r"^test_(fail|undetermined)_\w+ if", tests, re.MULTILINE)


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=_name)
def test_no_rule_without_a_row(framework: Framework) -> None:
    written = {path.stem for path in _folder(framework).glob("*.rego") if not path.stem.endswith("_test")}
    assert written - NOT_RULES == {control.slug for control in framework.controls if control.rule == "own"}


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=_name)
def test_enough_is_decided_and_stated(framework: Framework) -> None:
    kinds = [control.kind for control in framework.controls]
    assert kinds.count("automated") >= 8
    assert kinds.count("declared") >= 4


def test_no_control_of_a_framework_is_left_out() -> None:
    controls = {framework.id: framework.controls for framework in FRAMEWORKS}
    assert len(controls["nist-ai-rmf"]) == 72
    annex = [control for control in controls["iso-42001"] if control.id.startswith("A.")]
    assert (len(annex), len(controls["iso-42001"]) - len(annex)) == (38, 32)
    assert len(controls["eu-ai-act"]) == 127


def test_every_date_of_the_eu_ai_act_has_a_source() -> None:
    (framework,) = load_frameworks(["eu-ai-act"])
    for control in framework.controls:
        assert control.effective_from and control.effective_source, control.id


def test_indicators_and_rows_know_one_another() -> None:
    """A practice that names no row would be lost; an automated prohibition without a signal could never fire."""
    (framework,) = load_frameworks(["eu-ai-act"])
    practices = {
        practice.removeprefix("eu-ai-act:")
        for indicator in load_catalogue().indicators.values()
        for practice in indicator.practices
        if practice.startswith("eu-ai-act:")
    }
    assert practices <= {control.id for control in framework.controls}
    prohibited = {
        control.id
        for control in framework.controls
        if control.id.startswith("Art. 5(1)") and control.kind == "automated"
    }
    assert prohibited <= practices


def test_gated_duties_are_stated_controls() -> None:
    report = (policies_dir() / "eu-ai-act" / "report.rego").read_text(encoding="utf-8")
    gated = set(re.findall(r'^\t"(\w+)": \{"roles"', report, re.MULTILINE))
    (framework,) = load_frameworks(["eu-ai-act"])
    assert gated
    assert gated <= {control.slug for control in framework.controls if control.rule == "attested"}


def test_capabilities_hold_nothing_that_reaches_out_or_tells_the_time() -> None:
    names = {row["name"] for row in json.loads((policies_dir() / "capabilities.json").read_bytes())["builtins"]}
    outside = ("http.", "net.", "opa.", "rego.", "crypto.", "io.", "time.", "rand.", "uuid.", "trace", "print")
    assert not {name for name in names if name.startswith(outside)}
