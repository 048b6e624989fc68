"""By whose word a scan left packages and scopes, and on which days it holds: expired means absent."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from aigov import pipeline, scan_plan
from aigov.cli import cli
from aigov.errors import UsageError
from aigov.policy.bom_read import Properties
from aigov.policy.scan_word import lapsed_files, scan_notices

PACKAGE = "pkg:pypi/acme-llm"
SIGNED = 'stated: {by: Jo Keller, on: "2026-01-01", expires: "2026-12-31"}'
BEFORE, WITHIN, LAST, AFTER = (
    datetime(*day, 23, 59, tzinfo=UTC) for day in ((2025, 12, 31), (2026, 11, 23), (2026, 12, 31), (2027, 1, 1))
)


def tree_of(root: Path, settings: str, **files: str) -> Path:
    """A folder with these files (``__`` is a slash, ``_py`` the suffix) and this ``scan`` section."""
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_py", ".py").replace("_txt", ".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (root / "aigov.yaml").write_text(f"version: 1\nscan:\n{settings}")
    return root


def bom_of(root: Path, at: datetime) -> dict[str, Any]:
    plan = scan_plan.plan_scan(root, at=at)
    document: dict[str, Any] = json.loads(pipeline.write_bom_text(pipeline.scan(root, plan=plan)))
    return document


def said(bom: dict[str, Any], name: str) -> list[str]:
    return [row["value"] for row in bom["metadata"]["properties"] if row["name"] == f"aigov:coverage:{name}"]


def statuses(root: Path, at: datetime) -> tuple[set[str], tuple[str, ...]]:
    assessment = pipeline.check(root, evaluated_at=at).assessment
    return {outcome.status for outcome in assessment.controls if outcome.results}, assessment.notices


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return tree_of(tmp_path, f"  {SIGNED}\n  not_ai: [{PACKAGE}]\n", requirements_txt="acme-llm==1.0\n")


@pytest.fixture
def hidden(tmp_path: Path) -> Path:
    """An app of which aigov.yaml says that it is an example."""
    return tree_of(tmp_path, f"  {SIGNED}\n  scopes: {{shop/: example}}\n", shop__app_py="import openai\n")


@pytest.fixture
def raised(tmp_path: Path) -> Path:
    """An example of which aigov.yaml says that it ships."""
    return tree_of(tmp_path, f"  {SIGNED}\n  scopes: {{examples/: app}}\n", examples__shop__a_py="import openai\n")


def test_the_aibom_carries_who_says_so_and_when(package: Path) -> None:
    bom = bom_of(package, WITHIN)
    assert said(bom, "not-ai") == [PACKAGE]
    assert json.loads(said(bom, "stated")[0]) == {"by": "Jo Keller", "on": "2026-01-01", "expires": "2026-12-31"}
    assert said(bom, "complete") == ["true"]


def test_it_counts_the_files_of_each_pattern(hidden: Path) -> None:
    (hidden / "shop" / "b.py").write_text("import anthropic\n")
    bom = bom_of(hidden, WITHIN)
    assert [json.loads(row) for row in said(bom, "scope")] == [{"pattern": "shop/", "scope": "example", "files": 2}]


def test_settings_that_change_nothing_need_no_word(tmp_path: Path) -> None:
    tree = tree_of(tmp_path, f"  {SIGNED}\n  scopes: {{none/: test}}\n  not_ai: [pkg:pypi/x]\n", a_py="import openai\n")
    bom = bom_of(tree, WITHIN)
    assert said(bom, "stated") == said(bom, "scope") == said(bom, "not-ai") == []


@pytest.mark.parametrize("at", [BEFORE, AFTER])
def test_without_a_word_in_force_a_package_is_a_gap(package: Path, at: datetime) -> None:
    bom = bom_of(package, at)
    assert (said(bom, "complete"), said(bom, "not-ai"), said(bom, "stated")) == (["false"], [], [])
    found, notices = statuses(package, at)
    assert not found & {"pass", "not_applicable"}
    assert any(notice.startswith("aigov.yaml:2: what Jo Keller says of the scan (not_ai)") for notice in notices)
    assert "not_applicable" in statuses(package, LAST)[0]


@pytest.mark.parametrize("at", [BEFORE, AFTER])
def test_without_a_word_in_force_a_file_has_the_scope_of_its_path(hidden: Path, at: datetime) -> None:
    assert "not_applicable" in statuses(hidden, WITHIN)[0]
    assert "fail" in statuses(hidden, at)[0]


@pytest.mark.parametrize("at", [BEFORE, AFTER])
def test_what_ships_by_a_word_that_lapsed_is_not_nothing(raised: Path, at: datetime) -> None:
    assert "fail" in statuses(raised, WITHIN)[0]
    assert not statuses(raised, at)[0] & {"pass", "not_applicable"}
    bom = bom_of(raised, at)
    assert json.loads(said(bom, "gap")[0]) == {"reason": "lapsed-statement", "files": 1, "suspects": 1}
    assert said(bom, "complete") == ["false"]


@pytest.mark.parametrize("settings", ["  not_ai: [pkg:pypi/acme-llm]\n", "  scopes: {requirements.txt: test}\n"])
def test_a_bare_list_is_absent_and_one_line_says_how_to_mend_it(tmp_path: Path, settings: str) -> None:
    tree = tree_of(tmp_path, settings, requirements_txt="acme-llm==1.0\n")
    name = settings.split(":")[0].strip()
    bom = bom_of(tree, WITHIN)
    assert (said(bom, "complete"), said(bom, "not-ai"), said(bom, "scope")) == (["false"], [], [])
    message = f"nobody stands by scan.{name}, so it counts as absent: add `stated: {{by, on, expires}}` below scan"
    assert f"aigov.yaml:2: {message}" in statuses(tree, WITHIN)[1]
    run = CliRunner().invoke(cli, ["scan", str(tree)])
    assert f"aigov.yaml:2: {message}" in run.stderr
    table = CliRunner().invoke(cli, ["scan", str(tree), "--format", "table"]).stdout
    assert message in " ".join(table.split())


def test_the_aibom_is_judged_by_the_day_of_the_judgement(package: Path, tmp_path: Path) -> None:
    bom = tmp_path / "a.cdx.json"
    run = CliRunner().invoke(cli, ["scan", str(package), "--as-of", "2026-11-23", "-o", str(bom)])
    assert run.exit_code == 0
    assert "not_applicable" in statuses(bom, LAST)[0]
    for at, when in ((AFTER, "expired on 2026-12-31"), (BEFORE, "begins on 2026-01-01")):
        found, notices = statuses(bom, at)
        assert not found & {"pass", "not_applicable"}
        assert any("the AI-BOM rests on what Jo Keller says" in notice and when in notice for notice in notices)


def test_an_aibom_without_the_word_counts_as_lapsed(package: Path, tmp_path: Path) -> None:
    document = bom_of(package, WITHIN)
    rows = document["metadata"]["properties"]
    document["metadata"]["properties"] = [row for row in rows if row["name"] != "aigov:coverage:stated"]
    bom = tmp_path / "b.cdx.json"
    bom.write_text(json.dumps(document))
    found, notices = statuses(bom, WITHIN)
    assert not found & {"pass", "not_applicable"}
    assert any("nobody stands by" in notice for notice in notices)


def test_files_and_packages_are_counted(hidden: Path) -> None:
    properties = Properties(bom_of(hidden, WITHIN)["metadata"], "metadata")
    assert [lapsed_files(properties, at) for at in (BEFORE, WITHIN, LAST, AFTER)] == [1, 0, 0, 1]


@pytest.mark.parametrize("word", ['{"by":"Jo"}', '{"by":"Jo","on":"x","expires":"y"}', '{"by":"Jo","on":1}'])
def test_a_word_without_days_is_refused(word: str) -> None:
    bom = {"metadata": {"properties": [{"name": "aigov:coverage:stated", "value": word}]}}
    with pytest.raises(UsageError, match="aigov:coverage:stated"):
        list(scan_notices(bom, WITHIN))


def test_a_word_of_nobody_is_none() -> None:
    row = {"name": "aigov:coverage:stated", "value": '{"by":"","on":"2026-01-01","expires":"2026-12-31"}'}
    package = {"name": "aigov:coverage:not-ai", "value": PACKAGE}
    assert lapsed_files(Properties({"properties": [row, package]}, "metadata"), WITHIN) == 1
