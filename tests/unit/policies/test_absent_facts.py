"""Every rule is tried on what passes, fails, does not apply, is empty and lacks a fact; and none passes because a fact
is absent. The cases are made from each rule's own tests, none is written by hand.

What a rule needs is what it says is missing from an empty input. Without any one of these its passing case is
undetermined. And no case that does not pass comes to pass when something is left out that the schema lets be absent.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from aigov import pipeline, workbench
from aigov.policy.explained import Case, Explained
from aigov.policy.rego_ast import parse_module
from aigov.policy.rego_tests import folder_sources, load_engine, shipped_sources, value_of
from aigov.schema import load_schema, violations

ROOT = Path(__file__).parents[3]
HOUSE = ROOT / "examples" / "house-rules"
MEANS_SOMETHING = {
    "flows/unresolved": "absent: what the call sends could be told",
    "models/mention": "absent: a call takes the model",
    "artifacts/adapter": "absent: nothing says that the file changes another model",
}
"""Fields whose absence the schema defines as a statement, and why."""
LEADS_OUT = {
    "providers/slug": "absent: a service that the catalogue does not know, which may be no AI",
    "libraries/slug": "absent: a component that the catalogue does not know",
    "models/platform": "absent: a model whose dates nobody knows",
}
"""Fields without which something is out of a rule's scope. That is said, and is no pass."""
NO_CONTRADICTION = {
    "eu-ai-act/art_3": {
        "declarations/system/eu_exposure": "absent: the system counts as exposed, and nothing is denied",
        "providers/endpoints/region": "absent: a place that nobody names speaks against no statement",
    }
}
"""By rule: what contradicts a statement, or is contradicted. Without it the statement of a person stands."""
OPEN = {"fail", "undetermined"}
STATUSES = ("pass", "fail", "undetermined", "not_applicable")
NEVER_FAIL = {
    "eu-ai-act/art_3": "a role that is not declared is not known",
    "eu-ai-act/art_12": "that code shows no record proves none: logs may be kept elsewhere",
    "iso-42001/a_4_2": "what was not read is not known",
    "iso-42001/a_4_3": "a name that is set at run time is not known",
    "iso-42001/a_6_2_8": "as Art. 12",
    "iso-42001/a_7_3": "as A.4.3, beside a statement",
    "nist-ai-rmf/govern_1_6": "as A.4.2",
    "nist-ai-rmf/map_2_1": "a model or provider that is set at run time is not known",
    "nist-ai-rmf/measure_2_4": "as Art. 12",
}
"""Rules without a way to fail, and why; what is open leaves them undetermined."""
UNSIGNALLED = {"eu-ai-act/annex_iii_1_c", "eu-ai-act/annex_iii_4_a"}
"""Areas of which no indicator of the catalogue speaks: their cases are open on the facts of their tests alone."""

LEFT_OPEN: dict[str, dict[str, Any]] = {
    "files-that-name-ai": {
        "known": True,
        "complete": False,
        "suspects": 2,
        "gaps": [{"reason": "unsupported-language", "language": "cobol", "files": 2, "suspects": 2}],
    },
    "an-unlisted-package": {
        "known": True,
        "complete": False,
        "suspects": 1,
        "gaps": [{"reason": "unlisted-package", "files": 1, "suspects": 1}],
    },
    "truncated": {
        "known": True,
        "complete": False,
        "suspects": 0,
        "gaps": [{"reason": "truncated: more than 9 files", "files": 1, "suspects": 0}],
    },
    "not-said": {"known": False, "complete": True},
}
"""Coverages of scans that may have missed AI; the last one is that of a BOM which claims to be complete."""
OF_NO_SCAN = {"contact", "current", "declared", "in-force", "purpose", "stated", "users"}
"""Codes of passes that a person's word or the AI-BOM itself gives."""
SIGNS = {"recruitment"}
"""Indicators of the tests' facts, whose passes are a person's word too."""


@cache
def explained() -> dict[str, Explained]:
    policies = pipeline.plan_policies(folders=(HOUSE,))
    pages = workbench.explain(policies, datetime(2026, 11, 23, tzinfo=UTC))
    return {f"{page.framework.id}/{page.control.slug}": page for page in pages if page.rule_file}


NAMES = sorted(explained())


@cache
def engine(*, house: bool) -> Any:
    sources = folder_sources(HOUSE) if house else shipped_sources()
    frameworks = pipeline.plan_policies(folders=(HOUSE,)).known
    modules = {source.path: parse_module(source.path, source.text) for source in sources}
    built = load_engine(sources, modules, frameworks)
    facts = value_of(built, "data.aigov_test.testing.facts")
    built.add_data_json(json.dumps({"aigov": {"lib": {"facts": facts}}}))
    return built


def answer(name: str, given: Any) -> list[dict[str, Any]]:
    page = explained()[name]
    used = engine(house=page.framework.folder is not None)
    used.set_input_json(json.dumps(given))
    found = value_of(used, f"data.aigov.{page.framework.package}.rules.{page.control.slug}.results")
    assert isinstance(found, list)
    assert found
    return found


