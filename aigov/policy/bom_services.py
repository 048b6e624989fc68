"""Services of an AI-BOM, as policies read them: providers, MCP servers, and the data that reaches them."""

from __future__ import annotations

from typing import Any

from aigov.addresses import uses_tls
from aigov.canonical import canonical_json
from aigov.catalogue import Catalogue
from aigov.catalogue.entry import Entry
from aigov.errors import UsageError
from aigov.policy.bom_agents import is_tool
from aigov.policy.bom_components import find_by_name, read_traits, reference
from aigov.policy.bom_read import (
    Properties,
    Row,
    group,
    host_of,
    place,
    proven_exposure,
    said,
    sort_places,
    split_url,
)

_CLASSES = {"pii": "personal", "phi": "special-category", "pifi": "financial"}
"""Words that CycloneDX documents use for classes that aigov names otherwise."""

_OUTWARD = ("outbound", "bi-directional")


def read_providers(services: list[Row], catalogue: Catalogue) -> list[Row]:
    """One row for each service that is no MCP server and no tool, sorted."""
    rows = [_provider_row(part, catalogue) for part in services if not _is_mcp(part) and not is_tool(part)]
    return sorted(rows, key=lambda row: str(row["ref"]))


def read_mcp_servers(services: list[Row]) -> list[Row]:
    """One row for each MCP server, sorted."""
    return sorted((_mcp_row(part) for part in services if _is_mcp(part)), key=lambda row: str(row["ref"]))


_HANDS_ON = ("framework", "agent-framework")
"""Kinds of libraries that send what they are given to a provider of the app's choice."""


def read_flows(services: list[Row], components: list[Row], catalogue: Catalogue) -> list[Row]:
    """What data reaches which provider: as the scan saw it at each call, or as ``services[].data`` says. Where the
    source does not name the provider, the framework that hands the data on stands in its place.

    :raises UsageError: a call does not say what it sends: no classes is an answer, silence is none.
    """
    rows: list[Row] = []
    for part in services:  # one by one: in others' BOMs, two may go by the same name
        provider = {} if _is_mcp(part) or is_tool(part) else _provider_row(part, catalogue)
        if "slug" not in provider:
            continue
        head = {"provider": provider["slug"], "ref": provider["ref"]}
        seen = Properties(part, provider["ref"]).rows("aigov:flow")
        if any("classes" not in row for row in seen):
            raise UsageError(
                "property aigov:flow: classes is absent",
                where=f"AI-BOM, {provider['ref']}",
                fix="write the AI-BOM again with `aigov scan`",
            )
        rows += [head | row | {"classes": sorted(row["classes"])} for row in seen]
        if not seen and not _is_own(part):
            found = sorted({row["class"] for row in provider["data"] if row["flow"] in _OUTWARD})
            rows += [head | {"classes": found, "scope": "app"}] if found else []
    for part in components:
        properties = Properties(part, reference(part, "component"))
        slugs = [s for s in sorted(properties.all("aigov:name")) if (e := catalogue.get(s)) and e.kind in _HANDS_ON]
        for row in properties.rows("aigov:flow") if slugs else ():
            head = {"provider": slugs[0], "ref": reference(part, "component")}
            rows.append(head | row | {"classes": sorted(row.get("classes", ()))})
    grouped = group(
        rows,
        (
            "provider",
            "ref",
            "model",
            "classes",
            "unresolved",
            "partial",
            "copied",
            "recorded_by",
            "filtered_by",
            "scope",
        ),
    )
    for row in grouped:  # a flow that only the document states has no place in the source
        row["occurrences"] = [item for item in row["occurrences"] if item.get("file")]
    return grouped


def _is_own(service: Row) -> bool:
    return bool(Properties(service, "").all("aigov:name"))


def _is_mcp(service: Row) -> bool:
    return "mcp" in Properties(service, "").all("aigov:kind") and str(service.get("bom-ref", "")).startswith("mcp:")


def _provider_row(service: Row, catalogue: Catalogue) -> Row:
    ref = reference(service, "service")
    properties = Properties(service, ref)
    slug = properties.get("aigov:name")
    if slug:
        entry = catalogue.get(slug)
        scope = properties.get("aigov:scope")
        endpoints = [_own_endpoint(row) for row in properties.rows("aigov:endpoint")]
    else:
        entry = _find_entry(service, catalogue)
        slug = entry.id if entry else None
        scope = "app"
        endpoints = [
            said(url=_without_secrets(url), exposure=proven_exposure(url), tls=uses_tls(url))
            for url in service.get("endpoints") or ()
        ]
    return said(
        ref=ref,
        name=service["name"],
        slug=slug,
        kind=properties.get("aigov:kind") or (entry.kind if entry else None),
        traits=read_traits(properties, slug, entry) if slug else None,
        organization=(service.get("provider") or {}).get("name"),
        jurisdiction=properties.get("aigov:jurisdiction") or (entry.jurisdiction if entry else None),
        trust_boundary=service.get("x-trust-boundary"),
        scope=scope,
        endpoints=_distinct(endpoints),
        data=_data(service),
        occurrences=sort_places([place(row) for row in properties.rows("aigov:occurrence")]),
    )


def _distinct(rows: list[Row]) -> list[Row]:
    """Sorted, each once: the same address is called from many places."""
    return [row for _, row in sorted({canonical_json(row): row for row in rows}.items())]


def _own_endpoint(row: Row) -> Row:
    return {key: row[key] for key in ("url", "exposure", "region", "tls", "source") if row.get(key) is not None}


def _without_secrets(url: str) -> str:
    """Others may leave a password or key in an address; results are handed on."""
    parts = split_url(url)
    if parts is None or not (parts.username or parts.password or parts.query):
        return url
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


def _find_entry(service: Row, catalogue: Catalogue) -> Entry | None:
    """By the hosts of its endpoints, else by its own name, else by its provider's."""
    for url in service.get("endpoints") or ():
        host = host_of(url)
        if host and (entry := catalogue.host(host)):
            return entry
    names: list[Any] = [service["name"], (service.get("provider") or {}).get("name")]
    for name in filter(None, names):
        if found := find_by_name(name, catalogue):
            return found[0]
    return None


def _data(service: Row) -> list[Row]:
    pairs = set()
    for item in service.get("data") or ():
        name = item.get("classification")
        if name:
            pairs.add((_CLASSES.get(name.lower(), name), item.get("flow") or "unknown"))
    return [{"class": name, "flow": flow} for name, flow in sorted(pairs)]


def _mcp_capabilities(properties: Properties) -> list[str] | None:
    """Sorted; None where nothing is known of the server."""
    found = sorted(properties.all("aigov:mcp:capability"))
    return [name for name in found if name != "none"] if found else None


def _mcp_row(service: Row) -> Row:
    ref = reference(service, "mcp")
    properties = Properties(service, ref)
    endpoints = properties.rows("aigov:endpoint")
    url = min(
        (row["url"] for row in endpoints if "url" in row), default=min(service.get("endpoints") or (), default=None)
    )
    return said(
        ref=ref,
        name=service["name"],
        transport=properties.get("aigov:mcp:transport"),
        package=properties.get("aigov:mcp:package"),
        version=properties.get("aigov:mcp:version") or service.get("version"),
        url=url,
        exposure=proven_exposure(url) if url else None,
        tls=uses_tls(url) if url else None,
        pinned=properties.get("aigov:mcp:pinned") or "unresolved",
        capabilities=_mcp_capabilities(properties),
        scope=properties.get("aigov:scope"),
        occurrences=sort_places([place(row) for row in properties.rows("aigov:occurrence")]),
    )
