"""``aigov catalogue`` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aigov.catalogue import load_catalogue
from aigov.cli import cli
from aigov.errors import UsageError

ACME = """\
title = "Acme AI"
kind = "provider"
homepage = "https://acme.example"
packages = ["pkg:pypi/acme-ai"]
env = ["ACME_AI_KEY"]

[imports]
python = ["acme_ai"]
"""


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, ["catalogue", *map(str, words)], standalone_mode=False)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "acme.toml").write_text(ACME)
    place = tmp_path / "fixtures" / "acme"
    place.mkdir(parents=True)
    (place / "app.py").write_text("import acme_ai\n\nclient = acme_ai.Client()\n")
    (place / "EXPECT").write_text("app.py:1 use acme\n")
    return tmp_path


def test_list_names_every_entry_and_filters() -> None:
    every = json.loads(run("list", "--format", "json").stdout)["entries"]
    assert [row["id"] for row in every] == sorted(load_catalogue().entries)
    stores = json.loads(run("list", "--kind", "vector-db", "--language", "go", "--format", "json").stdout)["entries"]
    assert stores
    assert all(row["kind"] == "vector-db" and "go" in row["languages"] for row in stores)


def test_languages_that_use_another_one_s_rules() -> None:
    asked = [run("list", "--language", name, "--format", "json").stdout for name in ("kotlin", "java", "typescript")]
    assert asked[0] == asked[1] != asked[2]
    assert "Groq" in run("list").stdout


def test_list_marks_own_entries(own: Path) -> None:
    assert "acme (added)" in run("list", "--catalogue", own).stdout
    (row,) = [
        row
        for row in json.loads(run("list", "--catalogue", own, "--format", "json").stdout)["entries"]
        if row.get("own")
    ]
    assert (row["id"], row["own"]) == ("acme", "added")


def test_show_tells_what_is_recognised_and_the_terms_with_sources() -> None:
    text = run("show", "mistral").stdout
    for part in ("api.mistral.ai", "MISTRAL_API_KEY", "pkg:pypi/mistralai", "import, python", "source", "retention"):
        assert part in text
    document = json.loads(run("show", "mistral", "--format", "json").stdout)
    assert document["schema"] == "aigov.dev/catalogue-entry/v1"
    assert "api.mistral.ai" in document["hosts"]
    assert document["terms"]["sources"]


@pytest.mark.parametrize(("slug", "near"), [("grok", "groq"), ("open-ai", "openai"), ("Mistral AI", "mistral")])
def test_a_wrong_slug_suggests_near_ones(slug: str, near: str) -> None:
    error = run("show", slug).exception
    assert isinstance(error, UsageError)
    assert near in str(error)


def test_test_passes_where_each_entry_fires(own: Path) -> None:
    done = run("test", own)
    assert done.return_value == 0
    assert "1 entry, 1 proven" in done.stderr


def test_test_names_rules_that_no_fixture_proves(own: Path) -> None:
    done = run("test", own, "--rules", "--format", "json")
    (entry,) = json.loads(done.stdout)["entries"]
    assert done.return_value == 0
    assert entry["unproven"] == ["env: ACME_AI_KEY"]
    assert entry["rules"] == 3
    assert run("test", own, "--strict").return_value == 1


@pytest.mark.parametrize(
    ("expect", "complaint"),
    [
        ("app.py:3 use acme\n", "not found: app.py:3 use acme"),
        ("app.py:1 use acme\napp.py:2 model acme-1\n", "not found: app.py:2 model acme-1"),
        ("app.py:1 use acme\napp.py none\n", "found where nothing may be: app.py:1 use acme"),
        ("app.py none\n", "no fixture shows that it fires"),
    ],
)
def test_test_fails_where_a_fixture_does_not_hold(own: Path, expect: str, complaint: str) -> None:
    (own / "fixtures" / "acme" / "EXPECT").write_text(expect)
    done = run("test", own)
    assert done.return_value == 1
    assert f"acme: {complaint}" in done.stdout


def test_test_fails_for_an_entry_without_a_fixture(own: Path) -> None:
    (own / "beta.toml").write_text(ACME.replace("acme", "beta").replace("ACME", "BETA"))
    done = run("test", own)
    assert done.return_value == 1
    assert done.stdout == "beta: no fixture shows that it fires\n"


def test_test_refuses_expressions_that_could_run_for_ages(own: Path) -> None:
    (own / "acme.toml").write_text(ACME + "[[models]]\nregex = 'acme-(?:a+)+'\n")
    done = run("test", own)
    assert done.return_value == 1
    assert "repeats a group that itself repeats" in done.stdout
    assert "acme.toml" in done.stdout


@pytest.mark.parametrize("line", ["app.py use acme", "app.py:1 acme", "app.py:x use acme", "nonsense"])
def test_an_expectation_that_says_nothing_is_told(own: Path, line: str) -> None:
    (own / "fixtures" / "acme" / "EXPECT").write_text(f"# a note\n\n{line}\n")
    error = run("test", own).exception
    assert isinstance(error, UsageError)
    assert "EXPECT:3" in str(error)


def test_fixtures_that_are_not_there_are_told(own: Path) -> None:
    error = run("test", own, "--fixtures", own / "nowhere").exception
    assert isinstance(error, UsageError)
    assert "nowhere" in str(error)
    (own / "fixtures" / "acme" / "EXPECT").unlink()
    assert "EXPECT" in str(run("test", own).exception)
