"""``aigov explain``: from a place in the source to what is claimed of it."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Literal

import click

from aigov import pipeline, scan_plan
from aigov.canonical import pretty_json
from aigov.cli.options import catalogue_option
from aigov.errors import UsageError


@click.command(short_help="Show why a place in the code is, or is not, a use of AI.")
@click.argument("place", metavar="FILE[:LINE]")
@click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The tree that is scanned. Default: the folder around FILE that holds aigov.yaml or .git, else the one here.",
)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@catalogue_option
def explain(place: str, root: Path | None, form: Literal["table", "json"], catalogue_dir: Path | None) -> None:
    """Show the chain from the source text at FILE:LINE to each claim about it, or why there is none.

    The whole tree is scanned, for a name may lead anywhere; only what concerns the place is printed.
    """
    file, line = _split(place)
    tree = (root or _tree_of(file)).resolve()
    target = file.resolve() if file.exists() or root is None else (root / file).resolve()
    if not target.is_relative_to(tree):
        raise UsageError(f"is not in {tree}", where=str(file), fix="name the tree that holds it: --root DIR")
    if not target.is_file():
        raise UsageError("there is no such file", where=str(file), fix="write FILE or FILE:LINE")
    plan = scan_plan.plan_scan(tree, catalogue_dir=catalogue_dir)
    explanation = pipeline.explain(tree, target.relative_to(tree).as_posix(), line, plan=plan)
    if form == "json":
        click.echo(pretty_json(explanation.to_dict()), nl=False)
    else:
        from aigov.report.explanation import print_explanation
        from aigov.report.terminal import console_for

        print_explanation(explanation, console_for(sys.stdout))


def _split(place: str) -> tuple[Path, int | None]:
    match = re.fullmatch(r"(.+):(\d{1,9})(?::\d+)?", place)
    if match is None or Path(place).exists():
        return Path(place), None
    return Path(match[1]), int(match[2])


def _tree_of(file: Path) -> Path:
    here = Path.cwd()
    for folder in file.resolve().parents:
        if (folder / "aigov.yaml").is_file() or (folder / ".git").exists():
            return folder
        if folder == here:
            break
    return here
