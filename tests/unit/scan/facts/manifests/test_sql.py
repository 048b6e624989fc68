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


def test_what_people_read_beside_an_id_is_no_model(tmp_path: Path, catalogue: Catalogue) -> None:
    (tmp_path / "seed.sql").write_text(
        "INSERT INTO chat_model (name, display_label, url, price) VALUES\n"
        "  ('gpt-4o-mini', 'gpt-4o', 'https://api.openai.com/v1/chat/completions', round(1.5, 1)),\n"
        "  ('claude-3-7-sonnet-20250219', 'Claude (3,7)', 'https://api.anthropic.com/v1/messages', 2);\n"
        "INSERT INTO chosen (name, model) VALUES ('label', 'gpt-4.1');\n"
    )
    found = scan_tree(tmp_path, catalogue=catalogue)
    assert [(row.line, row.model) for row in found.models] == [
        (2, "gpt-4o-mini"),
        (3, "claude-3-7-sonnet-20250219"),
        (4, "gpt-4.1"),
    ]
