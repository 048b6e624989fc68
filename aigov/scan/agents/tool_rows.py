"""The rows of tools: what a function, a class or a type of a provider can do, and who must agree first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from aigov.catalogue.agent_rules import AgentRules, Rule
from aigov.model import Step
from aigov.reach import Ability, Reference, Tool
from aigov.scan import arguments, classes, lineage
from aigov.scan.agents.annotated import annotated_methods
from aigov.scan.agents.effects import Effects, by_name, effects_of
from aigov.scan.agents.toolset import Toolset
from aigov.scan.argument_exprs import argument_exprs
from aigov.scan.context import Context
from aigov.scan.facts.types import Attribute, CallExpr, Constant, Expr, Name, Sequence, Table
from aigov.scan.values import ClassValue, FunctionValue, ListValue, Made, ObjectValue, Place, Symbol, Text

_MCP = re.compile(r"mcp", re.IGNORECASE)
TOOL_NAME = re.compile(r"[A-Za-z][\w.:/-]{0,63}")

Origin = Literal["own", "package", "provider", "agent", "unknown"]

_VALUES = frozenset(("rust",))
"""Languages in which the name of a class may be the one value that it has."""


class ToolRows:
    """The tools of one scan; each is kept once, where it is defined."""

    def __init__(self, context: Context, rules: AgentRules) -> None:
        self._context = context
        self._rules = rules
        self._kept: dict[Reference, Tool] = {}
        self._effects: dict[tuple[str, int], Effects] = {}

    @property
    def tools(self) -> dict[Reference, Tool]:
        """Every tool so far, by its place."""
        return self._kept

    def close(self) -> None:
        """Let go of the scan; the tools stay."""
        del self._context
        self._effects.clear()

    def function(self, value: FunctionValue, hint: str | None = None) -> Reference:
        """The tool that a first-party function is."""
        facts, scope = value.facts, value.facts.scopes[value.scope]
        named, approval = self._decorated(value)
        name = named or hint or scope.name or "tool"
        reference = Reference(file=facts.path, line=scope.line, name=name)
        if reference not in self._kept:
            effects = self._effects_of(value)
            if effects.unresolved:
                by_name(self._rules, effects, name, facts.path, scope.line)
            self._kept[reference] = Tool(
                file=facts.path,
                line=scope.line,
                name=name,
                origin="own",
                scope=self._context.scope(facts.path),
                abilities=sorted_abilities(effects),
                approval=approval,
                unresolved=effects.unresolved,
            )
        return reference

    def suggested(self, tool: Tool) -> Tool:
        """A tool whose code is not seen, with what its name suggests."""
        if tool.origin != "unknown" or tool.abilities:
            return tool
        effects = Effects()
        by_name(self._rules, effects, tool.name, tool.file, tool.line)
        return replace(tool, abilities=sorted_abilities(effects))

    def offered(self, reference: Reference, server: str) -> None:
        """Note that an MCP server of the tree offers a tool."""
        self._kept[reference] = replace(self._kept[reference], offered=server)

    def approved(self, reference: Reference, step: Step | None) -> None:
        """Note where a person must agree."""
        if step is not None and self._kept[reference].approval is None:
            self._kept[reference] = replace(self._kept[reference], approval=step)

    def _effects_of(self, value: FunctionValue) -> Effects:
        key = (value.facts.path, value.scope)
        if key not in self._effects:
            self._effects[key] = effects_of(self._context, self._rules, value)
        found = self._effects[key]
        return replace(found, abilities=dict(found.abilities), unknown=dict(found.unknown))

    def _decorated(self, value: FunctionValue) -> tuple[str | None, Step | None]:
        """The name that a decorator gives, and the approval that it asks for."""
        facts, scope = value.facts, value.facts.scopes[value.scope]
        for decorator in scope.decorators:
            if not isinstance(decorator, CallExpr):
                continue
            callee = decorator.callee
            tail = callee.name if isinstance(callee, (Name, Attribute)) else ""
            if "tool" not in tail.lower() and "function" not in tail.lower():
                continue
            place = Place(facts, scope.parent or 0)
            step = self.approval(
                decorator, ("needs_approval", "requires_approval", "requires_confirmation", "approval_mode"), place
            )
            names = [
                text.value
                for argument in ("name", "Name", "name_override", *(() if facts.row.family == "java" else ("#0",)))
                for text in arguments.argument(self._context.resolver, decorator, argument, place)
                if isinstance(text, Text) and TOOL_NAME.fullmatch(text.value)
            ]
            return next(iter(names), None), step
        return None, None

    def approval(self, call: CallExpr, names: tuple[str, ...], place: Place) -> Step | None:
        """The argument by which a person must agree first; None where none is passed, or it is switched off."""
        for spelled in names:
            name, _, maker = spelled.partition(":")
            for expr, at in argument_exprs(self._context, call, name, place):
                if maker:
                    line = self._made_by(maker, expr, at)
                    if line is not None:
                        return Step(file=at.facts.path, line=line, what=maker)
                    continue
                if isinstance(expr, Constant) and expr.value in (None, False, "", "NEVER", "never", "never_require"):
                    continue
                if isinstance(expr, (Sequence, Table)) and not (
                    expr.items if isinstance(expr, Sequence) else expr.pairs
                ):
                    continue
                what = getattr(call.callee, "name", "") or name if name.startswith("#") else name.rpartition(".")[2]
                return Step(file=at.facts.path, line=getattr(expr, "line", call.line), what=what)
        return None

    def _made_by(self, maker: str, expr: Expr, place: Place) -> int | None:
        """The line in a list that calls ``maker``, by name or by the variable that holds what it made."""
        for item in expr.items if isinstance(expr, Sequence) else (expr,):
            for value in self._context.resolver.resolve(item, place):
                if isinstance(value, Made) and value.call is not None and value.symbol.qualified.endswith(f".{maker}"):
                    return value.call.line if value.place.facts is place.facts else getattr(item, "line", 1)
                if isinstance(value, ListValue) and item is expr:
                    return self._made_by(maker, value.items, value.place)
        return None

    def _own_class(self, value: ClassValue, name: str, method: FunctionValue, into: Toolset) -> None:
        cls = value.facts.scopes[value.scope]
        effects = self._effects_of(method)
        if effects.unresolved:
            by_name(self._rules, effects, name, value.facts.path, cls.line)
        self._keep(
            into,
            replace(
                self._tool(name, "own", Place(value.facts, value.scope), cls.line, why=effects.unresolved),
                abilities=sorted_abilities(effects),
            ),
        )

    def _class_name(self, value: ClassValue) -> str | None:
        facts = value.facts
        told = [facts.value(binding) for binding in facts.named_bindings(value.scope, "name")]
        named = classes.method(self._context.resolver, ObjectValue(value, None, Place(facts, value.scope)), "Name")
        if named is not None:
            told += map(named.facts.expr, named.facts.returns.get(named.scope, ()))
        for expr in told:
            if isinstance(expr, Constant) and isinstance(expr.value, str) and TOOL_NAME.fullmatch(expr.value):
                return expr.value
        return None

    def _run_methods(self, value: ClassValue) -> Iterator[str]:
        """Names under which a tool class is run, by what it extends; of others the usual ones."""
        bases = [base.qualified for base in lineage.external_bases(self._context.resolver, value)]
        for rule in self._rules.bases:
            if any(rule.pattern.fullmatch(base) for base in bases):
                yield from rule.methods
        yield from ("_run", "run", "execute", "call", "__call__", "invoke", "_call", "forward", "Call", "InvokableRun")

    def _typed(self, kind: str, file: str, line: int, into: Toolset) -> bool:
        """A tool that the model's host runs, by its type."""
        if into.of_agents:
            return True
        bare = kind.partition("(")[0]
        server = re.fullmatch(r"mcp__([\w-]+?)(?:__.*)?", bare)
        if server is not None:
            into.reasons.setdefault("the tools of an MCP server are told at run time")
            return True
        row = next((row for row in self._rules.types if row.pattern.fullmatch(bare)), None)
        if row is None and not TOOL_NAME.fullmatch(bare):
            return False
        tool = Tool(
            file=file,
            line=line,
            name=bare,
            origin="provider" if row is not None else "unknown",
            scope=self._context.scope(file),
            symbol=bare if row is not None else None,
            abilities=tuple(
                Ability(capability=a, file=file, line=line, why=f"the provider's tool {bare}")
                for a in (sorted(row.abilities) if row is not None else ())
            ),
            unresolved=None if row is not None else f"the tool {bare} is not known",
        )
        self._keep(into, tool)
        return True

    def _object(self, value: ObjectValue, expr: Expr, place: Place, into: Toolset, hint: str | None) -> None:
        cls = value.cls.facts.scopes[value.cls.scope]
        if self._annotated(value.cls, into):
            return
        for base in lineage.external_bases(self._context.resolver, value.cls):
            if base.names and _MCP.search(base.qualified):
                into.reasons.setdefault(f"the tools of {cls.name} are told at run time")
                return
        for name in self._run_methods(value.cls):
            method = classes.method(self._context.resolver, value, name)
            if method is not None:
                named = self._class_name(value.cls) or hint or cls.name or "tool"
                self._own_class(value.cls, named, method, into)
                return
        into.reasons.setdefault(f"{cls.name or 'an object'} is not followed")

    def _annotated(self, value: ClassValue, into: Toolset) -> bool:
        """Whether methods of a class are tools by their annotations, which are then read."""
        methods = list(annotated_methods(self._context, self._rules, value))
        for method in methods:
            into.tools.setdefault(self.function(method))
        return bool(methods)

    def _class(self, value: ClassValue, into: Toolset) -> None:
        cls = value.facts.scopes[value.scope]
        if self._annotated(value, into):
            return
        held = ObjectValue(value, None, Place(value.facts, value.scope))
        for name in self._run_methods(value):
            method = classes.method(self._context.resolver, held, name)
            if method is not None and (cls.bases or value.facts.row.family in _VALUES):
                self._own_class(value, self._class_name(value) or cls.name or "tool", method, into)
                return
        self._keep(
            into,
            self._tool(
                cls.name or "tool", "unknown", Place(value.facts, value.scope), cls.line, why="what runs it is not seen"
            ),
        )

    def rule_of(self, value: Symbol | Made, rules: tuple[Rule, ...]) -> Rule | None:
        """The rule that knows the constructor that made an object, or the symbol."""
        if isinstance(value, Made) and value.names:
            return None
        symbol = value.symbol if isinstance(value, Made) else value
        return next((rule for rule in rules if rule.pattern.fullmatch(symbol.qualified)), None)

    def _executed(self, name: str, place: Place) -> FunctionValue | None:
        """The function of the same name that the file defines or imports: by convention it is what runs."""
        for value in self._context.resolver.lookup(name, Place(place.facts, 0), 1 << 60) if name.isidentifier() else ():
            if isinstance(value, FunctionValue):
                return value
        return None

    def _tool(
        self, name: str, origin: Origin, place: Place, line: int, *, symbol: str | None = None, why: str | None = None
    ) -> Tool:
        return Tool(
            file=place.facts.path,
            line=line,
            name=name,
            origin=origin,
            scope=self._context.scope(place.facts.path),
            symbol=symbol,
            unresolved=why,
        )

    def _keep(self, into: Toolset, tool: Tool) -> None:
        reference = Reference(file=tool.file, line=tool.line, name=tool.name)
        self._kept.setdefault(reference, tool)
        into.tools.setdefault(reference)


def sorted_abilities(effects: Effects) -> tuple[Ability, ...]:
    return tuple(effects.abilities[key] for key in sorted(effects.abilities))
