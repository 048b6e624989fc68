"""What the catalogue says of a product travels in the AI-BOM, so that rules need not name products."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aigov import pipeline, scan_plan
from aigov.catalogue import load_catalogue
from aigov.catalogue.own import load_catalogue_with
from aigov.policy.facts import facts_data
from aigov.policy.input import build_input

AT = datetime(2026, 11, 23, tzinfo=UTC)
ACME = """
title = "Acme Trace"
kind = "eval"
homepage = "https://acme.example"
traits = ["records-calls", "filters-content"]
[imports]
python = ["acme_trace"]
"""
PAINTER = """
title = "Acme Paint"
kind = "provider"
homepage = "https://paint.example"
makes = { image = ["acme-paint-*"] }
[imports]
python = ["acme_paint"]
[[models]]
regex = "acme-paint-[0-9]"
"""


def scanned(tmp_path: Path, **entries: str) -> tuple[dict[str, Any], Any]:
    """The AI-BOM of a small tree, and the catalogue that it was made with."""
    own, tree = tmp_path / "own", tmp_path / "tree"
    own.mkdir()
    tree.mkdir()
    for id, text in entries.items():
        (own / f"{id}.toml").write_text(text)
    (tree / "app.py").write_text('import acme_trace\nimport acme_paint\nimport langfuse\nMODEL = "acme-paint-2"\n')
    catalogue = load_catalogue_with(own)
    plan = replace(scan_plan.plan_scan(tree), catalogue=catalogue)
    text = pipeline.write_bom_text(pipeline.scan(tree, plan=plan), catalogue=catalogue)
    return json.loads(text), catalogue


def test_traits_of_a_new_vendor_reach_the_rules_without_its_entry(tmp_path: Path) -> None:
    bom, _ = scanned(tmp_path, **{"acme-trace": ACME, "acme-paint": PAINTER})
    document = build_input(bom, None, load_catalogue(), AT)
    found = {row.get("slug"): row.get("traits") for row in (*document["libraries"], *document["providers"])}
    assert found["acme-trace"] == ["filters-content", "records-calls"]
    assert found["langfuse"] == ["records-calls"]
    (model,) = document["models"]
    assert (model["id"], model["makes"]) == ("acme-paint-2", ["image"])


def test_a_bom_of_another_tool_is_looked_up() -> None:
    bom = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "metadata": {"component": {"type": "application", "name": "shop"}},
        "components": [
            {
                "type": "library",
                "name": "langfuse",
                "purl": "pkg:pypi/langfuse@3.0.0",
                "licenses": [{"expression": "MIT"}],
            },
            {"type": "machine-learning-model", "name": "dall-e-3"},
            {
                "type": "machine-learning-model",
                "name": "painter",
                "modelCard": {"modelParameters": {"outputs": [{"format": "image/png"}]}},
            },
            {
                "type": "machine-learning-model",
                "name": "talker",
                "modelCard": {"modelParameters": {"outputs": [{"format": "text"}, {"format": "image"}]}},
            },
        ],
    }
    document = build_input(bom, None, load_catalogue(), AT)
    (library,) = document["libraries"]
    assert (library["traits"], library["licenses"]) == (["records-calls"], ["MIT"])
    makes = {row["id"]: row.get("makes") for row in document["models"]}
    assert makes == {"dall-e-3": ["image"], "painter": ["image"], "talker": None}
    assert document["surfaces"] == []


def test_rules_are_told_who_records_calls() -> None:
    recorders = facts_data(load_catalogue())["recorders"]
    assert {"langfuse", "langsmith"} <= set(recorders)
    assert "openai" not in recorders
    assert recorders == sorted(recorders)
