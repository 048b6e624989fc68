"""Agents, tools and observers of an AI-BOM, as policies read them. Other tools' documents say nothing of these."""

from __future__ import annotations

from aigov.addresses import uses_tls
from aigov.catalogue import Catalogue
from aigov.policy.bom_read import Properties, Row, group, occurrences, place, said, sort_places

_OBSERVER = ("slug", "how", "content", "url", "exposure", "region", "variable", "scope")


def is_agent(component: Row) -> bool:
    """Whether aigov wrote the component as an agent."""
    return _is(component, "agent")


def is_tool(service: Row) -> bool:
    """Whether aigov wrote the service as a tool."""
    return _is(service, "tool")


def _is(part: Row, kind: str) -> bool:
    return str(part.get("bom-ref", "")).startswith(f"{kind}:") and kind in Properties(part, "").all("aigov:kind")


def read_agents(components: list[Row]) -> list[Row]:
    """One row for each agent, sorted."""
    return sorted((_agent(part) for part in components if is_agent(part)), key=lambda row: str(row["ref"]))


def read_tools(services: list[Row]) -> list[Row]:
    """One row for each tool, sorted."""
    return sorted((_tool(part) for part in services if is_tool(part)), key=lambda row: str(row["ref"]))


def read_observers(findings: Properties, catalogue: Catalogue) -> list[Row]:
    """One row for each observer that is switched on in one way, with the places that do it."""
    rows = findings.rows("aigov:observer")
    copied: dict[str, set[str]] = {}
    for row in rows:
        copied.setdefault(row["slug"], set()).update(row.get("providers", ()))
    return [
        row
        | said(
            providers=sorted(copied[row["slug"]]),
            tls=uses_tls(row["url"]) if "url" in row else None,
            jurisdiction=vendor.jurisdiction if (vendor := catalogue.get(row["slug"])) else None,
        )
        for row in group(rows, _OBSERVER)
    ]


def _agent(component: Row) -> Row:
    ref = str(component["bom-ref"])
    properties = Properties(component, ref)
    return said(
        ref=ref,
        name=component["name"],
        framework=properties.get("aigov:agent:framework"),
        model=properties.get("aigov:agent:model"),
        scope=properties.get("aigov:scope"),
        tools=sorted(properties.all("aigov:agent:tool")),
        mcp_servers=sorted(properties.all("aigov:agent:mcp-server")),
        agents=sorted(properties.all("aigov:agent:agent")),
        capabilities=_capabilities(properties.rows("aigov:agent:capability")),
        combinations=[
            said(id=row["id"], weak=row.get("weak"), proof=_capabilities(row.get("proof", [])))
            for row in sorted(properties.rows("aigov:agent:combination"), key=lambda row: str(row["id"]))
        ],
        approval=_approval(properties),
        unresolved=properties.get("aigov:agent:unresolved"),
        occurrences=occurrences(component),
    )


def _tool(service: Row) -> Row:
    ref = str(service["bom-ref"])
    properties = Properties(service, ref)
    return said(
        ref=ref,
        name=service["name"],
        origin=properties.get("aigov:tool:origin"),
        scope=properties.get("aigov:scope"),
        symbol=properties.get("aigov:tool:symbol"),
        capabilities=_capabilities(properties.rows("aigov:tool:capability")),
        approval=_approval(properties),
        offered=properties.get("aigov:tool:offered"),
        unresolved=properties.get("aigov:tool:unresolved"),
        occurrences=sort_places([place(row) for row in properties.rows("aigov:occurrence")]),
    )


def _capabilities(rows: list[Row]) -> list[Row]:
    keys = ("class", "weak", "why", "file", "line")
    return sorted(
        ({key: row[key] for key in keys if row.get(key) is not None} for row in rows), key=lambda row: str(row["class"])
    )


def _approval(properties: Properties) -> Row | None:
    return next(iter(sort_places([place(row) for row in properties.rows("aigov:approval")])), None)
