"""Tools that a request declares as tables: types of a provider, names and schemas, action groups of a Bedrock agent."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace

from aigov.scan import arguments
from aigov.scan.agents.effects import Effects, by_name
from aigov.scan.agents.tool_rows import ToolRows, sorted_abilities
from aigov.scan.agents.toolset import Toolset
from aigov.scan.facts.types import Constant, Expr, Table
from aigov.scan.values import ListValue, Place, TableValue, Text, Value

_CLIENT_TOOLS = ("function", "custom", "object")
_MCP_TOOLS = ("mcp", "mcp_toolset")


class DeclaredTools(ToolRows):
    """Reads the tables among what agents are handed."""

    @abstractmethod
    def expression(self, expr: Expr, place: Place, into: Toolset, depth: int = 0) -> None:
        """The tools that a list, a table, or what adds them up holds."""

    def _declared(self, value: TableValue, into: Toolset) -> None:
        """A tool as a table: ``{"type": "web_search"}``, ``{"name": …, "input_schema": …}``."""
        resolver = self._context.resolver

        def text(*keys: str) -> str | None:
            values: tuple[Value, ...] = (value,)
            for key in keys:
                values = tuple(
                    f for v in values if isinstance(v, TableValue) for f in arguments.table_key(resolver, v, key)
                )
            return next((v.value for v in values if isinstance(v, Text)), None)

        keys = {key.value for key, _ in value.table.pairs if isinstance(key, Constant)}
        if "actionGroupName" in keys:
            self._group(value, into)
            return
        kind = text("type")
        if kind in _MCP_TOOLS:
            into.servers.setdefault((value.place.facts.path, value.table.line))
            for _, part in value.table.pairs:
                into.servers.setdefault((value.place.facts.path, getattr(part, "line", value.table.line)))
            into.reasons.setdefault("the tools of an MCP server are told at run time")
            return
        if kind and kind not in _CLIENT_TOOLS and self._typed(kind, value.place.facts.path, value.table.line, into):
            return
        for key, part in value.table.pairs:
            if isinstance(key, Constant) and key.value in ("functionDeclarations", "function_declarations"):
                self.expression(part, value.place, into, 1)
                return
            if (
                isinstance(key, Constant)
                and isinstance(key.value, str)
                and _is_empty(part)
                and any(row.pattern.fullmatch(key.value) for row in self._rules.types)
            ):
                self._typed(key.value, value.place.facts.path, value.table.line, into)
                return
        name = text("name") or text("function", "name") or text("toolSpec", "name")
        line = value.table.line
        if name is None:
            into.reasons.setdefault("a tool's table names no tool")
            return
        found = self._executed(name, value.place)
        if found is not None:
            into.tools.setdefault(self.function(found, name))
            return
        tool = self._tool(name, "unknown", value.place, line, why="what runs when it is called is not seen")
        effects = Effects()
        by_name(self._rules, effects, name, tool.file, tool.line)
        self._keep(into, replace(tool, abilities=sorted_abilities(effects)))

    def _group(self, value: TableValue, into: Toolset) -> None:
        """An action group of a Bedrock agent: the functions of its schema, else the group as a whole
        (https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_CreateAgentActionGroup.html)."""

        def below(*keys: str) -> tuple[Value, ...]:
            values: tuple[Value, ...] = (value,)
            for key in keys:
                values = tuple(
                    found
                    for held in values
                    if isinstance(held, TableValue)
                    for found in arguments.table_key(self._context.resolver, held, key)
                )
            return values

        for signature in below("parentActionGroupSignature"):
            if isinstance(signature, Text):
                self._typed(signature.value, value.place.facts.path, value.table.line, into)
                return
        before = len(into.tools)
        for functions in below("functionSchema", "functions"):
            if isinstance(functions, ListValue):
                self.expression(functions.items, functions.place, into, 1)
        if len(into.tools) > before:
            return
        name = next((v.value for v in below("actionGroupName") if isinstance(v, Text)), None) or "action group"
        self.action_group(name, value.place, value.table.line, into)

    def action_group(self, name: str, place: Place, line: int, into: Toolset) -> None:
        """A group of actions whose functions are not seen."""
        tool = self._tool(name, "unknown", place, line, why="what runs when it is called is not seen")
        effects = Effects()
        by_name(self._rules, effects, name, tool.file, tool.line)
        self._keep(into, replace(tool, abilities=sorted_abilities(effects)))


def _is_empty(expr: Expr) -> bool:
    return isinstance(expr, Table) and len(expr.pairs) <= 2
