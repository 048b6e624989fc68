"""What an expression hands to an agent: functions, tool objects, tables, names of tools that a provider runs."""

from __future__ import annotations

import re
from dataclasses import replace

from aigov.catalogue.agent_rules import Rule
from aigov.reach import Ability, Reference
from aigov.scan import arguments
from aigov.scan.agents.declared import DeclaredTools
from aigov.scan.agents.effects import Effects, by_name
from aigov.scan.agents.tool_rows import TOOL_NAME, sorted_abilities
from aigov.scan.agents.toolset import MAX_TOOLS, Toolset, lines_of, named_method, variable_of
from aigov.scan.argument_exprs import argument_exprs
from aigov.scan.facts.types import (
    Attribute,
    CallExpr,
    Choice,
    Concat,
    Constant,
    Expr,
    Fallback,
    Name,
    Opaque,
    Sequence,
    Table,
)
from aigov.scan.values import (
    ClassValue,
    Frame,
    FunctionValue,
    ListValue,
    Made,
    NotKnown,
    ObjectValue,
    Place,
    Scalar,
    Symbol,
    TableValue,
    Text,
    Value,
    spelled,
)

MAX_DEPTH = 8
_MCP = re.compile(r"mcp", re.IGNORECASE)
_HOLDERS = frozenset(("tools", "functions", "tool", "agent"))
_EMPTY = (".ToolSet", ".AsyncToolSet")
"""Containers that are made empty, and filled later."""
_GROWING = frozenset(("append", "extend", "push", "add", "insert", "concat"))


