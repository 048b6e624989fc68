"""Agents of the tree: calls that give a model tools, decorators that add some, MCP servers that offer some."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from aigov.catalogue.agent_rules import AgentRules, Rule, load_agent_rules
from aigov.model import McpServer
from aigov.reach import Ability, Agent, Reference, Tool
from aigov.scan import arguments
from aigov.scan.agents.annotated import annotation
from aigov.scan.agents.building import Building, agent_of, distinct, serves
from aigov.scan.agents.combine import with_combinations
from aigov.scan.agents.tools import ToolReader
from aigov.scan.agents.toolset import Toolset, variable_of
from aigov.scan.argument_exprs import argument_exprs
from aigov.scan.context import Context
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Constant, Name
from aigov.scan.facts.types import Scope as CodeScope
from aigov.scan.notes import symbol_of
from aigov.scan.values import FunctionValue, Made, Place, Symbol, Text, Value, spelled

_NAME = re.compile(r"[^\x00-\x1f]{1,80}")


class Agents:
    """Finds the agents of one scan, file after file."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._rules: AgentRules = load_agent_rules()
        self._reader = ToolReader(context, self._rules)
        self._found: dict[tuple[str, int], Building] = {}
        self._holders: dict[tuple[str, int], Building] = {}
        """Agents by what makes the object that their tools are given to."""
        self._apart: list[tuple[Rule, CallExpr, Place]] = []
        self._parts: list[tuple[Rule, CallExpr, Place, Value]] = []
        rules = (*self._rules.agents, *self._rules.tools, *self._rules.offers)
        self._tails: dict[str, frozenset[str]] = {
            family: frozenset(tail for rule in rules if family in rule.languages for tail in rule.tails)
            for family in {language for rule in rules for language in rule.languages}
        }
        self._adders = frozenset(name for rule in self._rules.agents for name in rule.adds)

    def detect(self, facts: FileFacts) -> None:
        """The agents and tools of one file."""
        tails = self._tails.get(facts.row.family)
        if not tails:
            return
        known = {name: i.name for i in facts.imports if i.name in tails and (name := i.alias) and name != i.name}
        for site in facts.calls:
            if site.tail in tails or (known and site.tail in known):
                self._site(facts, site)
        for scope in facts.scopes:
            if scope.kind == "function" and scope.decorators:
                self._decorated(facts, scope, known)
            elif scope.decorators:
                self._marked(facts, scope)

    def complete(self) -> None:
        """Once all files are read: the tools that no agent was seen to be given."""
        for rule, expr, place in self._apart:
            self._reader.unattached(rule, expr, place)
        self._apart.clear()
        for rule, expr, place, called in self._parts:
            self._part(rule, expr, place, called)
        self._parts.clear()

    def close(self) -> None:
        """Let go of the scan: what is left to do needs the rows alone."""
        self._reader.close()
        del self._context

    def finish(
        self, servers: Iterable[McpServer], agents: Iterable[Agent] = (), tools: Iterable[Tool] = ()
    ) -> tuple[tuple[Agent, ...], tuple[Tool, ...]]:
        """All agents and tools, sorted.

        :param servers: the MCP servers of the scan.
        :param agents: those that templates deploy, with their ``tools``.
        """
        by_line = {(server.file, server.line): server for server in servers}
        agents = [*(agent_of(building, by_line) for building in distinct(self._found.values())), *agents]
        kept = dict(self._reader.tools)
        for tool in tools:
            kept[_reference(tool)] = self._reader.suggested(tool)
        known = {
            (agent.file, agent.line): Reference(file=agent.file, line=agent.line, name=agent.name) for agent in agents
        }
        linked = with_combinations(agents, known, kept, by_line.values(), self._rules)
        return (
            tuple(sorted(linked, key=lambda row: (row.file, row.line, row.name))),
            tuple(sorted(kept.values(), key=lambda row: (row.file, row.line, row.name))),
        )

    # --- calls ------------------------------------------------------------------------------------------------------

    def _site(self, facts: FileFacts, site: CallSite) -> None:
        expr = facts.call(site)
        if expr is None:
            return
        place = Place(facts, facts.scope_at(site.offset))
        for value in map(self._context.resolver.maker, self._context.resolver.resolve(expr.callee, place)):
            if not isinstance(value, (Symbol, Made)):
                continue
            rule = self._rule(value, self._rules.agents, facts)
            if rule is not None and rule.part:
                self._parts.append((rule, expr, place, value))
                return
            if rule is not None:
                maker = value if rule.receiver and isinstance(value, Made) else None
                self._gather(rule, facts, site, expr, place, maker)
                return
            rule = self._rule(value, self._rules.offers, facts)
            if rule is not None and isinstance(value, Made):
                if self._is_decorator(facts, expr):
                    return
                self._offer(rule, value, expr, place)
                return
            rule = self._rule(value, self._rules.tools, facts)
            if rule is not None and isinstance(value, Symbol) and not self._is_decorator(facts, expr):
                self._apart.append((rule, expr, place))
                return

    def _rule(self, value: Value, rules: tuple[Rule, ...], facts: FileFacts) -> Rule | None:
        name = spelled(value)
        if name is None:
            return None
        family, tail = facts.row.family, re.split(r"[./:]", name)[-1]
        return next(
            (
                rule
                for rule in rules
                if family in rule.languages
                and tail in rule.tails
                and rule.pattern.fullmatch(name)
                and serves(self._context, rule, value)
            ),
            None,
        )

    def _part(self, rule: Rule, expr: CallExpr, place: Place, called: Value) -> None:
        """What is added to an agent by a call of its own: to the one that it names, else to the file's only one, or the
        tree's, of its framework."""
        agents = [found for found in self._found.values() if found.rule.framework == rule.framework and found.rule.name]
        near = list({id(found): found for found in self._owners(rule, expr, place, called)}.values())
        near = near or [found for found in agents if found.file == place.facts.path] or agents
        into = near[0].toolset if len(near) == 1 else Toolset()
        if rule.tools:
            self._reader.read(expr, rule.tools, place, into)
        else:
            callee = expr.callee.name if isinstance(expr.callee, (Attribute, Name)) else ""
            self._reader.grouped(callee, expr, place, into)
        if len(near) == 1:
            self._abilities(rule, expr, place, near[0], expr.line)

    def _owners(self, rule: Rule, expr: CallExpr, place: Place, called: Value) -> Iterator[Building]:
        """The agents that a part says it belongs to: made by a call, or told by what a request for one gave back."""
        for argument in rule.of:
            given = arguments.argument(self._context.resolver, expr, argument, place)
            for value in (called,) if argument == "self" else given:
                if not isinstance(value, Made):
                    continue
                made = [(value.call, value.place)] if value.call is not None else []
                for call, at in (*made, *value.since):
                    for line in (call.line, *(getattr(part, "line", 0) for part in call.args)):
                        if (found := self._found.get((at.facts.path, line))) is not None:
                            yield found

    @staticmethod
    def _is_decorator(facts: FileFacts, expr: CallExpr) -> bool:
        return any(expr is decorator for scope in facts.scopes for decorator in scope.decorators)

    def _gather(
        self, rule: Rule, facts: FileFacts, site: CallSite, expr: CallExpr, place: Place, maker: Made | None = None
    ) -> Building | None:
        """The agent of a call.

        :param maker: what made the object that the tools go to: all that it is given is one agent's.
        """
        key = (facts.path, site.line)
        if key in self._found:
            return self._found[key]
        held = _holder(maker, place) if maker is not None else None
        building = self._holders.get(held) if held is not None else self._inner(rule, expr, place)
        if building is None:
            building = Building(
                rule=rule,
                file=facts.path,
                line=site.line,
                name=self._name(rule, facts, site, expr, place),
                symbol=symbol_of(site),
                scope=self._context.scope(facts.path),
                model=self._model(rule, expr, place),
            )
            if held is not None:
                self._holders[held] = building
        elif building.rule.receiver:
            building.name = self._told(rule, expr, place) or building.name
        given = self._reader.read(expr, rule.tools, place, building.toolset)
        for argument in rule.also:
            given = self._reader.read(expr, (argument,), place, building.toolset) or given
        for argument in rule.servers:
            for found, at in argument_exprs(self._context, expr, argument, place):
                self._reader.servers(found, at, building.toolset)
        building.toolset.of_agents = True
        for argument in rule.agents:
            for found, at in argument_exprs(self._context, expr, argument, place):
                self._reader.expression(found, at, building.toolset)
        building.toolset.of_agents = False
        spread = arguments.hidden(self._context.resolver, expr, place) if not given else None
        if spread is not None and rule.name:
            building.toolset.reasons.setdefault(spread.reason)
        self._abilities(rule, expr, place, building, site.line)
        building.approval = building.approval or self._reader.approval(expr, rule.approval, place)
        if building.file == facts.path and building.line == site.line:
            if not given and not rule.name and not building.abilities and not building.toolset.reached:
                return None
            if rule.inner and not given and not self._told(rule, expr, place):
                return None
            self._found[key] = building
        return building

    def _inner(self, rule: Rule, expr: CallExpr, place: Place) -> Building | None:
        """The agent that a call wraps or works for."""
        for argument in rule.inner:
            for value in arguments.argument(self._context.resolver, expr, argument, place):
                if not isinstance(value, Made) or value.call is None:
                    continue
                at = (value.place.facts.path, value.call.line)
                held = self._found.get(at) or self._holders.get(at)
                if held is not None:
                    return held
        return None

    def _abilities(self, rule: Rule, expr: CallExpr, place: Place, building: Building, line: int) -> None:
        file = place.facts.path
        for ability in rule.does:
            building.abilities.setdefault(
                ability, Ability(capability=ability, file=file, line=line, why=f"{building.symbol} does so by itself")
            )
        for option in rule.options:
            for found, _ in argument_exprs(self._context, expr, option.argument, place):
                off = isinstance(found, Constant) and found.value in (None, False)
                if off or (
                    option.value and not (isinstance(found, Constant) and str(found.value).lower() == option.value)
                ):
                    continue
                for ability in option.abilities:
                    at = getattr(found, "line", line)
                    why = f"{option.argument} is set"
                    building.abilities.setdefault(ability, Ability(capability=ability, file=file, line=at, why=why))

    def _name(self, rule: Rule, facts: FileFacts, site: CallSite, expr: CallExpr, place: Place) -> str:
        return (
            self._told(rule, expr, place) or variable_of(expr, place) or facts.enclosing(site.offset) or rule.framework
        )

    def _told(self, rule: Rule, expr: CallExpr, place: Place) -> str | None:
        """The name that the call itself gives the agent."""
        for argument in rule.name:
            for value in arguments.argument(self._context.resolver, expr, argument, place):
                if isinstance(value, Text) and value.complete and _NAME.fullmatch(value.value.strip()):
                    return value.value.strip()
        return None

    def _model(self, rule: Rule, expr: CallExpr, place: Place) -> str | None:
        clients = self._context.clients(place.facts.row.family)
        for argument in rule.model:
            for value in arguments.argument(self._context.resolver, expr, argument, place):
                if isinstance(value, Text) and value.complete:
                    return value.value
                if isinstance(value, Made) and value.call is not None:
                    client = clients.client(value)
                    names = (
                        client.constructor.model_args if client is not None and client.constructor is not None else ()
                    )
                    for name in names:
                        for text in arguments.argument(self._context.resolver, value.call, name, value.place):
                            if isinstance(text, Text) and text.complete:
                                return text.value
        return None

    # --- decorators and registrations -------------------------------------------------------------------------------

    def _decorated(self, facts: FileFacts, scope: CodeScope, known: Mapping[str, str | None]) -> None:
        place = Place(facts, scope.parent or 0)
        for decorator in scope.decorators:
            callee = decorator.callee if isinstance(decorator, CallExpr) else decorator
            tail = callee.name if isinstance(callee, (Name, Attribute)) else ""
            if tail not in self._tails[facts.row.family] and tail not in self._adders and tail not in known:
                continue
            for value in self._context.resolver.resolve(callee, place):
                self._decorator(value, tail, FunctionValue(facts, scope.index), facts)

    def _decorator(self, value: Value, tail: str, function: FunctionValue, facts: FileFacts) -> None:
        if isinstance(value, Symbol) and self._rule(value, self._rules.tools, facts) is not None:
            self._reader.function(function)
        if isinstance(value, Symbol) and self._rule(value, self._rules.offers, facts) is not None:
            held = facts.scopes[function.scope].parent
            server = facts.scopes[held].name if held is not None else None
            self._reader.offered(self._reader.function(function), server or "mcp")
        if not isinstance(value, Made) or value.call is None:
            return
        rule = self._rule(value, self._rules.offers, facts)
        if rule is not None:
            reference = self._reader.function(function)
            self._reader.offered(reference, self._server_name(value))
            return
        rule = next(
            (r for r in self._rules.agents if tail in r.adds and r.pattern.fullmatch(value.symbol.qualified)), None
        )
        if rule is None:
            return
        building = self._found.get((value.place.facts.path, value.call.line))
        if building is None:
            building = self._made(rule, value)
        if building is not None:
            building.toolset.tools.setdefault(self._reader.function(function))

    def _marked(self, facts: FileFacts, scope: CodeScope) -> None:
        """A class or interface that an annotation makes an agent: ``@RegisterAiService(tools = Clock.class)``."""
        place = Place(facts, scope.parent or 0)
        for decorator in scope.decorators:
            rule = annotation(self._context, self._rules.agents, decorator, place)
            key = (facts.path, scope.line)
            if rule is None or key in self._found or not isinstance(decorator, CallExpr):
                continue
            name = scope.name or rule.framework
            building = Building(
                rule, facts.path, scope.line, name, f"@{rule.framework}", self._context.scope(facts.path)
            )
            if self._reader.read(decorator, rule.tools, place, building.toolset):
                self._found[key] = building

    def _made(self, rule: Rule, value: Made) -> Building | None:
        """The agent that a call in another file, or further down, makes."""
        facts = value.place.facts
        site = next((s for s in facts.calls if value.call is not None and s.offset == value.call.offset), None)
        if site is None or value.call is None:
            return None
        return self._gather(rule, facts, site, value.call, value.place)

    def _offer(self, rule: Rule, value: Made, expr: CallExpr, place: Place) -> None:
        into = Toolset()
        self._reader.wrapped(rule, expr, place, into, None)
        for reference in into.tools:
            self._reader.offered(reference, self._server_name(value))

    def _server_name(self, value: Made) -> str:
        for name in ("#0", "name", "#0.name"):
            for text in arguments.argument(self._context.resolver, value.call, name, value.place) if value.call else ():
                if isinstance(text, Text) and text.complete and text.value:
                    return text.value[:80]
        return "mcp"


def _holder(maker: Made, place: Place) -> tuple[str, int]:
    """What tells the object that tools are given to: where it is made, else the function that is given it."""
    if maker.call is not None:
        return maker.place.facts.path, maker.call.line
    return place.facts.path, -1 - place.scope


def _reference(tool: Tool) -> Reference:
    return Reference(file=tool.file, line=tool.line, name=tool.name)
