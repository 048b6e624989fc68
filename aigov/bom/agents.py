"""Agents as components of type application, and their tools as services: CycloneDX counts intra-process ones
(https://cyclonedx.org/specification/overview/). Observers are findings about the app."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from aigov.bom import properties as p
from aigov.bom.addresses import publishable
from aigov.bom.document import Component, Evidence, Occurrence, Property, Service
from aigov.canonical import canonical_json, sha256_hex
from aigov.model import Inventory, McpServer, Step
from aigov.reach import Ability, Agent, Observer, Tool

Place = tuple[str, int, str]
"""File, line and name: what references name a row by."""


class Reach:
    """The agents and tools of an inventory, and what they depend on."""

    def __init__(self, inventory: Inventory, servers: Mapping[Place, str], models: Mapping[str, set[str]]) -> None:
        """
        :param servers: MCP server -> ``bom-ref`` of its service.
        :param models: model id -> ``bom-ref`` of its components.
        """
        self._tools = _references("tool", inventory.tools)
        self._agents = _references("agent", inventory.agents)
        self._servers = servers
        self.components = tuple(self._agent(row) for row in inventory.agents)
        self.services = tuple(self._tool(row) for row in inventory.tools)
        self.edges: dict[str, set[str]] = {}
        for row in inventory.agents:
            targets = {*self._given(row), *(self._agents[_place(other)] for other in row.agents)}
            named = models.get(row.model or "", set()) or models.get((row.model or "").rpartition("/")[2], set())
            self.edges[self._agents[_place(row)]] = targets | named
        held = {ref for targets in self.edges.values() for ref in targets}
        self.roots = {
            *self._agents.values(),
            *(ref for ref in self._tools.values() if ref not in held),
        }
        """What hangs on the app itself."""

    def _given(self, row: Agent) -> Iterator[str]:
        yield from (self._tools[_place(tool)] for tool in row.tools)
        yield from (ref for server in row.servers if (ref := self._servers.get(_place(server))))

    def _agent(self, row: Agent) -> Component:
        return Component(
            type="application",
            bom_ref=self._agents[_place(row)],
            name=row.name,
            scope="required" if row.scope == "app" else "excluded",
            evidence=Evidence(occurrences=(Occurrence(location=row.file, line=row.line, symbol=row.symbol),)),
            properties=(
                *p.state(p.KIND, "agent"),
                *p.state(p.SCOPE, row.scope),
                *p.state(p.AGENT_FRAMEWORK, row.framework),
                *p.state(p.AGENT_MODEL, row.model),
                *p.state_each(p.AGENT_TOOL, (self._tools[_place(tool)] for tool in row.tools)),
                *p.state_each(p.AGENT_SERVER, (self._servers.get(_place(server)) for server in row.servers)),
                *p.state_each(p.AGENT_HANDOVER, (self._agents[_place(other)] for other in row.agents)),
                *p.state_json(p.AGENT_ABILITY, map(_ability, row.abilities)),
                *p.state_json(
                    p.AGENT_COMBINATION,
                    (
                        {"id": part.id, "weak": part.weak, "proof": [_ability(ability) for ability in part.proof]}
                        for part in row.combinations
                    ),
                ),
                *p.state_json(p.APPROVAL, _approval(row.approval)),
                *p.state(p.AGENT_UNRESOLVED, row.unresolved),
            ),
        )

    def _tool(self, row: Tool) -> Service:
        return Service(
            bom_ref=self._tools[_place(row)],
            name=row.name,
            properties=(
                *p.state(p.KIND, "tool"),
                *p.state(p.SCOPE, row.scope),
                *p.state(p.TOOL_ORIGIN, row.origin),
                *p.state(p.TOOL_SYMBOL, row.symbol),
                *p.state_json(p.TOOL_ABILITY, map(_ability, row.abilities)),
                *p.state_json(p.APPROVAL, _approval(row.approval)),
                *p.state(p.TOOL_OFFERED, row.offered),
                *p.state(p.TOOL_UNRESOLVED, row.unresolved),
                *p.state_json(p.OCCURRENCE, ({"file": row.file, "line": row.line, "symbol": row.name},)),
            ),
        )


def reach_of(
    inventory: Inventory, servers: Iterable[tuple[Service, tuple[McpServer, ...]]], models: Iterable[Component]
) -> Reach:
    """What the document says of agents and tools, beside the services of MCP servers and the components of models."""
    by_id: defaultdict[str, set[str]] = defaultdict(set)
    for model in models:
        by_id[model.name].add(model.bom_ref)
    return Reach(inventory, {_place(row): mcp.bom_ref for mcp, rows in servers for row in rows}, by_id)


def observer_properties(inventory: Inventory) -> tuple[Property, ...]:
    """``aigov:observer``, one for each place that switches observability on."""
    return p.state_json(p.OBSERVER, map(_observer, inventory.observers))


def _observer(row: Observer) -> dict[str, Any]:
    return {
        "slug": row.name,
        "how": row.how,
        "content": row.content,
        "url": publishable(row.host) if row.host else None,
        "exposure": row.exposure,
        "region": row.region,
        "variable": row.variable,
        "providers": list(row.providers) or None,
        "evidence": row.evidence,
        "unresolved": row.unresolved,
        "file": row.file,
        "line": row.line,
        "scope": row.scope,
        "symbol": row.symbol,
    }


def surface_properties(inventory: Inventory) -> tuple[Property, ...]:
    """``aigov:surface``, one for each place at which persons meet what models make."""
    return p.state_json(
        p.SURFACE,
        (
            {
                "what": row.what,
                "how": row.how,
                "name": row.name,
                "route": row.route,
                "model": row.model,
                "asks": f"{row.asks.file}:{row.asks.line} {row.asks.what}" if row.asks else None,
                "weak": row.weak,
                "file": row.file,
                "line": row.line,
                "scope": row.scope,
                "symbol": row.symbol,
            }
            for row in inventory.surfaces
        ),
    )


def _ability(row: Ability) -> dict[str, Any]:
    return {"class": row.capability, "weak": row.weak, "why": row.why, "file": row.file, "line": row.line}


def _approval(step: Step | None) -> Iterator[dict[str, Any]]:
    if step is not None:
        yield {"what": step.what, "file": step.file, "line": step.line}


def _place(row: Any) -> Place:
    return row.file, row.line, row.name


def _references(prefix: str, rows: tuple[Any, ...]) -> dict[Place, str]:
    """A ``bom-ref`` for each row; rows that share a name get a digest of their place."""
    names = Counter(row.name for row in rows)
    return {
        _place(row): f"{prefix}:{row.name}"
        + ("" if names[row.name] == 1 else f"#{sha256_hex(canonical_json([row.file, row.line]))[:8]}")
        for row in rows
    }
