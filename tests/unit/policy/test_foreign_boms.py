"""BOMs that other tools wrote: judged by the same rules, without error, and undetermined where they are silent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from aigov.bom.reader import read_bom_file
from aigov.catalogue import load_catalogue
from aigov.control import Assessment, Result
from aigov.policy.assess import assess
from aigov.policy.engines.embedded import EmbeddedEngine
from aigov.policy.frameworks import load_frameworks
from aigov.policy.input import build_input

BOMS = Path(__file__).parent / "fixtures" / "boms"
AT = datetime(2026, 11, 23, tzinfo=UTC)
each_bom = pytest.mark.parametrize("name", sorted(path.stem for path in BOMS.glob("*.json")))


@cache
def judged(name: str) -> Assessment:
    bom, _ = read_bom_file(BOMS / f"{name}.json")
    return assess(
        bom=bom,
        bom_digest="0" * 64,
        declarations=None,
        catalogue=load_catalogue(),
        frameworks=load_frameworks(),
        engine=EmbeddedEngine(),
        evaluated_at=AT,
    )


def results(name: str) -> Iterator[Result]:
    return (result for outcome in judged(name).controls for result in outcome.results)


def test_every_version_that_is_read_is_among_them() -> None:
    versions = {read_bom_file(path)[0]["specVersion"] for path in BOMS.glob("*.json")}
    assert versions == {"1.5", "1.6", "1.7"}


@each_bom
def test_it_is_judged_without_error(name: str) -> None:
    assert judged(name).controls
    assert [outcome.control.id for outcome in judged(name).controls if outcome.status == "error"] == []


@each_bom
def test_nothing_is_concluded_from_its_silence(name: str) -> None:
    """It does not say what its tool read: so nothing is out of scope because it was not found, and nothing passes
    but by what the BOM itself says, with the place where it says so."""
    assert judged(name).coverage == {"known": False, "complete": False}
    for result in results(name):
        if result.status == "pass":
            assert result.evidence, result
        if result.status == "not_applicable":
            assert result.code not in ("no-ai", "none-found"), result
        if "undetermined" in (result.status, result.raw_status):
            assert result.missing, result


@each_bom
def test_what_no_tool_but_aigov_tells_is_undetermined(name: str) -> None:
    """Indicators of regulated purposes: an ordinary BOM says nothing of them."""
    found = {outcome.control.id: outcome.status for outcome in judged(name).controls if outcome.results}
    assert found["Art. 5(1)(c)"] == "undetermined"
    assert found["Art. 5(1)(f)"] == "undetermined"
    assert found["GOVERN 1.6"] == "undetermined"


def test_a_package_that_a_tool_calls_a_model_is_a_package() -> None:
    bom, _ = read_bom_file(BOMS / "made-by-ai-bom-3.6.0.json")
    said = build_input(bom, None, load_catalogue(), AT)
    assert {row["slug"] for row in said["libraries"]} == {"openai", "transformers"}
    assert "openai" not in {row["id"] for row in said["models"]}
    assert "tagger.safetensors" in {row["id"] for row in said["models"]}


def test_a_published_model_with_its_card_is_a_model_without_a_provider() -> None:
    bom, _ = read_bom_file(BOMS / "ml-bom-1.5.json")
    said = build_input(bom, None, load_catalogue(), AT)
    (model,) = said["models"]
    assert model["id"] == "example/claims-triage-classifier"
    assert model["licenses"] == ["Apache-2.0"]
    assert "provider" not in model
    assert said["providers"][0]["data"] == [{"class": "personal", "flow": "outbound"}]
    assert said["ai_use"] == "present"