class ToolReader(DeclaredTools):
    """Reads what agents are handed."""

    def read(self, call: CallExpr, names: tuple[str, ...], place: Place, into: Toolset) -> bool:
        """The tools that the arguments ``names`` of a call hand over, the first that is passed; whether one is.

        ``<T>`` is its type argument: ``AddFromType<OrderPlugin>()``.
        """
        for name in names:
            if name == "*":
                for expr in call.args:
                    self.expression(expr, place, into)
                return bool(call.args)
            if name == "<T>":
                exprs = [(expr, place) for expr in call.types]
            else:
                exprs = argument_exprs(self._context, call, name, place)
            for expr, at in exprs:
                self.expression(expr, at, into)
            if exprs:
                return True
        return False

    def expression(self, expr: Expr, place: Place, into: Toolset, depth: int = 0) -> None:
        """The tools that a list, a table, or what adds them up holds."""
        if depth > MAX_DEPTH or len(into.tools) > MAX_TOOLS:
            into.reasons.setdefault("too many tools to follow")
            return
        if isinstance(expr, Sequence):
            for item in expr.items:
                self._item(item, place, into, depth)
        elif isinstance(expr, Table):
            self._container(expr, place, into, depth)
        elif isinstance(expr, (Concat, Choice, Fallback)):
            for part in expr.parts if isinstance(expr, Concat) else expr.options:
                if not (isinstance(part, Constant) and part.value is None):
                    self.expression(part, place, into, depth + 1)
        elif isinstance(expr, Opaque) and expr.parts:
            for part in expr.parts:
                self.expression(part, place, into, depth + 1)
        elif not isinstance(expr, Constant) or isinstance(expr.value, str):
            if isinstance(expr, Name):
                self._added(expr, place, into, depth)
                if self._assembled(expr, place, into, depth):
                    return
            if isinstance(expr, CallExpr) and (
                self._listed(expr, place, into, depth) or self._returned(expr, place, into, depth)
            ):
                return
            for value in self._context.resolver.resolve(expr, place):
                self._value(value, expr, place, into, None, depth)

    def servers(self, expr: Expr, place: Place, into: Toolset) -> None:
        """The MCP servers that a list or table names; its lines are enough to find their rows."""
        facts = place.facts
        for line in lines_of(expr):
            into.servers.setdefault((facts.path, line))
        if isinstance(expr, Table):
            exprs = [value for _, value in expr.pairs]
        else:
            exprs = list(expr.items) if isinstance(expr, Sequence) else [expr]
        for part in exprs:
            for value in self._context.resolver.resolve(part, place):
                if isinstance(value, TableValue):
                    for line in lines_of(value.table):
                        into.servers.setdefault((value.place.facts.path, line))
                elif isinstance(value, Made) and value.call is not None:
                    for line in (value.call.line, *lines_of(value.call)):
                        into.servers.setdefault((value.place.facts.path, line))
                elif isinstance(value, ListValue) and part is not expr:
                    self.servers(value.items, value.place, into)
        into.reasons.setdefault("the tools of an MCP server are told at run time")

    def _item(self, item: Expr, place: Place, into: Toolset, depth: int, hint: str | None = None) -> None:
        if isinstance(item, Opaque) and item.reason == "spread" and item.parts:
            self.expression(item.parts[0], place, into, depth + 1)
        elif isinstance(item, (Sequence, Choice, Fallback)):
            self.expression(item, place, into, depth + 1)
        elif isinstance(item, Table):
            self._declared(TableValue(item, place), into)
        elif not (isinstance(item, Constant) and item.value is None):
            for value in self._context.resolver.resolve(item, place):
                self._value(value, item, place, into, hint, depth)

    def _container(self, table: Table, place: Place, into: Toolset, depth: int) -> None:
        """``{weather: tool(…)}``: the keys are the names."""
        keys = {key.value for key, _ in table.pairs if isinstance(key, Constant)}
        if (
            "type" in keys
            or {"name", "description"} <= keys
            or {"name", "input_schema"} & keys == {"name", "input_schema"}
        ):
            self._declared(TableValue(table, place), into)
            return
        for key, value in table.pairs:
            hint = key.value if isinstance(key, Constant) and isinstance(key.value, str) else None
            self._item(value, place, into, depth, hint)
        for spread in table.spreads:
            self.expression(spread, place, into, depth + 1)

    def _listed(self, call: CallExpr, place: Place, into: Toolset, depth: int) -> bool:
        """``list(tools)``, ``a.concat(b)``, ``Object.values(tools)``, ``[…].filter(…)``: what they are made of."""
        callee = call.callee
        name = callee.name if isinstance(callee, (Name, Attribute)) else ""
        if name in ("list", "tuple", "set", "sorted", "values", "load_tools") and call.args:
            self.expression(call.args[0], place, into, depth + 1)
            return True
        if name in ("concat", "filter", "map", "flat") and isinstance(callee, Attribute):
            self.expression(callee.base, place, into, depth + 1)
            for argument in call.args if name == "concat" else ():
                self.expression(argument, place, into, depth + 1)
            return True
        return False

    def _assembled(self, name: Name, place: Place, into: Toolset, depth: int) -> bool:
        """A variable that only a first-party function fills, which may put the list together step by step."""
        facts = place.facts
        owner = next((s for s in facts.chain(place.scope) if facts.named_bindings(s.index, name.name)), None)
        bindings = [b for b in facts.named_bindings(owner.index, name.name) if b.kind == "assign"] if owner else []
        if owner is None or len(bindings) != 1 or len(bindings[0].path) != 1:
            return False
        value = facts.value(bindings[0])
        return isinstance(value, CallExpr) and self._returned(
            value, Place(facts, owner.index, place.frame), into, depth
        )

    def _returned(self, call: CallExpr, place: Place, into: Toolset, depth: int) -> bool:
        """The tools that a first-party function gives back."""
        functions = [v for v in self._context.resolver.resolve(call.callee, place) if isinstance(v, FunctionValue)]
        key = (functions[0].facts.path, functions[0].scope) if len(functions) == 1 else None
        nodes = functions[0].facts.returns.get(functions[0].scope, ()) if key else ()
        if not nodes or key is None or key in into.followed:
            return False
        into.followed.add(key)
        function = functions[0]
        exprs = [function.facts.expr(node) for node in nodes]
        if not any(isinstance(expr, (Name, Sequence, Concat, Table)) for expr in exprs):
            return False
        frame = Frame(function.facts, function.scope, call, place, function.receiver)
        for expr in exprs:
            self.expression(expr, Place(function.facts, function.scope, frame), into, depth + 1)
        return True

    def _added(self, name: Name, place: Place, into: Toolset, depth: int) -> None:
        """What is added to a list after it was made: ``tools.append(search)``, ``tools += [search]``."""
        facts = place.facts
        owner = next((s for s in facts.chain(place.scope) if facts.named_bindings(s.index, name.name)), None)
        if owner is None:
            return
        for binding in facts.named_bindings(owner.index, name.name):
            value = facts.value(binding) if binding.kind == "augment" else None
            if value is not None:
                self.expression(value, Place(facts, owner.index, place.frame), into, depth + 1)
        for site in facts.calls:
            if (
                site.tail in _GROWING
                and site.callee == f"{name.name}.{site.tail}"
                and owner.start <= site.offset < owner.end
            ):
                call = facts.call(site)
                for argument in call.args if call is not None else ():
                    if not isinstance(argument, Constant):
                        self.expression(
                            argument, Place(facts, facts.scope_at(site.offset), place.frame), into, depth + 1
                        )

    def _value(self, value: Value, expr: Expr, place: Place, into: Toolset, hint: str | None, depth: int) -> None:
        if isinstance(value, FunctionValue):
            into.tools.setdefault(self.function(value, hint))
        elif isinstance(value, ListValue):
            if depth <= MAX_DEPTH:
                self.expression(value.items, value.place, into, depth + 1)
        elif isinstance(value, TableValue):
            if hint is not None or isinstance(expr, Name):
                self._table(value, into, hint, depth)
            else:
                self._container(value.table, value.place, into, depth)
        elif isinstance(value, ObjectValue):
            self._object(value, expr, place, into, hint)
        elif isinstance(value, ClassValue):
            self._class(value, into)
        elif isinstance(value, (Symbol, Made)) and not (spelled(value) or "").endswith((".omit", ".NOT_GIVEN")):
            self._vendor(value, expr, place, into, hint, depth)
        elif isinstance(value, Text):
            self._typed(value.value, value.file, value.line, into)
        elif isinstance(value, NotKnown):
            into.reasons.setdefault(value.reason)
        elif not (isinstance(value, Scalar) and not value.value):
            into.reasons.setdefault("a part of the tools is not followed")

    def _table(self, value: TableValue, into: Toolset, hint: str | None, depth: int) -> None:
        keys = {key.value for key, _ in value.table.pairs if isinstance(key, Constant)}
        run = next((key for key in ("execute", "handler", "func", "run", "function") if key in keys), None)
        if hint is not None and run is not None and run != "function":
            exprs = [expr for key, expr in value.table.pairs if isinstance(key, Constant) and key.value == run]
            for found in self._context.resolver.resolve(exprs[0], value.place):
                if isinstance(found, FunctionValue):
                    into.tools.setdefault(self.function(found, hint))
                    return
        if hint is not None and "type" not in keys and "name" not in keys:
            self._keep(into, self._tool(hint, "unknown", value.place, value.table.line, why="what runs it is not seen"))
            return
        self._container(value.table, value.place, into, depth + 1)

    def _vendor(
        self, value: Symbol | Made, expr: Expr, place: Place, into: Toolset, hint: str | None, depth: int
    ) -> None:
        name = (spelled(value) or "").removesuffix("()")
        at = value.place if isinstance(value, Made) and value.call is not None else place
        line = value.call.line if isinstance(value, Made) and value.call is not None else getattr(expr, "line", 1)
        bare = (
            ".".join((value.symbol.qualified, *(n.removesuffix("()") for n in value.names)))
            if isinstance(value, Made)
            else name
        )
        known = [row for row in self._rules.known if row.pattern.fullmatch(bare)]
        if known:
            shown = (
                bare.rpartition(".")[2]
                if isinstance(value, Symbol)
                else (value.symbol.names or (value.symbol.module,))[-1]
            )
            shown = bare.rpartition("/")[2].rpartition(".")[0] if shown == "New" and "/" in bare else shown
            because = f"{bare} is known to"
            tool = self._tool(hint or shown, "package", at, line, symbol=bare)
            abilities = {a: None for row in known for a in row.abilities}
            found = [Ability(capability=a, file=tool.file, line=tool.line, why=because) for a in sorted(abilities)]
            self._keep(into, replace(tool, abilities=tuple(found)))
            return
        made = value.call if isinstance(value, Made) else None
        rule = self.rule_of(value, self._rules.tools) if isinstance(value, Made) else None
        if rule is not None and made is not None:
            self.wrapped(rule, made, at, into, hint, depth)
            return
        if isinstance(value, Made) and any(n.startswith(("as_tool", "asTool")) for n in value.names):
            into.agents.setdefault(Reference(file=at.facts.path, line=line, name=variable_of(made, at) or "agent"))
            return
        if isinstance(value, Made) and self.rule_of(value, self._rules.agents) is not None:
            into.agents.setdefault(Reference(file=at.facts.path, line=line, name=variable_of(made, at) or "agent"))
            return
        if _MCP.search(bare):
            into.servers.setdefault((at.facts.path, line))
            for used in lines_of(made) if made is not None else ():
                into.servers.setdefault((at.facts.path, used))
            into.reasons.setdefault("the tools of an MCP server are told at run time")
            return
        if self.grouped(bare, made, at, into) or bare.endswith(_EMPTY):
            return
        if isinstance(value, Symbol) and value.builtin:
            into.reasons.setdefault(f"{value.qualified} is not followed")
            return
        tool = self._tool(hint or bare.rpartition(".")[2], "unknown", at, line, symbol=bare, why=f"{bare} is not known")
        effects = Effects()
        by_name(self._rules, effects, tool.name, tool.file, tool.line)
        self._keep(into, replace(tool, abilities=sorted_abilities(effects)))

    def _holds_tools(self, value: Value, argument: str) -> bool:
        """Whether what a tool maker is given is made of other tools: a list, an agent, a plugin, a tool to wrap."""
        if argument.startswith("#"):
            if argument == "#0" and isinstance(value, ListValue):
                return True
            return isinstance(value, Made) and self.rule_of(value, self._rules.tools) is not None
        return argument in _HOLDERS and isinstance(value, (ListValue, Made, ObjectValue, ClassValue))

    def unattached(self, rule: Rule, call: CallExpr, place: Place) -> None:
        """A tool that a call makes and no agent is seen to be given."""
        known = frozenset(self._kept)
        before = {(reference.file, reference.line) for reference in known}
        into = Toolset()
        self.wrapped(rule, call, place, into, variable_of(call, place))
        for reference in into.tools:
            if reference in known:
                continue
            if (reference.file, reference.line) in before and sum(
                (r.file, r.line) == (reference.file, reference.line) for r in self._kept
            ) > 1:
                del self._kept[reference]

    def wrapped(
        self, rule: Rule, call: CallExpr, place: Place, into: Toolset, hint: str | None, depth: int = 0
    ) -> None:
        """A tool that a call makes of a function: ``tool({execute: …})``, ``StructuredTool.from_function(f)``."""
        named = next(
            (
                text.value
                for name in rule.name
                for text in arguments.argument(self._context.resolver, call, name, place)
                if isinstance(text, Text) and TOOL_NAME.fullmatch(text.value)
            ),
            None,
        )
        hint = hint or variable_of(call, place)
        approval = self.approval(call, rule.approval, place)
        tail = call.callee.name if isinstance(call.callee, (Attribute, Name)) else ""
        held = False
        registered = [
            found
            for argument in rule.function
            if argument.startswith("*.")
            for found in argument_exprs(self._context, call, argument, place)
        ]
        for expr, at in registered:
            self.expression(expr, at, into, depth + 1)
        if registered:
            return
        for argument in rule.function:
            for expr, at in argument_exprs(self._context, call, argument, place):
                values = () if isinstance(expr, (Constant, Table)) else self._context.resolver.resolve(expr, at)
                for value in values:
                    if isinstance(value, FunctionValue):
                        reference = self.function(value, named or hint)
                        self.approved(reference, approval)
                        into.tools.setdefault(reference)
                        return
                    if depth < MAX_DEPTH and self._holds_tools(value, argument):
                        before = set(into.tools)
                        self._value(value, expr, at, into, None, depth + 1)
                        for reference in into.tools.keys() - before:
                            self.approved(reference, approval)
                        held = True
                    elif isinstance(value, ClassValue) and (
                        method := named_method(self._context.resolver, value, call, place)
                    ):
                        into.tools.setdefault(self.function(method, named or hint))
                        return
                    elif isinstance(value, ClassValue):
                        hint = hint or value.facts.scopes[value.scope].name  # the schema of what it is given
        if held:
            return
        retrieves = any(name.rpartition(".")[2] == tail for name in rule.retrieves)
        tool = self._tool(
            named or hint or tail or "tool",
            "package" if retrieves else "unknown",
            place,
            call.line,
            why=None if retrieves else "what runs when it is called is not seen",
        )
        effects = Effects()
        if retrieves:
            effects.add("reads-sensitive", tool.file, tool.line, f"{tail} searches a store of documents")
        by_name(self._rules, effects, tool.name, tool.file, tool.line)
        self._keep(into, replace(tool, abilities=sorted_abilities(effects), approval=approval))