def statuses(name: str, given: Any) -> set[str]:
    return {str(result["status"]) for result in answer(name, given)}


def passes(name: str, given: Any) -> set[str]:
    return {str(result["code"]) for result in answer(name, given) if result["status"] == "pass"}


def without(document: Any, path: list[str | int]) -> Any:
    changed = copy.deepcopy(document)
    holder = changed
    for step in path[:-1]:
        holder = holder[step]
    del holder[path[-1]]
    return changed


@cache
def schema() -> dict[str, Any]:
    return load_schema("policy-input")


def optional(document: Any, node: dict[str, Any] | None = None, path: tuple[Any, ...] = ()) -> Iterator[list[Any]]:
    """The path of everything in a document that the schema lets be absent."""
    node = schema() if node is None else node
    if "$ref" in node:
        node = schema()["$defs"][node["$ref"].removeprefix("#/$defs/")]
    if isinstance(document, dict):
        for name, value in document.items():
            if name not in node.get("properties", {}):
                continue
            if name not in node.get("required", ()):
                yield [*path, name]
            yield from optional(value, node["properties"][name], (*path, name))
    elif isinstance(document, list):
        for index, value in enumerate(document):
            yield from optional(value, node.get("items", {}), (*path, index))


def kind(path: list[Any]) -> str:
    return "/".join(str(step) for step in path if not isinstance(step, int))


@pytest.mark.parametrize("name", NAMES)
def test_a_case_of_each_kind_is_given_and_answered_as_it_is_named(name: str) -> None:
    """The names of tests are held to what the rule answers to their inputs; that of the empty input is made below."""
    cases = {case.test.removeprefix("test_"): case for case in explained()[name].cases}
    assert {"pass", "not_applicable_without_ai"} <= cases.keys()
    assert "pass" in cases["pass"].statuses <= {"pass", "not_applicable"}
    assert [(row["status"], row["code"]) for row in cases["not_applicable_without_ai"].results] == [
        ("not_applicable", "no-ai")
    ]
    for title, case in cases.items():
        (said,) = [status for status in STATUSES if title.startswith(status)]
        assert said in case.statuses, f"{case.place} answers {sorted(case.statuses)}"
        assert said == "fail" or "fail" not in case.statuses, f"{case.place} fails"
    failing = {title for title, case in cases.items() if "fail" in case.statuses}
    assert bool(failing) is (name not in NEVER_FAIL)
    assert failing or any(title.startswith("undetermined_") for title in cases)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_decided_without_a_needed_fact(name: str) -> None:
    (silent,) = answer(name, {})
    assert (silent["status"], silent["code"]) == ("undetermined", "facts-absent")
    case = explained()[name].passing
    assert case
    assert silent["missing"]
    for need in silent["missing"]:
        (result,) = answer(name, without(case.input, need.split("/")))
        assert (result["status"], result["missing"]) == ("undetermined", [need]), need


@pytest.mark.parametrize("name", NAMES)
def test_no_absence_settles_an_open_case(name: str) -> None:
    tried = 0
    for case in open_cases(explained()[name]):
        for path in optional(case.input):
            if kind(path) in MEANS_SOMETHING or kind(path) in NO_CONTRADICTION.get(name, ()):
                continue
            tried += 1
            given = without(case.input, path)
            said = statuses(name, given)
            settled = kind(path) in LEADS_OUT and passes(name, given) <= passes(name, case.input)
            assert said & OPEN or settled, f"{case.place}: without {'/'.join(map(str, path))}"
    assert bool(tried) is (name not in UNSIGNALLED)


@pytest.mark.parametrize("left_open", LEFT_OPEN)
@pytest.mark.parametrize("name", NAMES)
def test_what_a_scan_left_open_is_no_pass(name: str, left_open: str) -> None:
    """Of a rule that judges what was found; a person's word, and what the AI-BOM says of itself, stand as they are."""
    case = explained()[name].passing
    assert case
    given = case.input | {"coverage": LEFT_OPEN[left_open]}
    passed = passes(name, case.input)
    if passed - OF_NO_SCAN - SIGNS:
        assert statuses(name, given) & OPEN
    else:
        assert passes(name, given) == passed


def open_cases(page: Explained) -> Iterator[Case]:
    """Cases that fail or are open, also on the facts and parameters used here, and that aigov could have built."""
    name = f"{page.framework.id}/{page.control.slug}"
    for case in page.cases:
        if not any(violations("policy-input", case.input, limit=1)) and statuses(name, case.input) & OPEN:
            yield case


@pytest.mark.parametrize("name", NAMES)
def test_declared_needs_are_read(name: str) -> None:
    """A need that nobody reads would withhold an answer for nothing, and hides that the list is stale."""
    page = explained()[name]
    assert page.reads
    read = {path.replace("[]", "").replace(".", "/") for path in page.reads.input}
    (silent,) = answer(name, {})
    for need in silent["missing"]:
        assert any(path == need or path.startswith(f"{need}/") for path in read), need
