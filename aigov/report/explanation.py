"""``aigov explain`` for people at a terminal: the source, each claim with what it rests on, or why there is none."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from aigov.explanation import Claim, Explanation
from aigov.text import printable

_STYLES = {
    "unresolved": "yellow",
    "unlisted": "yellow",
    "problem": "yellow",
    "indicator": "magenta",
    "transitive": "dim",
}


def print_explanation(explanation: Explanation, console: Console) -> None:
    """The place, its excerpt, and what is claimed about it."""
    place = explanation.file + (f":{explanation.line}" if explanation.line else "")
    head = Text(printable(place), style="bold")
    head.append(printable(f"  {explanation.read_as}"), style="dim")
    _print(console, head)
    _print(console, Text(printable(f"scope {explanation.scope}: {explanation.scope_why}"), style="dim"))
    if explanation.excerpt:
        _print(console, Text())
    width = len(str(explanation.excerpt[-1].number)) if explanation.excerpt else 0
    for line in explanation.excerpt:
        here = line.number == explanation.line
        text = Text(f"{'>' if here else ' '} {line.number:>{width}} | ", style="cyan" if here else "dim")
        _print(console, text.append(printable(line.text), style="default" if here else "dim"))
    for claim in explanation.claims:
        _print_claim(claim, console, show_source=explanation.line is None)
    for reason in explanation.silence:
        _print(console, Text(printable(f"\nnothing is claimed here: {reason}"), style="yellow"))
    if explanation.elsewhere:
        _print(console, Text("\nwhat rests on this statement", style="bold"))
        for claim in explanation.elsewhere:
            title = Text(printable(f"  {claim.kind} "), style=_STYLES.get(claim.kind, "green"))
            _print(console, title.append(printable(claim.says), style="default"))
            _print(console, Text(printable(f"    {claim.source}"), style="dim"))


def _print_claim(claim: Claim, console: Console, *, show_source: bool) -> None:
    title = Text("\n").append(f"{claim.kind} ", style="bold " + _STYLES.get(claim.kind, "green"))
    _print(console, title.append(printable(claim.says)))
    if show_source:
        _print(console, Text(printable(f"  line {claim.line}: {claim.source}"), style="dim"))
    for rule in claim.matched:
        _print(console, Text("  rule   ", style="cyan").append(printable(rule), style="default"))
    for step in claim.steps:
        line = Text("  from   ", style="cyan").append(printable(f"{step.file}:{step.line}"), style="default")
        _print(console, line.append(printable(f"  {step.what}"), style="dim"))
    if claim.scope_why:
        _print(console, Text(printable(f"  scope  {claim.scope}: {claim.scope_why}"), style="dim"))


def _print(console: Console, text: Text) -> None:
    console.print(text, soft_wrap=True)
