"""``aigov policy list|explain|test|input|new|docs``: for those who read and write rules."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import click

from aigov import pipeline, workbench
from aigov.canonical import pretty_json
from aigov.cli.options import emit, output_option, policy_option, say, settings_option
from aigov.control import SEVERITIES, Severity
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
    """List every control: framework, id, kind, severity, title; in columns on a terminal, tab-separated in a pipe."""
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
        lines = [[printable(value) for value in row.values()] for row in rows]
        if not sys.stdout.isatty():
            lines = [["\t".join(line)] for line in lines]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        for line in lines:
            click.echo("  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip())


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

    run = workbench.run_tests(folder, pattern=pattern, coverage=coverage or threshold is not None)
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


@click.command(short_help="Show what a control reads, and a case that passes and one that fails.")
@click.argument("control")
@policy_option
@settings_option
def explain(control: str, policy_dirs: tuple[Path, ...], settings_file: Path | None) -> None:
    """Explain CONTROL (nist-ai-rmf/GOVERN 1.6, or GOVERN 1.6): how it is decided, what its rule reads and takes as
    parameters, and two cases from its own tests, as Markdown."""
    from aigov.report.controls import control_page

    policies = pipeline.plan_policies(folders=policy_dirs, settings_file=settings_file)
    (page,) = workbench.explain(policies, evaluation_time(None), control)
    click.echo(printable(control_page(page)), nl=False)


@click.command("input", short_help="Print what rules read of an AI-BOM.")
@click.argument("target", metavar="BOM", type=click.Path(path_type=Path))
@click.option("--declarations", type=click.Path(path_type=Path, dir_okay=False), help="The aigov.yaml to use.")
@click.option("--as-of", help="As of this day (2026-01-31) instead of now.")
@output_option
def print_input(target: Path, declarations: Path | None, as_of: str | None, output: Path | None) -> None:
    """Print the policy input of an AI-BOM file, or of a folder: `input` of every rule, as JSON."""
    emit(pretty_json(workbench.policy_input(target, declarations, evaluation_time(as_of))), output)


@click.command(short_help="Write one page a control.")
@_framework_option
@policy_option
@click.option(
    "-o",
    "--output",
    "directory",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("docs/controls"),
    show_default=True,
    help="Where the pages go; README.md there lists them.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 when a page is not as it would be written.")
def docs(frameworks: tuple[str, ...], policy_dirs: tuple[Path, ...], directory: Path, check: bool) -> int:
    """Write a Markdown page for each control, from its row, its rule and its tests."""
    from aigov.canonical import write_atomic
    from aigov.report.controls import control_page, index_page

    policies = pipeline.plan_policies(frameworks, folders=policy_dirs)
    pages = {
        f"{page.framework.id}/{page.control.slug}.md": control_page(page)
        for page in workbench.explain(policies, evaluation_time(None))
    }
    pages["README.md"] = index_page(policies.chosen)
    there = {
        path.relative_to(directory).as_posix()
        for name in {framework.id for framework in policies.chosen}
        for path in (directory / name).glob("*.md")
    }
    stale = sorted(
        name
        for name, text in pages.items()
        if not (directory / name).is_file() or (directory / name).read_text(encoding="utf-8") != text
    )
    gone = sorted(there - pages.keys())
    if check:
        for name in (*stale, *gone):
            click.echo(printable(f"{directory / name} is not up to date"))
        say(f"{len(stale) + len(gone)} of {len(pages)} pages are not up to date")
        return 1 if stale or gone else 0
    for name in stale:
        (directory / name).parent.mkdir(parents=True, exist_ok=True)
        write_atomic(directory / name, pages[name])
    for name in gone:
        (directory / name).unlink()
    say(f"{directory}: {len(pages)} pages, {len(stale)} written, {len(gone)} removed")
    return 0


@click.command(short_help="Begin a control: rule, test and row.")
@click.argument("framework")
@click.argument("control")
@click.option(
    "--policy",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of own policies, made if need be. Default: the checkout that this aigov runs from.",
)
@click.option("--title", help="What it asks, in a line.")
@click.option("--severity", type=click.Choice(SEVERITIES), default="medium", show_default=True)
def new(framework: str, control: str, folder: Path | None, title: str | None, severity: Severity) -> None:
    """Begin CONTROL of FRAMEWORK: a rule that compiles and decides nothing, tests of which those for a pass and a
    failure fail until it does, and the row. Nothing is overwritten."""
    written = workbench.new_control(
        framework, control, folder=folder, title=title, severity=severity, at=evaluation_time(None)
    )
    for path in (written.row, written.rule, written.test):
        say(f"wrote {path}")
    where = f" {written.tests}" if written.tests else ""
    say(f"write the rule until this passes: aigov policy test{where} --run {written.rule.stem}")


COMMANDS = (list_controls, explain, test, new, print_input, docs)
