"""The mutation script finds the conditions that there are; `make test-deep` tries them all."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from aigov.policy.rego_tests import Source

SCRIPT = Path(__file__).parents[3] / "scripts" / "mutate_policies.py"

RULE = """\
package a

needs := ["models", "flows"]

results contains m if {
	some m in input.models
	m.pinned == "no"
	not m.mention
	x := m.id
	every c in m.classes { c != x }
}
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


def test_every_condition_and_need_has_its_mutants(script: ModuleType) -> None:
    source = Source(path="a.rego", text=RULE, tested=True, rule=True)
    found = {(mutant.how, mutant.what, mutant.text) for mutant in script.mutants_of(source)}
    assert found == {
        ("need", "models", '["flows"]'),
        ("need", "flows", '["models"]'),
        ("remove", 'm.pinned == "no"', "true"),
        ("negate", 'm.pinned == "no"', 'not m.pinned == "no"'),
        ("remove", "not m.mention", "true"),
        ("negate", "not m.mention", "m.mention"),
        ("remove", "every c in m.classes { c != x }", "true"),
        ("remove", "c != x", "true"),
        ("negate", "c != x", "not c != x"),
    }


def test_a_mutant_that_a_test_notices_is_killed(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SCRIPT.parents[1])
    path = "examples/house-rules/tools_have_owners.rego"
    source = script._sources()[path]
    fates = {mutant.how: script.fate(mutant) for mutant in script.mutants_of(source) if mutant.how != "negate"}
    assert set(fates.values()) == {"killed"}


def test_every_accepted_mutant_has_a_reason_and_a_file(script: ModuleType) -> None:
    for (path, how, _), reason in script.accepted().items():
        assert (SCRIPT.parents[1] / path).is_file()
        assert how in ("remove", "negate", "need")
        assert len(reason) > 20
