"""Words of a list that spans lines are found at their own lines."""

from __future__ import annotations

from pathlib import Path

from aigov.catalogue import load_catalogue
from aigov.scan.scan import scan_tree


def test_word_is_found_at_its_own_line(tmp_path: Path) -> None:
    (tmp_path / "menu.ex").write_text("defmodule Menu do\n  @all ~w(\n    gpt-4o\n    gemini-1.5-pro\n  )\nend\n")
    found = scan_tree(tmp_path, catalogue=load_catalogue())
    assert [(row.line, row.model) for row in found.models] == [(3, "gpt-4o"), (4, "gemini-1.5-pro")]
