"""SQL scripts: what says nothing of AI costs little, whatever it holds."""

from __future__ import annotations

from pathlib import Path

from aigov.catalogue import Catalogue
from aigov.scan.scan import scan_tree


def test_sql_without_ai_is_read_and_says_nothing(tmp_path: Path, catalogue: Catalogue) -> None:
    (tmp_path / "query.sql").write_text("select 1; select 'it''s'; -- '\n'")
    found = scan_tree(tmp_path, catalogue=catalogue)
    assert not found.uses
    assert not found.problems
    assert found.coverage.complete


def test_a_dump_of_many_quotes_takes_linear_time(tmp_path: Path, catalogue: Catalogue) -> None:
    (tmp_path / "dump.sql").write_text("insert into vector values ('a', '" + "''" * 200_000 + "x;" * 100_000)
    assert not scan_tree(tmp_path, catalogue=catalogue).uses
