"""An AI-BOM that was made with own catalogue entries, checked with and without them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aigov.cli import cli

ENTRY = 'title = "A"\nkind = "provider"\nhomepage = "https://a.example"\n[imports]\npython = ["acme_ai"]\n'


@pytest.fixture
def bom(tmp_path: Path) -> Path:
    """An AI-BOM of a tree that uses ``acme``, made with an entry for it."""
    tree, own = tmp_path / "tree", tmp_path / "own"
    tree.mkdir()
    own.mkdir()
    (tree / "a.py").write_text("import acme_ai\n")
    (own / "acme.toml").write_text(ENTRY)
    path = tmp_path / "aibom.cdx.json"
    result = CliRunner().invoke(cli, ["scan", str(tree), "--catalogue", str(own), "-o", str(path)])
    assert result.exit_code == 0, result.output
    return path


def check(bom: Path, *options: str) -> tuple[Result, dict[str, str]]:
    """The run, and status by code of the control on the inventory."""
    out = bom.parent / "out"
    arguments = ["check", str(bom), "--framework", "nist-ai-rmf", "--engine", "embedded", "--out-dir", str(out)]
    result = CliRunner().invoke(cli, [*arguments, *options])
    document = json.loads((out / "results.json").read_text())
    (control,) = [control for control in document["controls"] if control["control"] == "GOVERN 1.6"]
    return result, {row["code"]: row["status"] for row in control["results"]}


def test_without_the_entries_it_is_undetermined_and_said(bom: Path) -> None:
    result, codes = check(bom)
    assert codes["other-catalogue"] == "undetermined"
    assert "other catalogue entries (acme)" in result.stderr


def test_with_the_same_entries_nothing_is_said(bom: Path) -> None:
    result, codes = check(bom, "--catalogue", str(bom.parent / "own"))
    assert "other-catalogue" not in codes
    assert "not-looked-for" not in codes
    assert "other catalogue entries" not in result.stderr


def test_an_entry_that_changed_since_is_another(bom: Path) -> None:
    (bom.parent / "own" / "acme.toml").write_text(ENTRY + "# changed\n")
    assert check(bom, "--catalogue", str(bom.parent / "own"))[1]["other-catalogue"] == "undetermined"


def test_what_the_scan_did_not_have_was_not_looked_for(bom: Path) -> None:
    (bom.parent / "own" / "other.toml").write_text(ENTRY.replace("acme_ai", "other_ai"))
    _, codes = check(bom, "--catalogue", str(bom.parent / "own"))
    assert codes["not-looked-for"] == "undetermined"
    assert "other-catalogue" not in codes
