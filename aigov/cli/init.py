"""``aigov init``."""

from __future__ import annotations

from pathlib import Path

import click

from aigov import pipeline
from aigov.cli.options import emit, say
from aigov.errors import UsageError
from aigov.settings import DECLARATIONS_FILE


@click.command()
@click.argument("path", type=click.Path(path_type=Path), default=".")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="Where to write; - for stdout. Default: aigov.yaml in PATH.",
)
@click.option("--force", is_flag=True, help="Overwrite a file that is there.")
def init(path: Path, output: Path | None, force: bool) -> None:
    """Draft an aigov.yaml for the AI that the scan finds in PATH.

    The draft approves nothing: each approval, owner and statement is a comment until a person fills it in.
    """
    target = output or path / DECLARATIONS_FILE
    if str(target) != "-" and target.exists() and not force:
        raise UsageError(
            "this file exists", where=str(target), fix="add --force to replace it, or -o to write elsewhere"
        )
    emit(pipeline.draft_declarations(path), target)
    if str(target) != "-":
        say("next: fill in what is commented, then run aigov check")
