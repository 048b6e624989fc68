"""The mutation script finds the conditions that there are; `make test-deep` tries them all."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from aigov.policy.rego_tests import Source

SCRIPT = Path(__file__).parents[3] / "scripts" / "mutate_policies.py"

RULE = """\
package a

import data.b.gate

needs := ["models", "flows"]

results contains answer if some answer in gate.over_ai_use(needs, _found | _others)

_found contains m if {
	some m in input.models
	m.pinned == "no"
	not m.mention
	x := m.id
	every c in m.classes { c != x }
}

_found contains m if some m in input.named

_others := union({_few, {"a", "b"}})
"""


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("mutate_policies", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_everything_that_should_matter_has_its_mutants(script: ModuleType) -> None:
    source = Source(path="a.rego", text=RULE, tested=True, rule=True)
    found = [(mutant.how, mutant.what, mutant.text) for mutant in script.mutants_of(source)]
    whole = (
        '_found contains m if { some m in input.models m.pinned == "no" not m.mention x := m.id'
        " every c in m.classes { c != x } }"
    )
    assert sorted(found) == sorted(
        [
            ("need", "models", '["flows"]'),
            ("need", "flows", '["models"]'),
            ("gate", "gate.over_ai_use(needs, _found | _others)", "_found | _others"),
            ("part", "_found", "set()"),
            ("part", "_others", "set()"),
            ("remove", 'm.pinned == "no"', "true"),
            ("negate", 'm.pinned == "no"', 'not m.pinned == "no"'),
            ("remove", "not m.mention", "true"),
            ("negate", "not m.mention", "m.mention"),
            ("remove", "every c in m.classes { c != x }", "true"),
            ("remove", "c != x", "true"),
            ("negate", "c != x", "not c != x"),
            ("clause", whole, ""),
            ("clause", "_found contains m if some m in input.named", ""),
            ("part", "_few", "set()"),
            ("part", '{"a", "b"}', "set()"),
            ("item", "a", '{"b"}'),
            ("item", "b", '{"a"}'),
        ]
    )
    assert {how for how, _, _ in found} == script.HOW.keys()


def test_a_mutant_is_the_file_with_one_change(script: ModuleType) -> None:
    source = Source(path="a.rego", text=RULE, tested=True, rule=True)
    (removed,) = (one for one in script.mutants_of(source) if (one.how, one.what) == ("remove", "not m.mention"))
    assert removed.apply(RULE) == RULE.replace("not m.mention", "true")
    assert RULE.splitlines()[removed.line - 1] == "\tnot m.mention"


def test_mutants_that_are_alike_are_told_apart(script: ModuleType) -> None:
    """A reason that is true of one is not taken for another in the same file."""
    text = "package a\n\nx if input.b\n\ny if input.b\n"
    alike = [
        one
        for one in script.mutants_of(Source(path="a.rego", text=text, tested=True, rule=True))
        if one.how == "remove"
    ]
    assert [(one.line, one.key) for one in alike] == [
        (3, ("a.rego", "remove", "input.b", 1)),
        (5, ("a.rego", "remove", "input.b", 2)),
    ]


def test_a_mutant_that_a_test_notices(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SCRIPT.parents[1])
    path = "examples/house-rules/mcp_servers_have_owners.rego"
    source = script._sources()[path]
    fates = {mutant.how: script.fate(mutant) for mutant in script.mutants_of(source) if mutant.how != "negate"}
    assert set(fates.values()) == {"noticed"}


def test_a_mutant_that_no_test_notices_survives_and_one_that_is_no_rule_is_invalid(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(SCRIPT.parents[1])
    path = "examples/house-rules/mcp_servers_have_owners.rego"
    text = script._sources()[path].text

    def changed(to: str) -> Any:
        return script.Mutant(path=path, line=1, how="remove", what="", start=0, end=len(text.encode()), text=to)

    assert script.fate(changed(f"{text}\n_unused := 1\n")) == "survived"
    assert script.fate(changed(f"{text}\nanother(bom) := bom\n")) == "invalid"
    assert script.fate(changed("package")) == "invalid"


def test_only_tests_that_reach_the_file_are_asked(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SCRIPT.parents[1])
    reach = script._reach("policies/nist-ai-rmf/govern_1_6_test.rego")
    assert reach["policies/nist-ai-rmf/govern_1_6.rego"] == 1
    assert "policies/lib/checks/inventory.rego" in reach
    assert "policies/lib/checks/owners.rego" not in reach
    # A report reaches the rules through `data.….rules[slug]`, which names none of them.
    assert "policies/nist-ai-rmf/govern_1_6.rego" in script._reach("policies/nist-ai-rmf/report_test.rego")


def test_every_accepted_mutant_has_a_reason_and_a_file(script: ModuleType) -> None:
    for (path, how, _, _), reason in script.accepted().items():
        assert (SCRIPT.parents[1] / path).is_file()
        assert how in script.HOW
        assert len(reason) > 20
