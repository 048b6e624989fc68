"""docs/controls is what `aigov policy docs` writes: a rule that changed and a page that did not would tell a lie."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from aigov.cli import cli

PAGES = Path(__file__).parents[3] / "docs" / "controls"


def test_the_pages_are_up_to_date() -> None:
    ran = CliRunner().invoke(cli, ["policy", "docs", "--check", "-o", str(PAGES)], standalone_mode=False)
    assert ran.return_value == 0, f"{ran.output}\nrun `make docs`"
