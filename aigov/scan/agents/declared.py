"""Tools that a request declares as tables: types of a provider, names and schemas, action groups of a Bedrock agent."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from aigov.model import Step
from aigov.scan import arguments
from aigov.scan.agents.effects import Effects, by_name
from aigov.scan.agents.tool_rows import ToolRows, sorted_abilities
from aigov.scan.agents.toolset import Toolset
from aigov.scan.facts.types import CallExpr, Constant, Expr, Table
from aigov.scan.values import ListValue, Place, TableValue, Text, Value

_CLIENT_TOOLS = ("function", "custom", "object")
_GROUP_CALL = re.compile(r"(?:^|[./_:])(?:\w*ActionGroup(?:Property|Command)?|\w+_agent_action_group)$")
"""``create_agent_action_group``, ``CreateAgentActionGroupCommand``, ``CfnAgent.AgentActionGroupProperty``."""
_MCP_TOOLS = ("mcp", "mcp_toolset")


class DeclaredTools(ToolRows):
    """Reads the tables among what agents are handed."""

    @abstractmethod
    def expression(self, expr: Expr, place: Place, into: Toolset, depth: int = 0) -> None:
        """The tools that a list, a table, or what adds them up holds."""

    def _declared(self, value: TableValue, into: Toolset) -> None:
        """A tool as a table: ``{"type": "web_search"}``, ``{"name": …, "input_schema": …}``."""

        def text(*keys: str) -> str | None:
            return next((v.value for v in self._below(value, ".".join(keys)) if isinstance(v, Text)), None)

        keys = {key.value for key, _ in value.table.pairs if isinstance(key, Constant)}
        if "actionGroupName" in keys:
            self._group(partial(self._below, value), value.place, value.table.line, into)
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
        # Bedrock asks the user first: FunctionSchema's requireConfirmation.
        asked = Step(file=value.place.facts.path, line=line, what="requireConfirmation")
        approval = asked if text("requireConfirmation") == "ENABLED" else None
        found = self._executed(name, value.place)
        if found is not None:
            reference = self.function(found, name)
            self.approved(reference, approval)
            into.tools.setdefault(reference)
            return
        tool = self._tool(name, "unknown", value.place, line, why="what runs when it is called is not seen")
        effects = Effects()
        by_name(self._rules, effects, name, tool.file, tool.line)
        self._keep(into, replace(tool, abilities=sorted_abilities(effects), approval=approval))

    def _below(self, value: TableValue, path: str) -> tuple[Value, ...]:
        """What stands in a table under a dotted path of keys."""
        values: tuple[Value, ...] = (value,)
        for key in path.split("."):
            values = tuple(
                found
                for held in values
                if isinstance(held, TableValue)
                for found in arguments.table_key(self._context.resolver, held, key)
            )
        return values

    def grouped(self, name: str, call: CallExpr | None, place: Place, into: Toolset) -> bool:
        """Read an action group that a call makes or creates; whether the name is that of such a call."""
        if call is None or not _GROUP_CALL.search(name):
            return False
        resolver = self._context.resolver
        self._group(lambda key: arguments.argument(resolver, call, key, place), place, call.line, into)
        return True

    def _group(self, told: Callable[[str], Iterable[Value]], place: Place, line: int, into: Toolset) -> None:
        """An action group of a Bedrock agent: the functions of its schema, else the group as a whole
        (https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_CreateAgentActionGroup.html).

        :param told: what stands under a key, dotted, of the group.
        """

        def first(*keys: str) -> Iterator[Value]:
            return (value for key in keys for value in told(key))

        for signature in first("parentActionGroupSignature", "parent_action_group_signature"):
            if isinstance(signature, Text):
                self._typed(signature.value, place.facts.path, line, into)
                return
        before = len(into.tools)
        for functions in first("functionSchema.functions", "function_schema.functions"):
            if isinstance(functions, ListValue):
                self.expression(functions.items, functions.place, into, 1)
        if len(into.tools) > before:
            return
        names = first("actionGroupName", "action_group_name", "name")
        name = next((value.value for value in names if isinstance(value, Text)), "action group")
        tool = self._tool(name, "unknown", place, line, why="what runs when it is called is not seen")
        effects = Effects()
        by_name(self._rules, effects, name, tool.file, tool.line)
        self._keep(into, replace(tool, abilities=sorted_abilities(effects)))


def _is_empty(expr: Expr) -> bool:
    return isinstance(expr, Table) and len(expr.pairs) <= 2
