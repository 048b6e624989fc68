"""A control explained, as Markdown: a page of docs/controls, and what `aigov policy explain` prints."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from aigov.control import Control, Risk
from aigov.report.manual_page import manual_section

_CONFIDENCE = {
    "high": "the text that sets it was read",
    "medium": "several secondary sources agree, the text was not read",
    "contested": "the text has two readings",
}
_KINDS = {
    "automated": "decided from facts in the AI-BOM, and from records that the project must keep",
    "declared": "only a person can answer; the statement stands in `aigov.yaml`",
    "manual": "out of reach of this tool: listed, and never passed",
}
MOST_CHANGES = 6
MOST_RESULTS = 4
LONGEST = 160


class _Reads(Protocol):
    @property
    def input(self) -> Sequence[str]: ...
    @property
    def facts(self) -> Sequence[str]: ...


class _Change(Protocol):
    @property
    def path(self) -> str: ...
    @property
    def value(self) -> Any: ...


class _Case(Protocol):
    @property
    def place(self) -> str: ...
    @property
    def changes(self) -> Sequence[_Change]: ...
    @property
    def results(self) -> Sequence[Mapping[str, Any]]: ...


class _Framework(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def as_of(self) -> str: ...
    @property
    def risks(self) -> Sequence[Risk]: ...
    @property
    def controls(self) -> Sequence[Control]: ...


class Page(Protocol):
    """``aigov.policy.explained.Explained``, as far as it is shown."""

    @property
    def framework(self) -> _Framework:
        """Whose control it is."""

    @property
    def control(self) -> Control:
        """Its row."""

    @property
    def description(self) -> str:
        """Of its rule."""

    @property
    def rule_file(self) -> str | None:
        """Where the rule is."""

    @property
    def reads(self) -> _Reads | None:
        """What the rule reads."""

    @property
    def passing(self) -> _Case | None:
        """A case that passes."""

    @property
    def failing(self) -> _Case | None:
        """A case that does not."""


def control_page(page: Page) -> str:
    """One control, ending with a newline."""
    control = page.control
    lines = [f"# {control.id}: {control.title}", "", f"{page.framework.title}, {control.citation}.", ""]
    lines += [f"- **{control.kind}**: {_KINDS[control.kind]}", f"- severity {control.severity}"]
    if control.effective_from:
        source = f" ({control.effective_source})" if control.effective_source else ""
        lines.append(f"- binds from {control.effective_from}{source}; before, a failure is a warning")
    if control.effective_confidence:
        said = _CONFIDENCE[control.effective_confidence]
        lines.append(f"- confidence in that day: {control.effective_confidence} ({said}), as of {page.framework.as_of}")
    if control.waived_with:
        lines.append(f"- a waiver of {control.waived_with} covers it too: both judge the same finding")
    if control.risks:
        risks = "; ".join(
            f"{risk.title} ({risk.citation})" for risk in page.framework.risks if risk.id in control.risks
        )
        lines.append(f"- about these risks: {risks}")
    if control.url:
        lines.append(f"- source: <{control.url}>")
    for text in (page.description, control.remediation or "", control.note):
        if text:
            lines += ["", text]
    if control.rule == "attested":
        lines += ["", *_attested(page)]
    if control.kind == "manual" and control.evidence:
        lines += manual_section(control)
    lines += _parameters(control)
    if page.reads and page.rule_file:
        lines += ["", "## What it reads", "", f"Rule: `{page.rule_file}`", "", *_reads(page.reads)]
    for heading, case in (("A case that passes", page.passing), ("A case that does not", page.failing)):
        if case:
            lines += ["", f"## {heading}", "", *_case(case)]
    return "\n".join(lines).rstrip("\n") + "\n"


def index_page(frameworks: Iterable[_Framework]) -> str:
    """The list of all pages, by framework."""
    lines = [
        "# Controls",
        "",
        "One page a control, written by `aigov policy docs` from the bundles, the rules and their tests: change those.",
    ]
    for framework in frameworks:
        lines += ["", f"## {framework.title}", "", "| control | kind | severity | what it asks |", "|---|---|---|---|"]
        lines += [
            f"| [{control.id}]({framework.id}/{control.slug}.md) | {control.kind} | {control.severity}"
            f" | {control.title.replace('|', chr(92) + '|')} |"
            for control in framework.controls
        ]
    return "\n".join(lines) + "\n"


def _attested(page: Page) -> list[str]:
    name = json.dumps(f"{page.framework.id}/{page.control.id}", ensure_ascii=False)
    return [
        "It passes while a statement is in force, and is `undetermined` without one:",
        "",
        "```text",
        "attestations:",
        f"  - control: {name}",
        '    statement: "…"',
        '    by: "who says so"',
        '    on: "first day"',
        '    expires: "last day"',
        "```",
    ]


def _parameters(control: Control) -> list[str]:
    if not control.parameters:
        return []
    lines = ["", "## Parameters", "", "| name | default | what it is |", "|---|---|---|"]
    for parameter in control.parameters:
        lines.append(f"| {parameter.name} | `{_short(parameter.default)}` | {parameter.description} |")
        if parameter.value != parameter.default:
            lines.append(f"| | now `{_short(parameter.value)}` | |")
    return lines


def _reads(reads: _Reads) -> list[str]:
    groups: dict[str, list[str]] = {}
    for path in reads.input:
        head, _, rest = path.partition(".")
        if head == "declarations" and rest:
            part, _, rest = rest.partition(".")
            head = f"{head}.{part}"
        groups.setdefault(head, [])
        if rest:
            groups[head].append(rest.removesuffix("[]"))
    lines = [
        f"- `{head}`" + (": " + ", ".join(f"`{rest}`" for rest in dict.fromkeys(rests)) if rests else "")
        for head, rests in groups.items()
    ]
    if reads.facts:
        lines.append("- of what the catalogue knows: " + ", ".join(f"`{name}`" for name in reads.facts))
    return lines


def _case(case: _Case) -> list[str]:
    lines = []
    if not case.changes:
        lines.append("The test system as it is (`policies/lib/testing/testing.rego`):")
    else:
        lines += ["The test system, but:", ""]
        for change in case.changes[:MOST_CHANGES]:
            said = "is not said" if change.value is None else f"is `{_short(change.value)}`"
            lines.append(f"- `{change.path}` {said}" if change.path else f"- the whole input {said}")
        if len(case.changes) > MOST_CHANGES:
            lines.append(f"- and {len(case.changes) - MOST_CHANGES} more")
    lines += ["", "```text"]
    for result in case.results[:MOST_RESULTS]:
        lines.append(f"{result['status']}  {result['subject']}: {result['message']}")
        lines += [f"  → {missing}" for missing in result.get("missing") or ()]
    if len(case.results) > MOST_RESULTS:
        lines.append(f"… and {len(case.results) - MOST_RESULTS} more")
    lines += ["```"]
    return lines


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False).replace("`", "'").replace("|", "¦")
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
