"""An agent while its tools are still being gathered, and the row that becomes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from aigov.catalogue.agent_rules import Rule
from aigov.model import McpServer, Scope, Step
from aigov.reach import Ability, Agent, Reference
from aigov.scan import arguments
from aigov.scan.agents.toolset import Toolset
from aigov.scan.context import Context
from aigov.scan.values import Made, Text, Value

_PARTS = ("bind_tools", "bindTools", "ToolNode", "ToolExecutor", "ChatOptions")


@dataclass(slots=True)
class Building:
    """An agent whose tools are still being gathered."""

    rule: Rule
    file: str
    line: int
    name: str
    symbol: str
    scope: Scope
    toolset: Toolset = field(default_factory=Toolset)
    model: str | None = None
    abilities: dict[str, Ability] = field(default_factory=dict)
    approval: Step | None = None


def serves(context: Context, rule: Rule, value: Value) -> bool:
    """Whether a client is of the service whose methods a rule means."""
    if rule.service is None:
        return True
    if not isinstance(value, Made) or value.call is None:
        return False
    named = arguments.argument(context.resolver, value.call, "#0|service_name", value.place)
    return any(isinstance(text, Text) and text.value == rule.service for text in named)


def distinct(buildings: Iterable[Building]) -> Iterator[Building]:
    """A model that a graph binds tools to and the node that runs them are one agent; two models are two, unless one
    function makes both. Of tools that are not known nobody knows that they are the same."""
    buildings = list(buildings)
    whole = {_tools(one) for one in buildings if not _part(one)}
    parts: dict[tuple[str, frozenset[Reference]], set[tuple[str, str]]] = {}
    for building in buildings:
        key, part = _tools(building), _part(building)
        if part and building.toolset.tools:
            seen = parts.setdefault(key, set())
            if key in whole or any(part != other or building.name == name for other, name in seen):
                continue
            seen.add((part, building.name))
        yield building


def _tools(building: Building) -> tuple[str, frozenset[Reference]]:
    return building.file, frozenset(building.toolset.tools)


def _part(building: Building) -> str:
    """What binds or runs tools, where that is no agent by itself; empty where it is one."""
    tail = building.symbol.rpartition(".")[2]
    return tail if tail in _PARTS else ""


def agent_of(building: Building, servers: dict[tuple[str, int], McpServer]) -> Agent:
    """The row of an agent; what it reaches only as far as it is known."""
    toolset = building.toolset
    reached = {servers[at].name: servers[at] for at in toolset.servers if at in servers}
    unresolved = toolset.unresolved
    if building.rule.unrestricted and not unresolved:
        unresolved = f"{building.rule.unrestricted} are not listed here"
    return Agent(
        file=building.file,
        line=building.line,
        name=building.name,
        framework=building.rule.framework,
        scope=building.scope,
        symbol=building.symbol,
        model=building.model,
        tools=tuple(sorted(toolset.tools, key=_place)),
        servers=tuple(sorted((Reference(file=s.file, line=s.line, name=s.name) for s in reached.values()), key=_place)),
        agents=tuple(sorted(toolset.agents, key=_place)),
        abilities=tuple(building.abilities[key] for key in sorted(building.abilities)),
        approval=building.approval,
        unresolved=unresolved,
    )


def _place(row: Reference) -> tuple[str, int, str]:
    return row.file, row.line, row.name
