"""``aigov policy list|explain|test|input|new|docs``: for those who read and write rules."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from aigov import pipeline
from aigov.canonical import pretty_json
from aigov.cli.options import policy_option, say, settings_option
from aigov.control import SEVERITIES
from aigov.settings import evaluation_time
from aigov.text import printable

_framework_option = click.option(
    "--framework", "frameworks", multiple=True, help="Only this framework. Repeatable; all by default."
)
_format_option = click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True
)


@click.command("list", short_help="List every control of the frameworks.")
@_framework_option
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(["automated", "declared", "manual"]), help="Repeatable."
)
@click.option("--severity", "severities", multiple=True, type=click.Choice(SEVERITIES), help="Repeatable.")
@_format_option
@policy_option
@settings_option
def list_controls(
    frameworks: tuple[str, ...],
    kinds: tuple[str, ...],
    severities: tuple[str, ...],
    form: Literal["table", "json"],
    policy_dirs: tuple[Path, ...],
    settings_file: Path | None,
) -> None:
    """List every control: framework, id, kind, severity, title (tab-separated)."""
    policies = pipeline.plan_policies(frameworks, folders=policy_dirs, settings_file=settings_file)
    rows = [
        {
            "framework": control.framework,
            "control": control.id,
            "kind": control.kind,
            "severity": control.severity,
            "title": control.title,
        }
        for framework in policies.changed(evaluation_time(None))
        for control in framework.controls
        if (not kinds or control.kind in kinds) and (not severities or control.severity in severities)
    ]
    if form == "json":
        click.echo(pretty_json(rows), nl=False)
    else:
        for row in rows:
            click.echo("\t".join(map(printable, row.values())))


@click.command(short_help="Run the Rego tests, without OPA.")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--run", "pattern", default="", metavar="PATTERN", help="Only tests whose full name this expression finds."
)
@click.option("--coverage", is_flag=True, help="Tell which lines of the rules no test has run.")
@click.option("--threshold", type=click.FloatRange(0, 100), help="With --coverage: percent below which this fails.")
@click.option("-v", "--verbose", is_flag=True, help="List the tests that pass too.")
def test(folder: Path | None, pattern: str, coverage: bool, threshold: float | None, verbose: bool) -> int:
    """Run the tests of the policies in DIR, or of the shipped ones, on the embedded engine.

    Exits 1 when a test fails or coverage is too low, 2 when there is none to run, 3 when a file does not compile.
    """
    from aigov.errors import UsageError

    run = pipeline.test_policies(folder, pattern=pattern, coverage=coverage or threshold is not None)
    if not run.results:
        what = f"no test is found by {pattern!r}" if pattern else "there are no tests"
        raise UsageError(what, where=str(folder or "policies"), fix="name rules `test_…` in files `*_test.rego`")
    for result in run.results:
        if verbose or result.status != "pass":
            detail = f": {result.detail}" if result.detail else ""
            click.echo(printable(f"{result.status.upper():7} {result.place} {result.name.rpartition('.')[2]}{detail}"))
    for file in run.coverage:
        if file.uncovered:
            click.echo(printable(f"no test runs {file.path}:{','.join(map(str, file.uncovered))}"))
    passed = sum(result.status == "pass" for result in run.results)
    say(
        f"{passed} of {len(run.results)} tests pass"
        + (f"; {run.percent:.1f} % of the rules' lines are covered" if run.coverage else "")
    )
    return 0 if run.passed and (threshold is None or run.percent >= threshold) else 1


COMMANDS = (list_controls, test)
