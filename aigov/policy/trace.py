"""From a control's results back to its rule, to the input paths that the rule reads, and to what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from aigov.canonical import canonical_json
from aigov.control import Assessment, ControlResult, Reading, Trace
from aigov.errors import UsageError
from aigov.policy.explained import describe, find_control
from aigov.policy.frameworks import Framework
from aigov.policy.reads import Reads, find_reads
from aigov.policy.rego_tests import Source, folder_sources, shipped_sources

MOST_VALUES = 5
LONGEST_VALUE = 120
_ATTESTED = ("aigov", "lib", "attestation")
_CREDENTIALS = re.compile(r"(?<=://)[^/@\s\"]+@|\?[^\s\"]*")
"""Of an address in a BOM that another tool wrote: what may hold a password or a key."""


def trace(assessment: Assessment, frameworks: Sequence[Framework], wanted: str) -> Trace:
    """How the control of this name came by its results.

    :param frameworks: those that were assessed.
    :param wanted: ``nist-ai-rmf/GOVERN 1.6``, ``GOVERN 1.6`` or ``govern_1_6``, in any case.
    :raises UsageError: there is no such control, or several.
    """
    framework, control = find_control(frameworks, wanted)
    if framework.id in {bundle.framework for bundle in assessment.expected}:
        raise UsageError(
            "other rules than those at hand decided this control", where=framework.id, fix="leave --any-revision out"
        )
    outcome = next(
        found
        for found in assessment.controls
        if (found.control.framework, found.control.slug) == (framework.id, control.slug)
    )
    if control.rule is None:
        return Trace(outcome=outcome, rule_file="", description="", readings=(), facts=())
    sources = folder_sources(framework.folder) if framework.folder else shipped_sources()
    rules = [source for source in sources if source.rule]
    package: tuple[str, ...] = _ATTESTED
    rule = "over_ai_use"
    if control.rule == "own":
        package, rule = ("aigov", framework.package, "rules", control.slug), "results"
    file = _file_of(rules, package, framework)
    reads = find_reads([(source.path, source.text) for source in rules], package, rule)
    return Trace(
        outcome=outcome,
        rule_file=file.path if file else "",
        description=describe(file.text) if file else "",
        readings=tuple(_readings(reads, assessment, outcome)),
        facts=reads.facts,
    )


def _file_of(rules: Sequence[Source], package: tuple[str, ...], framework: Framework) -> Source | None:
    if package == _ATTESTED:
        ending = "lib/attestation.rego"
    else:
        folder = framework.folder.as_posix() if framework.folder else f"policies/{framework.id}"
        ending = f"{folder}/{package[-1]}.rego"
    return next((source for source in rules if source.path.endswith(ending)), None)


def _readings(reads: Reads, assessment: Assessment, outcome: ControlResult) -> Iterator[Reading]:
    spoken = {ref for result in outcome.results for ref in (result.subject, *(item.ref for item in result.evidence))}
    for path in reads.input:
        found = list(_values(assessment.policy_input, [step for step in re.split(r"\.|(\[\])", path) if step], ""))
        about = {pointer for pointer, _ in found if _ref_at(assessment.policy_input, pointer) in spoken}
        found.sort(key=lambda item: item[0] not in about)
        shown = tuple((pointer, _spell(value)) for pointer, value in found[:MOST_VALUES])
        yield Reading(path=path, values=shown, more=len(found) - len(shown))


def _values(node: Any, steps: Sequence[str], pointer: str) -> Iterator[tuple[str, Any]]:
    if not steps:
        yield pointer, node
    elif steps[0] == "[]":
        for number, item in enumerate(node if isinstance(node, list) else ()):
            yield from _values(item, steps[1:], f"{pointer}/{number}")
    elif isinstance(node, dict) and steps[0] in node:
        yield from _values(node[steps[0]], steps[1:], f"{pointer}/{steps[0]}")


def _ref_at(document: Any, pointer: str) -> Any:
    """The bom-ref of the part that a pointer such as ``/models/0/pinned`` leads into."""
    _, name, number, *_ = (*pointer.split("/"), "", "")
    rows = document.get(name)
    row = rows[int(number)] if isinstance(rows, list) and number.isdigit() else None
    return row.get("ref") if isinstance(row, dict) else None


def _spell(value: Any) -> str:
    text = _CREDENTIALS.sub("", canonical_json(value).decode())
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"
