"""The policy input: what rules read, derived from one AI-BOM, aigov.yaml and the clock, and from nothing else.

``schemas/policy-input.schema.json`` says what each field means; the document is checked against it before any engine
sees it. What a BOM does not say is absent, never a default, so that a rule answers ``undetermined``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from aigov.catalogue import Catalogue
from aigov.catalogue.own import OwnCatalogue
from aigov.declarations import Declarations
from aigov.errors import UsageError
from aigov.policy.bom_agents import read_agents, read_observers, read_tools
from aigov.policy.bom_components import read_artifacts, read_libraries, read_models, reference
from aigov.policy.bom_read import SHIPPED, Properties, Row, flatten, group, said
from aigov.policy.bom_services import read_flows, read_mcp_servers, read_providers
from aigov.policy.bom_whole import check_whole
from aigov.policy.scan_word import lapsed_files
from aigov.schema import violations

_ASSET = ("what", "name", "slug", "data", "revision", "pinned", "unsafe", "variable", "sha256", "scope")
_SURFACE = ("what", "how", "name", "route", "model", "asks", "weak", "scope")
_UNSEEN = ("truncated", "unreadable")
"""Reasons of gaps whose bytes nobody saw: that no name of AI was found in them says nothing."""


def build_input(
    bom: dict[str, Any], declarations: Declarations | None, catalogue: Catalogue, evaluated_at: datetime
) -> dict[str, Any]:
    """The policy input, version 1.

    :param bom: a CycloneDX document, 1.5 to 1.7, as ``aigov.bom.reader.read_bom`` returns it.
    :param evaluated_at: aware.
    :raises UsageError: an ``aigov:*`` property of the BOM is broken, a part of aigov's own is cut out, or what it says
        fits no policy input.
    """
    metadata = bom.get("metadata") or {}
    subject = metadata.get("component") or {"name": "unknown"}
    about_scan = Properties(metadata, "metadata")
    findings = Properties(subject, "metadata.component")
    check_whole(bom, about_scan)
    # Of a model that is itself the subject, the BOM is about no system that uses it; but it is a model all the same.
    subject_too = [subject] if subject.get("type") == "machine-learning-model" else subject.get("components", ())
    components = list(flatten([*subject_too, *bom.get("components", ())]))
    services = list(flatten(bom.get("services")))
    document = {
        "schema": "aigov.dev/policy-input/v1",
        "context": _context(evaluated_at),
        "bom": _about_bom(bom, about_scan, catalogue),
        "system": said(ref=reference(subject, "app"), name=subject["name"], version=subject.get("version")),
        "coverage": _coverage(about_scan, evaluated_at),
        "libraries": read_libraries(components, catalogue),
        "providers": read_providers(services, catalogue),
        "models": read_models(components, catalogue),
        "artifacts": read_artifacts(components),
        "mcp_servers": read_mcp_servers(services),
        "flows": read_flows(services, components, catalogue),
        "agents": read_agents(components),
        "tools": read_tools(services),
        "observers": read_observers(findings, catalogue),
        "surfaces": group(findings.rows("aigov:surface"), _SURFACE),
        "indicators": group(findings.rows("aigov:indicator"), ("id", "signal", "term", "scope")),
        "assets": group(findings.rows("aigov:asset"), _ASSET),
        "secrets": group(findings.rows("aigov:secret"), ("slug", "how", "variable", "scope")),
        "unresolved": group(findings.rows("aigov:unresolved"), ("what", "slug", "reason", "variable", "scope")),
    }
    document["ai_use"] = _ai_use(document)
    if declarations:
        document["declarations"] = declarations.to_policy_input()
    for violation in violations("policy-input", document, limit=1):
        raise UsageError(
            f"says something that no policy can read, at {violation.pointer or '/'}: {violation.message}",
            where="AI-BOM",
            fix="write the AI-BOM again with `aigov scan`",
        )
    return document


def nanoseconds(instant: datetime) -> int:
    """Nanoseconds since the epoch, in integers all the way: a float loses the last microsecond."""
    since = instant - datetime(1970, 1, 1, tzinfo=UTC)
    return (since.days * 86_400 + since.seconds) * 10**9 + since.microseconds * 1000


def spell_instant(instant: datetime) -> str:
    """RFC 3339 in UTC, ``2026-11-23T00:00:00Z``."""
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _context(evaluated_at: datetime) -> Row:
    return {"evaluated_at": spell_instant(evaluated_at), "evaluated_at_ns": nanoseconds(evaluated_at)}


def _about_bom(bom: dict[str, Any], about_scan: Properties, catalogue: Catalogue) -> Row:
    metadata = bom.get("metadata") or {}
    timestamp = metadata.get("timestamp")
    return said(
        spec_version=bom["specVersion"],
        serial_number=bom.get("serialNumber"),
        timestamp=timestamp,
        timestamp_ns=_instant_ns(timestamp),
        generator=_generator(metadata.get("tools")),
        by_aigov=about_scan.get("aigov:schema") == "1",
        commit=about_scan.get("aigov:scan:commit"),
        dirty=about_scan.boolean("aigov:scan:dirty"),
        own_entries=own_entries(bom, catalogue) or None,
    )


def own_entries(bom: Row, catalogue: Catalogue) -> list[Row]:
    """Entries that aigov does not ship, of the scan and of this check: what one had and the other has not, nobody
    looked for, or nobody can judge. Whoever else wrote the BOM had no catalogue of ours.

    :returns: ``id``, ``change`` and ``state`` of each, as the policy input has them.
    :raises UsageError: the property of the BOM is broken.
    """
    about_scan = Properties(bom.get("metadata") or {}, "metadata")
    if about_scan.get("aigov:schema") != "1":
        return []
    had = {row["id"]: row for row in about_scan.rows("aigov:catalogue:own") if {"id", "change", "sha256"} <= row.keys()}
    own = catalogue.own if isinstance(catalogue, OwnCatalogue) else ()
    has = {row.id: row for row in own}
    rows = []
    for id in sorted({*had, *has}):
        if id not in has:
            state = "absent"
        elif id not in had:
            state = "not-scanned"
        else:
            state = "same" if had[id]["sha256"] == has[id].digest else "differs"
        rows.append({"id": id, "change": had[id]["change"] if id in had else has[id].change, "state": state})
    return rows


def _instant_ns(text: str | None) -> int | None:
    try:
        instant = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return nanoseconds(instant) if instant.tzinfo else None


def _generator(tools: Any) -> str | None:
    """Names and versions of the tools. They were a list up to CycloneDX 1.4, and still may be."""
    if isinstance(tools, dict):
        tools = [*(tools.get("components") or ()), *(tools.get("services") or ())]
    names = {" ".join(filter(None, (tool.get("name"), tool.get("version")))) for tool in tools or ()}
    return ", ".join(sorted(filter(None, names))) or None


def _coverage(about_scan: Properties, at: datetime) -> Row:
    complete = about_scan.boolean("aigov:coverage:complete")
    if about_scan.get("aigov:schema") != "1" or complete is None:
        return {"known": False, "complete": False}
    suspects, lapsed = about_scan.integer("aigov:coverage:suspects"), lapsed_files(about_scan, at)
    late = [{"reason": "lapsed-statement", "files": lapsed, "suspects": lapsed}] if lapsed else []
    return said(
        known=True,
        complete=complete and not lapsed,
        files_seen=about_scan.integer("aigov:coverage:files-seen"),
        files_scanned=about_scan.integer("aigov:coverage:files-scanned"),
        suspects=None if suspects is None else suspects + lapsed,
        gaps=late
        + [
            {key: row[key] for key in ("reason", "language", "files", "suspects") if row.get(key) is not None}
            for row in sorted(about_scan.rows("aigov:coverage:gap"), key=lambda row: sorted(map(str, row.items())))
        ],
    )


def _ai_use(document: Row) -> str:
    """``present`` on any AI that ships; ``none`` only where everything that may hold AI was read.

    A service or model of another tool's BOM that the catalogue does not know proves no AI by itself, but its mere
    presence in an ML-BOM does for models.
    """
    found: Iterable[Row] = (
        *document["libraries"],
        *(row for row in document["providers"] if "slug" in row),
        *document["models"],
        *document["artifacts"],
        *document["mcp_servers"],
        *document["unresolved"],
    )
    if any(row.get("scope") in SHIPPED for row in found):
        return "present"
    coverage = document["coverage"]
    unseen = any(gap.get("reason", "").startswith(_UNSEEN) for gap in coverage.get("gaps", ()))
    searched = coverage["known"] and (coverage["complete"] or (coverage.get("suspects") == 0 and not unseen))
    return "none" if searched else "undetermined"
