"""``aigov scan``."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Literal

import click

from aigov import pipeline, scan_plan
from aigov.canonical import pretty_json
from aigov.cli.options import catalogue_option, classic_ml_option, emit, licence_options, output_option, say
from aigov.settings import evaluation_time


@click.command()
@click.argument("path", type=click.Path(path_type=Path), default=".")
@click.option(
    "--format",
    "form",
    type=click.Choice(["cyclonedx", "json", "table"]),
    default="cyclonedx",
    show_default=True,
    help="cyclonedx: the AI-BOM. json: the inventory. table: for reading.",
)
@click.option("--spec-version", type=click.Choice(["1.6", "1.7"]), default="1.6", show_default=True)
@catalogue_option
@classic_ml_option
@licence_options
@click.option("--as-of", help="Take what is stated in aigov.yaml as of this day (2026-01-31) instead of now.")
@output_option
def scan(
    path: Path,
    form: Literal["cyclonedx", "json", "table"],
    spec_version: Literal["1.6", "1.7"],
    catalogue_dir: Path | None,
    classic_ml: bool | None,
    installed: tuple[Path, ...],
    sboms: tuple[Path, ...],
    as_of: str | None,
    output: Path | None,
) -> None:
    """Write the AI bill of materials of the code in PATH."""
    plan = scan_plan.plan_scan(
        path,
        at=evaluation_time(as_of),
        catalogue_dir=catalogue_dir,
        classic_ml=classic_ml,
        installed=installed,
        sboms=sboms,
    )
    inventory = pipeline.scan(path, plan=plan)
    if form == "cyclonedx":
        emit(pipeline.write_bom_text(inventory, spec_version=spec_version, catalogue=plan.catalogue), output)
    elif form == "json":
        emit(pretty_json(inventory.to_dict()), output)
    else:
        from aigov.report.terminal import console_for, print_inventory

        if output is None:
            print_inventory(inventory, console_for(sys.stdout))
        else:
            text = io.StringIO()
            print_inventory(inventory, console_for(text))
            emit(text.getvalue(), output)
    if form != "table":
        coverage = inventory.coverage
        for problem in inventory.problems:
            if problem.reason == "unstated":
                say(f"{problem.file}:{problem.line}: {problem.message}")
        say(
            f"{len({use.name for use in inventory.uses})} SDKs and services, {len(inventory.models)} model mentions, "
            f"{coverage.files_scanned} of {coverage.files_seen} files read"
            + ("" if coverage.complete else "; not all source could be read, see coverage")
        )
