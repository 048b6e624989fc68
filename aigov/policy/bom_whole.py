"""Is an AI-BOM that says aigov wrote it still whole? What is cut out of one must not read as *not found*.

It cannot be told of a document that was rewritten with care: for that there is the signature (docs/evidence.md). But
what a filter, a merge or a careless hand leaves behind contradicts itself, and is refused here rather than judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aigov.errors import UsageError
from aigov.policy.bom_read import Properties, Row, flatten

_OWN_REFS = ("service:", "model:", "mcp:", "agent:", "tool:", "artifact:")
_FINDINGS = tuple(f"aigov:{what}" for what in ("indicator", "unresolved", "secret", "observer", "surface", "asset"))
_ALSO_COUNTED = ("parse-error", "truncated", "classic-ml-left-out", "unlisted-package", "lapsed-statement")
"""Reasons of gaps whose files are among those scanned, or are not known."""


def check_whole(bom: dict[str, Any], about_scan: Properties) -> None:
    """Refuse an AI-BOM of aigov's own that lost a part; others' are not looked at.

    :param about_scan: the properties of its ``metadata``.
    :raises UsageError: it refers to a part that it does not hold, a part does not say its scope, or its account of the
        files or of what was found does not add up.
    """
    if about_scan.get("aigov:schema") != "1":
        return
    for fault in (*_lost_parts(bom), *_bare_parts(bom), *_lost_findings(bom, about_scan), *_missing_files(about_scan)):
        raise UsageError(
            f"is not as aigov wrote it: {fault}", where="AI-BOM", fix="write the AI-BOM again with `aigov scan`"
        )


def _lost_parts(bom: dict[str, Any]) -> Iterator[str]:
    metadata = bom.get("metadata") or {}
    parts = [metadata.get("component") or {}, *flatten(bom.get("components")), *flatten(bom.get("services"))]
    held = {part.get("bom-ref") for part in parts}
    for item in bom.get("dependencies") or ():
        for ref in (item["ref"], *(item.get("dependsOn") or ())):
            if ref not in held:
                yield f"its dependencies name {ref}, which is not in it"


def _bare_parts(bom: dict[str, Any]) -> Iterator[str]:
    parts: list[Row] = [*flatten(bom.get("components")), *flatten(bom.get("services"))]
    for part in parts:
        ref = str(part.get("bom-ref", ""))
        if ref.startswith(_OWN_REFS) and Properties(part, ref).get("aigov:scope") is None:
            yield f"{ref} does not say its scope"


def _lost_findings(bom: dict[str, Any], about_scan: Properties) -> Iterator[str]:
    subject = Properties((bom.get("metadata") or {}).get("component") or {}, "metadata.component")
    found = sum(len(subject.all(name)) for name in _FINDINGS)
    if about_scan.integer("aigov:findings") not in (None, found):
        yield "it does not hold as many findings as it says"


def _missing_files(about_scan: Properties) -> Iterator[str]:
    """Contradictions only: a count that is not said proves nothing, and rules answer accordingly."""
    gaps = about_scan.rows("aigov:coverage:gap")
    if about_scan.boolean("aigov:coverage:complete") is bool(gaps):
        yield "what it says of gaps and of being complete does not agree"
    left = [row for row in gaps if not str(row.get("reason")).startswith(_ALSO_COUNTED)]
    left += about_scan.rows("aigov:coverage:skipped")
    seen, scanned = about_scan.integer("aigov:coverage:files-seen"), about_scan.integer("aigov:coverage:files-scanned")
    if None not in (seen, scanned) and seen != (scanned or 0) + sum(row.get("files", 0) for row in left):
        yield "its counts of the files seen, scanned and left do not add up"
    if about_scan.integer("aigov:coverage:suspects") not in (None, sum(row.get("suspects", 0) for row in gaps)):
        yield "its counts of the unread files that name AI do not add up"
