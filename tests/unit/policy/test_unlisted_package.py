"""No control passes over a package whose name says AI and that no entry lists (docs/decisions/0010)."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from aigov import pipeline
from aigov.bom.writer import write_bom
from aigov.catalogue import load_catalogue
from aigov.control import Assessment
from aigov.policy.assess import assess
from aigov.policy.engines.embedded import EmbeddedEngine
from aigov.policy.frameworks import load_frameworks

AT = datetime(2026, 11, 23, tzinfo=UTC)
SAYS = "requirements.txt"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / SAYS).write_text("flask==3.0\nacme-llm==1.0\n")
    return tmp_path


def judge(tree: Path) -> Assessment:
    return assess(
        bom=write_bom(pipeline.scan(tree), load_catalogue()),
        bom_digest="0" * 64,
        declarations=None,
        catalogue=load_catalogue(),
        frameworks=load_frameworks(),
        engine=EmbeddedEngine(),
        evaluated_at=AT,
    )


def test_a_tree_with_nothing_else_is_not_without_ai(tree: Path) -> None:
    statuses = {outcome.status for outcome in judge(tree).controls if outcome.results}
    assert "pass" not in statuses
    assert "not_applicable" not in statuses
    (tree / SAYS).write_text("flask==3.0\n")
    assert "not_applicable" in {outcome.status for outcome in judge(tree).controls}


def test_the_reason_is_told(tree: Path) -> None:
    messages = {result.message for outcome in judge(tree).controls for result in outcome.results}
    assert any("no catalogue entry lists" in message for message in messages)


def test_a_word_of_the_users_settles_it(tree: Path) -> None:
    (tree / "aigov.yaml").write_text(
        'scan: {not_ai: ["pkg:pypi/acme-llm"], stated: {by: Jo, on: "2026-01-01", expires: "2099-12-31"}}\n'
    )
    assert "not_applicable" in {outcome.status for outcome in judge(tree).controls}
