"""What ties a rule, its test and its row together: one id everywhere, and nothing that is only half there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from aigov.catalogue import load_catalogue
from aigov.control import Control
from aigov.policy.frameworks import Framework, load_frameworks
from aigov.policy.rego_ast import parse_module, syntax_tree
from aigov.resources import policies_dir

FRAMEWORKS = load_frameworks()
OWN = [(framework, control) for framework in FRAMEWORKS for control in framework.controls if control.rule == "own"]
NOT_RULES = {"report"}
NAMES_OTHERS = {"art_50_3": {"Art. 5(1)(f)", "Art. 5(1)(g)", "Annex III 1(b)", "Annex III 1(c)"}}
"""Slugs of rules whose code names controls besides their own: by the provisions that their signals touch."""


def _name(case: object) -> str:
    return case.slug if isinstance(case, Control) else getattr(case, "id", "")


def _folder(framework: Framework) -> Path:
    return policies_dir() / framework.id


def _text(framework: Framework, control: Control) -> str:
    return (_folder(framework) / f"{control.slug}.rego").read_text(encoding="utf-8")


def _metadata(text: str) -> Any:
    """The one METADATA block of a rule's file, which OPA attaches to the package below it."""
    block = text.partition("\npackage ")[0].split("\n")
    assert block[0] == "# METADATA"
    assert text.count("# METADATA\n") == 1
    assert all(line.startswith("# ") for line in block), "a line that is no comment parts the block from the package"
    keys = [line.partition(":")[0] for line in block[1:] if re.match(r"# +[a-z]+:( |$)", line)]
    assert keys == ["# title", "# description", "# custom", "#   control"], (
        "of a key that stands twice, the last counts"
    )
    return yaml.safe_load("\n".join(line[2:] for line in block[1:]))


def _words(text: str) -> set[str]:
    """Every string of a rule's code."""

    def below(node: Any) -> Iterator[str]:
        for item in node.values() if isinstance(node, dict) else node:
            if isinstance(item, dict) and "String" in item:
                yield item["String"]["value"]
            if isinstance(item, (dict, list)):
                yield from below(item)

    return set(below(syntax_tree("rule.rego", text)["rules"]))


@pytest.mark.parametrize(("framework", "control"), OWN, ids=_name)
def test_rule_test_and_row_carry_one_id(framework: Framework, control: Control) -> None:
    text = _text(framework, control)
    said = _metadata(text)
    assert (said["title"], said["custom"]) == (control.title, {"control": control.id})
    assert parse_module("rule.rego", text).package == ("aigov", framework.package, "rules", control.slug)
    test = (_folder(framework) / f"{control.slug}_test.rego").read_text(encoding="utf-8")
    module = parse_module("rule_test.rego", test)
    assert module.package == ("aigov_test", framework.package, control.slug)
    rules = {name.ref[4] for name in module.data if name.ref[:4] == ("data", "aigov", framework.package, "rules")}
    assert rules == {control.slug}, "tests another rule"


@pytest.mark.parametrize(("framework", "control"), OWN, ids=_name)
def test_a_rule_names_no_other_control_or_framework(framework: Framework, control: Control) -> None:
    """A statement on another control would otherwise settle this one: ids stand in the code, as arguments."""
    ids = {row.id for row in framework.controls} | {other.id for other in FRAMEWORKS}
    mentioned = (_words(_text(framework, control)) & ids) - {control.id, framework.id}
    assert mentioned == NAMES_OTHERS.get(control.slug, set())


@pytest.mark.parametrize(("framework", "control"), OWN, ids=_name)
def test_a_rule_asks_for_the_needs_of_every_check_that_it_uses(framework: Framework, control: Control) -> None:
    """Behind a gate that knows the needs of one check only, silence on what another reads could pass."""
    text = _text(framework, control)
    code = text.partition("\npackage ")[2].partition("\nresults contains")[2]
    for name, ref in parse_module("rule.rego", text).imports.items():
        used = set(re.findall(rf"\b{name}\.(\w+)", code))
        if ref[:4] == ("data", "aigov", "lib", "checks") or ref[3] == "attestation":
            assert any(word.startswith("needs") for word in used), f"asks {name} for {sorted(used)} without its needs"


@pytest.mark.parametrize(("framework", "control"), OWN, ids=_name)
def test_description_says_what_a_pass_proves_and_what_it_does_not(framework: Framework, control: Control) -> None:
    description = " ".join(_metadata(_text(framework, control))["description"].split())
    assert description.count("A pass proves ") == 1
    before, _, proof = description.partition("A pass proves ")
    assert len(before) > 40, "first the facts that it reads"
    proven, limit = re.split(r"; |, (?=not )", proof, maxsplit=1)
    assert proven
    assert len(limit) > 15, "then what a pass does not prove"


@pytest.mark.parametrize(("framework", "control"), OWN, ids=_name)
def test_every_rule_is_tried_on_silence_and_absence_in_rego_too(framework: Framework, control: Control) -> None:
    """With ``opa test``; test_absent_facts.py makes the same cases from what a rule itself asks for, and more."""
    tests = (_folder(framework) / f"{control.slug}_test.rego").read_text(encoding="utf-8")
    for name in ("undetermined_on_empty_input", "undetermined_without_each_fact"):
        assert (
            f"\ntest_{name} if {{\n\tevery need in needs {{\n\t\ttesting.misses(results, need) with input as " in tests
        )


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
