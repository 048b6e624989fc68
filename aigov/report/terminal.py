"""Control results and inventories for people at a terminal (rich; plain text when piped)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import IO, cast

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from aigov.control import Assessment, ControlResult, Result, Status
from aigov.model import Inventory, Skip
from aigov.report.findings import waits_for_statement
from aigov.report.gaps import phrase_files, phrase_gap
from aigov.report.json_v1 import summarize
from aigov.text import inert, printable

STYLES: dict[Status, str] = {
    "pass": "green",
    "fail": "bold red",
    "error": "bold red",
    "undetermined": "yellow",
    "warn": "yellow",
    "waived": "cyan",
    "manual": "dim",
    "not_applicable": "dim",
}
WORDS: dict[Status, str] = {"not_applicable": "n/a"}
WAY_OUT = "→ names what would settle a line; what you accept for a time: aigov.yaml: waivers (subjects: results.json)"
PIPE_WIDTH = 120
MOST_REASONS = 3
MANY = 3
"""From how many on controls that wait for one and the same thing share a row."""


def console_for(stream: IO[str]) -> Console:
    """A console that colours a terminal and writes plain text of a fixed width to a pipe."""
    if stream.isatty():
        return Console(file=stream, highlight=False, soft_wrap=False, emoji=False)
    return Console(file=cast("IO[str]", _Log(stream)), highlight=False, soft_wrap=False, width=PIPE_WIDTH, emoji=False)


class _Log:
    """A stream that is no terminal, and may be the log of a CI server."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """What is written at once begins a line: rich writes whole prints."""
        return self._stream.write(inert(text))

    def flush(self) -> None:
        self._stream.flush()

    def isatty(self) -> bool:
        return False


def print_assessment(assessment: Assessment, console: Console, *, everything: bool = False) -> None:
    """One line a control: what it says and why. Controls that nobody but a person decides are counted, not listed.

    :param everything: list ``manual`` and ``not_applicable`` controls too.
    """
    for bundle in assessment.bundles:
        own = [c for c in assessment.controls if c.control.framework == bundle.framework]
        listed = own if everything else [c for c in own if c.status not in ("manual", "not_applicable")]
        waiting = [] if everything else [c for c in listed if waits_for_statement(c)]
        shared = [] if everything else _that_share_a_remedy(listed)
        console.print(Text(bundle.title, style="bold"))
        if listed:
            told = [*waiting, *(c for group in shared for c in group)]
            console.print(_control_table([c for c in listed if c not in told], shared, waiting))
        _print_counts(summarize(bundle, own), own, everything, console)
        console.print()
    _print_waivers(assessment, console)
    for notice in assessment.notices:
        console.print(Text(printable(f"note: {notice}"), style="yellow"))
    _print_gate(assessment, console)


def _that_share_a_remedy(controls: Iterable[ControlResult]) -> list[list[ControlResult]]:
    """Controls that are open for one and the same reason about the whole system: one declaration settles them all."""
    groups: dict[tuple[object, ...], list[ControlResult]] = {}
    for outcome in controls:
        deciding = [result for result in outcome.results if result.status == outcome.status]
        if outcome.status not in ("undetermined", "warn") or len(deciding) != 1:
            continue
        (result,) = deciding
        if result.subject == "system" and result.missing and not result.evidence:
            groups.setdefault((outcome.status, result.message, *result.missing), []).append(outcome)
    return [group for group in groups.values() if len(group) >= MANY]


def _control_table(
    controls: Sequence[ControlResult],
    shared: Sequence[Sequence[ControlResult]],
    waiting: Sequence[ControlResult],
) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=True)
    table.add_column("", no_wrap=True, width=12)
    table.add_column("control", no_wrap=True, width=18)
    table.add_column("what it says, and where", ratio=1, overflow="fold")
    for outcome in controls:
        _add_row(table, outcome.status, outcome.control.id, _reason(outcome))
    for group in shared:
        result = next(result for result in group[0].results if result.status == group[0].status)
        text = Text(printable(f"{result.message}\n{_ids(group)}"))
        _append_remedies(text, result)
        _add_row(table, group[0].status, f"{len(group)} controls", text)
    if waiting:
        text = Text(f"Only a person can answer these, and nobody has\n{_ids(waiting)}")
        text.append("\n→ aigov.yaml: attestations (`aigov init` drafts them)", style="cyan")
        _add_row(table, "undetermined", f"{len(waiting)} controls", text)
    return table


def _add_row(table: Table, status: Status, who: str, text: Text) -> None:
    table.add_row(Text(WORDS.get(status, status), style=STYLES[status]), Text(who), text)


def _ids(controls: Iterable[ControlResult]) -> str:
    return ", ".join(outcome.control.id for outcome in controls)


def _reason(outcome: ControlResult) -> Text:
    """The deciding results, worst first, and what to do about them; once, where that is the same."""
    text = Text().append(outcome.control.title, style="bold" if outcome.status in ("fail", "error") else "")
    deciding = [r for r in outcome.results if r.status == outcome.status]
    shown = 1 if outcome.status in ("pass", "not_applicable") else MOST_REASONS
    for number, result in enumerate(deciding[:shown], start=1):
        text.append(printable(f"\n{result.message}"))
        place = _place(result)
        if place:
            text.append(printable(f"  {place}"), style="dim")
        again = number < min(shown, len(deciding)) and deciding[number].missing == result.missing
        if result.status not in ("pass", "waived") and not again:
            _append_remedies(text, result)
    if len(deciding) > shown:
        text.append(f"\n… and {len(deciding) - shown} more", style="dim")
    return text


def _append_remedies(text: Text, result: Result) -> None:
    for missing in result.missing:
        text.append(printable(f"\n→ {missing}"), style="cyan")


def _place(result: Result) -> str:
    places = [f"{e.file}:{e.line}" if e.line else e.file for e in result.evidence if e.file]
    return f"{places[0]}" + (f" +{len(places) - 1}" if len(places) > 1 else "") if places else ""


def _print_counts(
    summary: dict[str, object], controls: Iterable[ControlResult], everything: bool, console: Console
) -> None:
    decided, attested = summary["decided"], summary["attested"]
    assert isinstance(decided, dict)
    assert isinstance(attested, dict)
    statuses = summary["statuses"]
    assert isinstance(statuses, dict)
    passed = [
        f"{counts['passed']} of {counts['of']} {how}"
        for counts, how in ((decided, "from code"), (attested, "from statements"))
        if counts["of"]
    ]
    parts = ["passed " + ", ".join(passed)] if passed else []
    if statuses.get("not_applicable"):
        parts.append(f"not applicable {statuses['not_applicable']}")
    parts.append(f"manual {summary['manual']} (no machine decides these)")
    console.print(Text("  " + " · ".join(parts), style="dim"))
    if not everything:
        reasons = {c.results[0].message for c in controls if c.status == "not_applicable"}
        if len(reasons) == 1:
            console.print(Text(printable(f"  not applicable: {reasons.pop()}"), style="dim"))


def _print_waivers(assessment: Assessment, console: Console) -> None:
    for waiver in assessment.waivers:
        style = "cyan" if waiver.state == "applied" else "yellow"
        console.print(
            Text(
                printable(
                    f"waiver {waiver.state}: {waiver.framework}/{waiver.control} on {waiver.subject}"
                    f" by {waiver.approver} until {waiver.expires}: {waiver.reason}"
                ),
                style=style,
            )
        )


def _print_gate(assessment: Assessment, console: Console) -> None:
    gate = assessment.gate
    coverage = assessment.coverage
    if coverage.get("known"):
        scanned, seen = coverage.get("files_scanned", 0), coverage.get("files_seen", 0)
        read = f"{scanned} of {seen} files read"
        if coverage.get("complete") and seen > scanned:
            others = seen - scanned
            read += f", the other {others} hold no code" if others > 1 else ", the other holds no code"
        gaps = coverage.get("gaps") or []
        missed = "; ".join(phrase_gap(gap) for gap in gaps)
        console.print(Text(printable(f"coverage: {read}" + (f"; left open: {missed}" if missed else "")), style="dim"))
    else:
        console.print(Text("coverage: the AI-BOM does not say what its scanner read", style="yellow"))
    if gate.passed:
        console.print(Text("gate passed", style="bold green"))
    else:
        console.print(
            Text(
                f"gate refused by {len(gate.refused_by)} control{'s' if len(gate.refused_by) != 1 else ''}",
                style="bold red",
            )
        )
        if any(c.status in ("fail", "undetermined") for c in assessment.controls):
            console.print(Text(WAY_OUT, style="dim"))


def print_inventory(inventory: Inventory, console: Console) -> None:
    """What the scan found: uses, models, endpoints, and what could not be told or read."""
    names: dict[tuple[str, str], list[str]] = {}
    for use in inventory.uses:
        names.setdefault((use.kind, use.name), []).append(f"{use.file}:{use.line}")
    _print_rows(
        console,
        ("kind", "name", "files", "first place"),
        [(kind, name, str(len(places)), places[0]) for (kind, name), places in sorted(names.items())],
    )
    _print_rows(
        console,
        ("model", "provider", "pinned", "set by", "place"),
        [(m.model, m.provider, m.pinned, m.variable or "", f"{m.file}:{m.line}") for m in inventory.models],
    )
    _print_rows(
        console,
        ("endpoint", "provider", "exposure", "region", "place"),
        [(e.url, e.provider, e.exposure, e.region or "", f"{e.file}:{e.line}") for e in inventory.endpoints],
    )
    _print_rows(
        console,
        ("model file", "format", "licence", "runs when loaded"),
        [(a.file, a.format, a.license or "", ", ".join(a.unsafe)) for a in inventory.artifacts],
    )
    for asset in inventory.assets:
        if asset.unsafe:
            place = escape(printable(f"{asset.file}:{asset.line}: {asset.symbol}: {asset.unsafe}"))
            console.print(f"[red]unsafe load[/] at {place}")
    for secret in inventory.secrets:
        place = escape(printable(f"{secret.file}:{secret.line}"))
        console.print(f"[red]key[/] of {escape(secret.name)} at {place}")
    for item in inventory.unresolved:
        said = "[yellow]not used[/], though it can be:" if item.what == "use" else f"[yellow]unknown {item.what}[/] of"
        console.print(f"{said} {escape(item.name)} at " + escape(printable(f"{item.file}:{item.line}: {item.reason}")))
    if not inventory.uses:
        console.print("no AI use found")
    print_coverage(inventory, console)


def print_coverage(inventory: Inventory, console: Console) -> None:
    """One line on what was read, and one for each gap."""
    coverage = inventory.coverage
    console.print(Text(f"{coverage.files_scanned} of {coverage.files_seen} files read", style="dim"))
    for skip in coverage.skipped:
        if skip.gap:
            console.print(Text(_gap(skip), style="yellow"))
            for path in skip.suspect_files:
                console.print(Text(printable(f"  {path}"), style="yellow"))
    for loss in coverage.parse_losses:
        share = 100 * loss.bytes_lost / max(loss.bytes_total, 1)
        console.print(
            Text(printable(f"syntax errors: {loss.file} ({share:.0f} % of it not understood)"), style="yellow")
        )
    if coverage.classic_ml_left is not None:
        console.print(Text(f"left out: classic machine learning in {coverage.classic_ml_left} files", style="yellow"))
    for row in coverage.unlisted:
        note = "its name says AI, and no catalogue entry lists it"
        console.print(Text(printable(f"unlisted: {row.file}:{row.line} {row.package} ({note})"), style="yellow"))
    for problem in inventory.problems:
        if problem.reason == "unstated":
            console.print(Text(printable(f"{problem.file}:{problem.line}: {problem.message}"), style="yellow"))
    if coverage.lapsed:
        console.print(Text(f"left open: {phrase_files('lapsed-statement', None, coverage.lapsed)}", style="yellow"))
    if coverage.truncated:
        console.print(Text(f"stopped early: {coverage.truncated}", style="yellow"))


def _gap(skip: Skip) -> str:
    named = str(skip.suspects) if skip.suspects else "none"
    return f"left open: {phrase_files(skip.reason, skip.language, skip.files)}; AI is named in {named} of them"


def _print_rows(console: Console, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    if not rows:
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for title in header:
        table.add_column(title, overflow="fold")
    for row in rows:
        table.add_row(*(escape(printable(cell)) for cell in row))
    console.print(table)
