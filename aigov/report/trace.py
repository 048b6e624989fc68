"""One control traced, for people at a terminal and as JSON: results, rule, what it read, and what would settle it."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.text import Text

from aigov.control import Control, Evidence, Trace
from aigov.report.findings import Roots, places_of, spell
from aigov.report.json_v1 import control_row
from aigov.report.terminal import STYLES, WORDS
from aigov.text import printable

MANUAL = "No machine decides this control: it is listed, and never passed."


def trace_document(trace: Trace) -> dict[str, Any]:
    """The control as in ``results.json``, with ``trace``: rule, description, readings and facts."""
    return {
        **control_row(trace.outcome),
        "trace": {
            "rule": trace.rule_file,
            "description": trace.description,
            "reads": [
                {
                    "path": reading.path,
                    "values": [{"pointer": pointer, "value": value} for pointer, value in reading.values],
                    "more": reading.more,
                }
                for reading in trace.readings
            ],
            "facts": list(trace.facts),
        },
    }


def print_trace(trace: Trace, console: Console, roots: Roots) -> None:
    """From the control's status down to the values that its rule read."""
    outcome = trace.outcome
    control = outcome.control
    head = _line(WORDS.get(outcome.status, outcome.status), STYLES[outcome.status], "")
    head.append(printable(f"  {control.framework}/{control.id}"), style="bold")
    _print(console, head.append(printable(f"  {control.title}")))
    _print(console, Text(printable(_about(control)), style="dim"))
    for result in outcome.results:
        raw = f" (the rule says {result.raw_status})" if result.raw_status else ""
        code = f" [{result.code}]" if result.code else ""
        about = f"{raw}  {result.subject}{code}"
        _print(console, Text())
        _print(console, _line(WORDS.get(result.status, result.status), STYLES[result.status], about))
        _print(console, Text(printable(f"  {result.message}")))
        for item in result.evidence:
            _print(console, _line("  seen   ", "cyan", _evidence(item)))
        if not result.evidence and (places := places_of(result, roots)):
            _print(console, _line("  where  ", "cyan", spell(places[0])))
        for missing in result.missing:
            _print(console, _line("  needs  ", "cyan", missing))
    if not outcome.results:
        _print(console, Text(f"\n{MANUAL}", style="yellow"))
        for text in (control.remediation, control.evidence):
            if text:
                _print(console, Text(printable(text)))
        if control.holder:
            _print(console, Text(printable(f"Who usually has it: {control.holder}.")))
        return
    _print(console, Text())
    _print(console, _line("rule   ", "bold", trace.rule_file or "unknown"))
    if trace.description:
        _print(console, Text(printable(f"       {trace.description}"), style="dim"))
    for reading in trace.readings:
        for number, (pointer, value) in enumerate(reading.values):
            _print(console, _line("       " if number else "reads  ", "bold", f"{pointer} = {value}"))
        if reading.more:
            _print(console, Text(f"       … and {reading.more} more of {reading.path}", style="dim"))
    if silent := [reading.path for reading in trace.readings if not reading.values]:
        _print(console, _line("silent ", "bold yellow", ", ".join(silent)))
    if trace.facts:
        _print(console, _line("facts  ", "bold", ", ".join(trace.facts)))


def _line(label: str, style: str, text: str) -> Text:
    return Text().append(label, style=style).append(printable(text))


def _about(control: Control) -> str:
    parts = [control.kind, control.severity, control.citation]
    if control.effective_from:
        parts.append(f"binds from {control.effective_from}")
    return " · ".join(parts)


def _evidence(item: Evidence) -> str:
    """``app.py:12  model:openai/gpt-4o``; for what stands in aigov.yaml the pointer into the policy input."""
    place = f"{item.file}:{item.line}" if item.file and item.line else item.file
    return "  ".join(filter(None, (place, item.ref, item.path)))


def _print(console: Console, text: Text) -> None:
    console.print(text, soft_wrap=True)
