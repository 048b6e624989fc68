"""``aigov check``: scan, assess, gate."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from aigov import deployment, pipeline
from aigov.canonical import pretty_json
from aigov.cli.options import (
    catalogue_option,
    classic_ml_option,
    emit,
    licence_options,
    opa_options,
    opa_server,
    output_option,
    policy_option,
    say,
)
from aigov.errors import UsageError
from aigov.report.formats import FORMATS, Format, render
from aigov.settings import OUTPUT_DIRECTORY, evaluation_time

if TYPE_CHECKING:
    from rich.console import Console

    from aigov.control import Trace


@click.command(short_help="Judge code or an AI-BOM against the frameworks.")
@click.argument("target", type=click.Path(path_type=Path), default=".")
@click.option(
    "--framework",
    "frameworks",
    multiple=True,
    help="Judge only this framework: nist-ai-rmf, iso-42001, eu-ai-act. Repeatable; all by default.",
)
@click.option(
    "--declarations",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The aigov.yaml to use. Default: the one in TARGET, if TARGET is a folder.",
)
@click.option("--as-of", help="Judge as of this day (2026-01-31) instead of now.")
@click.option(
    "--fail-on",
    default="",
    help="What refuses: statuses (fail, undetermined, warn, manual) and one lowest severity, comma-separated. "
    "Default: fail,undetermined. A control in error always refuses.",
)
@click.option("--engine", type=click.Choice(["auto", "embedded", "opa"]), default="auto", show_default=True)
@opa_options
@click.option("--spec-version", type=click.Choice(["1.6", "1.7"]), default="1.6", show_default=True)
@click.option("--format", "form", type=click.Choice(["table", *FORMATS]), default="table", show_default=True)
@click.option(
    "--explain",
    "explained",
    metavar="CONTROL",
    help="Show how this control alone came by its results: rule, input, evidence. As table or json.",
)
@click.option(
    "--summary",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Append the results as Markdown to this file, such as $GITHUB_STEP_SUMMARY.",
)
@click.option("--all", "everything", is_flag=True, help="List manual and not-applicable controls in the table too.")
@click.option(
    "--out-dir",
    type=click.Path(path_type=Path, file_okay=False),
    default=OUTPUT_DIRECTORY,
    show_default=True,
    help="Where the AI-BOM and the results go.",
)
@catalogue_option
@classic_ml_option
@licence_options
@policy_option
@click.option(
    "--bundle",
    "bundle_files",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="Judge by this signed bundle (`aigov policy bundle`), and by its framework only. Repeatable.",
)
@click.option(
    "--verification-key",
    metavar="KEY.pub",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The public key that must have signed the bundles.",
)
@click.option(
    "--any-revision",
    is_flag=True,
    help="Let the OPA server decide by another revision of the rules than this aigov has; the results name it.",
)
@output_option
def check(
    target: Path,
    frameworks: tuple[str, ...],
    declarations: Path | None,
    as_of: str | None,
    fail_on: str,
    engine: Literal["auto", "embedded", "opa"],
    spec_version: Literal["1.6", "1.7"],
    form: Literal["table"] | Format,
    explained: str | None,
    summary: Path | None,
    everything: bool,
    out_dir: Path,
    catalogue_dir: Path | None,
    classic_ml: bool | None,
    installed: tuple[Path, ...],
    sboms: tuple[Path, ...],
    policy_dirs: tuple[Path, ...],
    bundle_files: tuple[Path, ...],
    verification_key: Path | None,
    any_revision: bool,
    output: Path | None,
    **opa: Any,
) -> int:
    """Judge the code in TARGET, or an AI-BOM file, against AI governance frameworks.

    Prints a line for each control, leaves the AI-BOM and the results in ./aigov-out, and exits 1 when the gate
    refuses.
    """
    if explained is not None and form not in ("table", "json"):
        raise UsageError(f"--explain has no format {form}", fix="use --format table or json")
    if explained is not None and bundle_files:
        raise UsageError("--explain reads the sources of rules, and a bundle has none", fix="leave --bundle out")
    server = opa_server(**opa)
    if any_revision and server is None:
        raise UsageError("there is no server whose revision could differ", where="--any-revision", fix="add --opa-url")
    checked = pipeline.check(
        target,
        declarations_file=declarations,
        framework_ids=frameworks,
        engine=engine,
        server=server,
        evaluated_at=evaluation_time(as_of),
        fail_on=tuple(token.strip() for token in fail_on.split(",") if token.strip()),
        spec_version=spec_version,
        exclude=(out_dir,),
        catalogue_dir=catalogue_dir,
        classic_ml=classic_ml,
        installed=installed,
        sboms=sboms,
        policy_dirs=policy_dirs,
        bundles=_bundles(bundle_files, verification_key),
        any_revision=any_revision,
    )
    trace = None if explained is None else pipeline.trace_control(checked, explained)
    bom, results = pipeline.deliver(checked, out_dir)
    if summary:
        _append(summary, render(checked.assessment, "markdown", checked.roots))
    if trace is not None:
        _explain(trace, checked, form, output)
    elif form == "table":
        from aigov.report.terminal import print_assessment

        _show(lambda console: print_assessment(checked.assessment, console, everything=everything), output)
    else:
        emit(render(checked.assessment, form, checked.roots), output)
    if checked.other_entries:
        names = ", ".join(checked.other_entries)
        say(f"note: the AI-BOM was made with other catalogue entries ({names}); check it with those of its scan")
    say(f"wrote {bom} and {results}")
    return 0 if checked.assessment.gate.passed else 1


def _bundles(files: tuple[Path, ...], key: Path | None) -> Sequence[Any]:
    if not files:
        if key:
            raise UsageError("there is no bundle to verify", where=str(key), fix="add --bundle FILE")
        return ()
    if key is None:
        raise UsageError(
            "rules from a file need the key that signed them", where="--bundle", fix="add --verification-key KEY.pub"
        )
    from aigov.evidence.keys import read_public_key

    return deployment.read_bundles(files, read_public_key(key))


def _explain(trace: Trace, checked: pipeline.Checked, form: str, output: Path | None) -> None:
    from aigov.report.trace import print_trace, trace_document

    if form == "json":
        emit(pretty_json(trace_document(trace)), output)
    else:
        _show(lambda console: print_trace(trace, console, checked.roots), output)


def _show(write: Callable[[Console], None], output: Path | None) -> None:
    from aigov.report.terminal import console_for

    if output is None:
        write(console_for(sys.stdout))
    else:
        text = io.StringIO()
        write(console_for(text))
        emit(text.getvalue(), output)


def _append(file: Path, text: str) -> None:
    try:
        with file.open("a", encoding="utf-8") as stream:
            stream.write(text)
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror}", where=str(file), fix="name another file") from error
