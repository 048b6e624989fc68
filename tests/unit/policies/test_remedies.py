"""A remedy is copied into aigov.yaml by somebody in a hurry: what it writes there must be YAML, and known there."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from aigov.catalogue import load_catalogue
from aigov.declarations import load_declarations
from aigov.located_yaml import read_yaml
from aigov.policy.bundle import build_bundle
from aigov.policy.engines.embedded import EmbeddedEngine
from aigov.policy.frameworks import load_frameworks
from aigov.policy.input import build_input
from aigov.schema import load_schema

ROOT = Path(__file__).parents[3]
BOMS = sorted((ROOT / "tests" / "golden").glob("*/aibom.cdx.json"))
IN_FORCE, LAPSED = datetime(2026, 11, 23, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC)

ENTRY = re.compile(r"(?P<path>[a-z_]+(?:\.[a-z_]+)*)(?:: (?P<entry>\{.*?\}))?(?=$|,| |:)")


def _remedies(bom: Path, at: datetime, *, declared: bool) -> set[str]:
    catalogue = load_catalogue()
    file = ROOT / "examples" / bom.parent.name / "aigov.yaml"
    declarations = load_declarations(file) if declared and file.is_file() else None
    policy_input = build_input(json.loads(bom.read_bytes()), declarations, catalogue, at)
    engine = EmbeddedEngine()
    return {
        missing
        for framework in load_frameworks()
        for results in engine.evaluate(build_bundle(framework, catalogue), policy_input).values()
        for result in results
        for missing in result["missing"]
        if "aigov.yaml: " in missing
    }


def _check_known(remedy: str) -> None:
    text = remedy.partition("aigov.yaml: ")[2].removeprefix("new on and expires for ")
    match = ENTRY.match(text)
    assert match, remedy
    schema: dict[str, Any] = load_schema("declarations")
    for step in match["path"].split("."):
        assert step in schema["properties"], remedy
        schema = schema["properties"][step]
        if "$ref" in schema:
            schema = load_schema("declarations")["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    if match["entry"]:
        written = read_yaml(match["entry"].encode()).value
        known = (schema.get("items") or schema)["properties"]
        assert written and set(written) <= set(known), remedy


@pytest.mark.parametrize("at", [IN_FORCE, LAPSED], ids=["in force", "lapsed"])
@pytest.mark.parametrize("declared", [True, False], ids=["declared", "undeclared"])
def test_remedies_write_what_aigov_yaml_knows(at: datetime, *, declared: bool) -> None:
    remedies = {remedy for bom in BOMS for remedy in _remedies(bom, at, declared=declared)}
    assert len(remedies) > 10
    for remedy in remedies:
        _check_known(remedy)
