"""Control results as GitHub-flavoured Markdown, short enough for a comment on a pull request.

All text from outside is escaped, so that no model id or file name can become a link, an image, HTML, a table cell of
its own or a mention that calls somebody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from aigov.control import Assessment, ControlResult, Result, Status
from aigov.report.findings import Roots, places_of, spell, waits_for_statement
from aigov.report.gaps import phrase_gap
from aigov.report.json_v1 import summarize
from aigov.text import printable

MOST_CHARACTERS = 60_000
"""GitHub takes 65,536 in a comment."""
MOST_ROWS = 40
MOST_REASONS = 2
MOST_OF_A_CELL = 400
_MARKS: dict[Status, str] = {
    "fail": "❌",
    "error": "💥",
    "undetermined": "❓",
    "warn": "⚠️",
    "waived": "🤝",
    "pass": "✅",
}
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~:$&!^=]")
_JOINER = "\N{WORD JOINER}"


def markdown_text(assessment: Assessment, roots: Roots) -> str:
    """Heading, counts, what refuses (worst first), what else is open, and notes."""
    refusing = [c for c in assessment.controls if _name(c) in assessment.gate.refused_by]
    others = [
        c for c in assessment.controls if c.status in ("error", "fail", "undetermined", "warn") and c not in refusing
    ]
    waived = [c for c in assessment.controls if c.status == "waived"]
    gate = (
        "✅ gate passed"
        if assessment.gate.passed
        else f"❌ gate refused by {len(refusing)} control{'s' if len(refusing) != 1 else ''}"
    )
    parts = [f"### aigov: {gate}\n", _counts(assessment)]
    parts += _section("Refused", refusing, roots, folded=False)
    parts += _section("Open, and not refusing", others, roots, folded=True)
    parts += _section("Waived", waived, roots, folded=True)
    if notices := [f"- {escape(notice)}" for notice in assessment.notices]:
        parts.append("\n".join(["**Notes**\n", *notices[:MOST_ROWS]]) + "\n")
    parts.append(_coverage(assessment))
    text = ""
    for part in parts:
        if len(text) + len(part) > MOST_CHARACTERS:
            return text + "\n_More is in results\\.json\\._\n"
        text += part + "\n"
    return text


def _counts(assessment: Assessment) -> str:
    rows = ["| framework | from code | from statements | open | not applicable | manual |", "|---|---|---|---|---|---|"]
    for bundle in assessment.bundles:
        own = [c for c in assessment.controls if c.control.framework == bundle.framework]
        summary = summarize(bundle, own)
        decided, attested = summary["decided"], summary["attested"]
        still = sum(c.status in ("fail", "undetermined", "error", "warn") for c in own)
        cells = [
            escape(bundle.title),
            f"{decided['passed']} of {decided['of']}",
            f"{attested['passed']} of {attested['of']}",
            str(still),
            str(summary["statuses"].get("not_applicable", 0)),
            str(summary["manual"]),
        ]
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def _section(title: str, controls: Sequence[ControlResult], roots: Roots, *, folded: bool) -> list[str]:
    if not controls:
        return []
    waiting = [c for c in controls if waits_for_statement(c)]
    ordered = sorted(
        (c for c in controls if c not in waiting),
        key=lambda c: (_ORDER.index(c.status), _SEVERITIES.index(c.control.severity)),
    )
    rows = ["| | control | why, and where |", "|---|---|---|", *(_row(c, roots) for c in ordered[:MOST_ROWS])]
    if len(ordered) > MOST_ROWS:
        rows.append(f"| … | {len(ordered) - MOST_ROWS} more | in results\\.json |")
    if waiting:
        names = escape(_cut(", ".join(c.control.id for c in waiting), 1000))
        rows.append(f"| {_MARKS['undetermined']} | {len(waiting)} controls | Only a person can answer: {names} |")
    table = "\n".join(rows)
    if folded:
        return [f"<details><summary>{title}: {len(controls)}</summary>\n\n{table}\n\n</details>\n"]
    return [f"{table}\n"]


_ORDER: tuple[Status, ...] = ("error", "fail", "undetermined", "warn", "waived", "manual", "pass", "not_applicable")
_SEVERITIES = ("critical", "high", "medium", "low")


def _row(outcome: ControlResult, roots: Roots) -> str:
    deciding = [result for result in outcome.results if result.status == outcome.status]
    said = [_reason(result, roots) for result in deciding[:MOST_REASONS]] or ["No machine decides this control\\."]
    if len(deciding) > MOST_REASONS:
        said.append(f"… and {len(deciding) - MOST_REASONS} more")
    control = outcome.control
    mark = f"{_MARKS.get(outcome.status, '')} {escape(outcome.status)}".strip()
    who = f"**{escape(control.id)}** {escape(control.framework)}, {control.severity}"
    return f"| {mark} | {who} | **{escape(control.title)}**<br>{'<br>'.join(said)} |"


def _reason(result: Result, roots: Roots) -> str:
    text = escape(_cut(result.message))
    if places := places_of(result, roots):
        more = f" +{len(places) - 1}" if len(places) > 1 else ""
        text += f" ({escape(_cut(spell(places[0])))}{more})"
    if result.missing and result.status != "waived":
        text += f"<br>→ {escape(_cut(result.missing[0]))}"
    return text


def _coverage(assessment: Assessment) -> str:
    coverage = assessment.coverage
    if not coverage.get("known"):
        return "_The AI\\-BOM does not say what its scanner read\\._\n"
    read = f"{coverage.get('files_scanned', 0)} of {coverage.get('files_seen', 0)} files read"
    gaps = "; ".join(phrase_gap(gap) for gap in coverage.get("gaps") or ())
    left = "" if coverage.get("complete") else f"; left open: {gaps}" if gaps else "; not everything could be read"
    return f"_{escape(f'{read}{left}.')}_\n"


def _name(outcome: ControlResult) -> str:
    return f"{outcome.control.framework}/{outcome.control.id}"


def _cut(text: str, most: int = MOST_OF_A_CELL) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def escape(text: str) -> str:
    """``text`` as Markdown that shows exactly it, on one line and in one table cell."""
    line = _SPECIAL.sub(r"\\\g<0>", " ".join(printable(text).split()))
    # Mentions, issue numbers and bare www addresses are found after unescaping: an invisible joiner breaks these.
    return re.sub(r"@(?=\w)|(?<=#)(?=\d)|(?i:\bwww)(?=\.)|\b(?i:GH)(?=-\d)", lambda m: m[0] + _JOINER, line)
