"""Observability that copies prompts: where it is switched on, and which calls it copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from aigov.addresses import exposure_of
from aigov.catalogue.agent_rules import ObserverRule, load_agent_rules
from aigov.model import Call, Endpoint, Flow, Use
from aigov.reach import Observer
from aigov.scan import arguments
from aigov.scan.agents.copies import Copies, Seen
from aigov.scan.agents.links import find_links
from aigov.scan.agents.toolset import variable_of
from aigov.scan.agents.units import Units
from aigov.scan.context import Context
from aigov.scan.endpoints import read_url, region_of
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Constant, Name, Sequence
from aigov.scan.files import CALLBACKS, Switch
from aigov.scan.notes import symbol_of
from aigov.scan.values import Place, Scalar, Text, Value, spelled

_WAYS = {
    "decorators": "decorator",
    "wrappers": "wrapper",
    "calls": "wrapper",
    "callbacks": "callback",
    "inits": "init",
    "instrumentors": "init",
    "exporters": "init",
}
_LITELLM = "litellm"
_AUTOMATIC = ("auto_instrument", "autoInstrument")
_USUAL_CALLBACK = "langchain"
"""Whose callbacks they are, where no other framework is named: ``langfuse.callback.CallbackHandler``."""
_URLS = ("host", "base_url", "baseUrl", "baseURL", "api_url", "apiUrl", "endpoint", "project_url", "url")


class Observers:
    """Finds the observers of one scan."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._all = load_agent_rules()
        self._rules = self._all.observers
        self._files = context.resolver.modules.files
        self._catalogue = context.catalogue
        self._seen: list[Seen] = []
        self._families: dict[str, str] = {}
        self._switched_off: set[str] = set()
        self._modules = frozenset(module for rule in self._rules for module in rule.imports)
        self._names = frozenset(name for rule in self._rules for name in (*rule.switches, *rule.off_variables))
        self._packages = frozenset(package for rule in self._rules for package in rule.packages)

    def detect(self, facts: FileFacts) -> None:
        """The observers of one file."""
        self._families[facts.path] = facts.row.family
        self._imports(facts)
        self._variables(facts)
        self._callbacks(facts)
        known = self._aliases(facts)
        if not known:
            return
        for scope in facts.scopes:
            for decorator in scope.decorators if scope.kind == "function" else ():
                callee = decorator.callee if isinstance(decorator, CallExpr) else decorator
                if _root(callee) in known:
                    lines = frozenset(s.line for s in facts.calls if scope.start <= s.offset < scope.end)
                    place = Place(facts, scope.parent or 0)
                    call = decorator if isinstance(decorator, CallExpr) else None
                    self._match(("decorators",), callee, call, place, getattr(callee, "line", scope.line), None, lines)
        for site in facts.calls:
            if site.callee.partition(".")[0].removeprefix("new ").split("(")[0] in known or site.tail == "instrument":
                expr = facts.call(site)
                if expr is not None:
                    place = Place(facts, facts.scope_at(site.offset))
                    ways = ("wrappers", "callbacks", "inits", "calls", "instrumentors", "exporters")
                    self._match(ways, expr.callee, expr, place, site.line, site, None)

    def _aliases(self, facts: FileFacts) -> set[str]:
        """Local names of what comes from an observer's package."""
        return {
            imported.alias
            for imported in facts.imports
            if imported.alias and imported.module.startswith(tuple(self._packages))
        }

    def _imports(self, facts: FileFacts) -> None:
        for imported in facts.imports:
            if imported.module in self._modules and not imported.level:
                rule = next(rule for rule in self._rules if imported.module in rule.imports)
                found = self._note(rule, "import", facts, imported.line, imported.module, "on")
                found.subject = self._all.subject(imported.module)
                return

    def _callbacks(self, facts: FileFacts) -> None:
        """``litellm.success_callback = ["langfuse"]``."""
        held = (bindings.get(_LITELLM) for bindings in facts.bindings.values())
        for binding in (one for found in held for one in found or () if one.path[-1] in CALLBACKS):
            value = facts.value(binding)
            items = value.items if isinstance(value, Sequence) else ()
            named = [item.value for item in items if isinstance(item, Constant)]
            for rule in self._rules:
                if any(name in rule.litellm for name in named):
                    self._switch(
                        Switch(
                            file=facts.path,
                            line=binding.line,
                            observer=rule.name,
                            variable=binding.path[-1],
                            on=True,
                            scope=self._context.scope(facts.path),
                            how="callback",
                        )
                    )

    def _variables(self, facts: FileFacts) -> None:
        """``os.environ["LANGSMITH_TRACING"] = "true"``."""
        for held in (h for bindings in facts.bindings.values() for h in (bindings.get("os"), bindings.get("process"))):
            for binding in held or ():
                name = binding.path[-1]
                value = facts.value(binding) if name in self._names else None
                if value is not None and isinstance(value, Constant):
                    scope = self._context.scope(facts.path)
                    for rule, on in self._all.switched(name, str(value.value)):
                        self._switch(
                            Switch(
                                file=facts.path,
                                line=binding.line,
                                observer=rule.name,
                                variable=name,
                                on=on,
                                scope=scope,
                            )
                        )

    def _switch(self, switch: Switch) -> None:
        """An environment variable that switches an observer on, or what it copies off."""
        if not switch.on:
            self._switched_off.add(switch.observer)
            return
        rule = next(rule for rule in self._rules if rule.name == switch.observer)
        row = Observer(
            file=switch.file,
            line=switch.line,
            name=switch.observer,
            how=switch.how,
            scope=switch.scope,
            content="on",
            symbol=switch.variable,
        )
        watches = rule.watches if switch.how == "variable" else _LITELLM
        subject = self._all.subject(watches) if watches else None
        self._seen.append(Seen(row=row, rule=rule, family=None, whole=True, subject=subject, serves=switch.serves))

    def _match(
        self,
        ways: tuple[str, ...],
        callee: object,
        call: CallExpr | None,
        place: Place,
        line: int,
        site: CallSite | None,
        lines: frozenset[int] | None,
    ) -> None:
        for value in map(self._context.resolver.maker, self._context.resolver.resolve(callee, place)):  # type: ignore[arg-type]
            name = spelled(value)
            if name is None:
                continue
            bare = name.replace("()", "")
            for rule in self._rules:
                way = next((w for w in ways if w in rule.ways and rule.ways[w].fullmatch(bare)), None)
                if way is None:
                    continue
                symbol = symbol_of(site) if site is not None else bare.rpartition(".")[2]
                found = self._note(
                    rule,
                    _WAYS[way],
                    place.facts,
                    line,
                    symbol,
                    self._content(rule, call, place),
                    self._host(call, place),
                )
                found.lines = lines
                found.client = variable_of(call, place) if way == "wrappers" else None
                found.subject = self._all.subject(bare if way != "callbacks" else f"{bare} {_USUAL_CALLBACK}")
                found.needs = self._exported(call, place) if way == "exporters" else None
                found.inside = place.facts.enclosing(site.offset) if site is not None else None
                return

    def _note(
        self,
        rule: ObserverRule,
        how: str,
        facts: FileFacts,
        line: int,
        symbol: str,
        content: str,
        host: Text | None = None,
    ) -> Seen:
        row = Observer(
            file=facts.path,
            line=line,
            name=rule.name,
            how=how,  # type: ignore[arg-type]
            scope=self._context.scope(facts.path),
            content=content,  # type: ignore[arg-type]
            symbol=symbol,
            host=host.value if host is not None else None,
            variable=host.variable if host is not None else None,
        )
        self._seen.append(Seen(row=row, rule=rule, family=facts.row.family, whole=how == "init"))
        return self._seen[-1]

    def _exported(self, call: CallExpr | None, place: Place) -> str | None:
        """What is missing until something is copied: instrumentation, unless the exporter is told to switch it on."""
        for name in _AUTOMATIC if call is not None else ():
            values = arguments.argument(self._context.resolver, call, name, place) if call is not None else ()
            if any(isinstance(v, Scalar) and v.value is True for v in values):
                return None
        return "it hands on what instrumentation records, and which calls those are is not told here"

    def _content(self, rule: ObserverRule, call: CallExpr | None, place: Place) -> str:
        def given(name: str) -> tuple[Value, ...]:
            return arguments.argument(self._context.resolver, call, name, place) if call is not None else ()

        for name in rule.off:
            values = given(name)
            off = (
                "capture_input",
                "captureInput",
                "traceContent",
                "trace_content",
                "capture_message_content",
                "include_content",
            )
            wanted = name not in off
            if values and all(not isinstance(v, Scalar) or bool(v.value) is wanted for v in values):
                return "off" if wanted is True or any(isinstance(v, Scalar) for v in values) else "unresolved"
        if rule.asks:
            on = any(isinstance(v, Scalar) and v.value for name in rule.asks for v in given(name))
            return "on" if on else "unresolved"
        return "on"

    def _host(self, call: CallExpr | None, place: Place) -> Text | None:
        if call is None:
            return None
        for name in _URLS:
            for value in arguments.argument(self._context.resolver, call, name, place):
                if isinstance(value, Text) and "://" in value.value:
                    return value
        return None

    # --- rows -------------------------------------------------------------------------------------------------------

    def complete(self) -> None:
        """Once all files are read: what leads from other deployable units to the ones that observe."""
        if any(found.whole for found in self._seen):
            find_links(self._context, self._seen, self._units)

    @cached_property
    def _units(self) -> Units:
        return Units(self._files)

    def close(self) -> None:
        """Let go of the scan: what is left to do needs the rows alone."""
        del self._context

    def finish(
        self,
        flows: tuple[Flow, ...],
        endpoints: Iterable[Endpoint],
        uses: Iterable[Use],
        calls: Iterable[Call],
        switches: Iterable[Switch],
    ) -> tuple[tuple[Observer, ...], tuple[Flow, ...]]:
        """The observers, and the flows with the copies that they get, both sorted."""
        for switch in switches:
            self._switch(switch)
        points = list(endpoints)
        seen = [*self._seen, *self._proxies(points)]
        if not seen:
            return (), flows
        units = self._units if any(found.whole for found in seen) else Units(())
        judge = Copies(units, self._families, calls, uses, self._catalogue).judge
        rows: dict[tuple[str, int, str], Observer] = {}
        copies: dict[tuple[str, int, str, str], Flow] = {}
        recorded: dict[Flow, set[str]] = {}
        for found in seen:
            covered, evidence, unresolved = judge(found, flows)
            row = self._addressed(found, points)
            if found.rule.name in self._switched_off:
                row = replace(row, content="off")
            row = replace(
                row,
                providers=tuple(sorted({flow.provider for flow in covered})),
                evidence=evidence,
                unresolved=unresolved,
            )
            known = rows.get((row.file, row.line, row.name))
            rows[row.file, row.line, row.name] = known or row
            for flow in covered:
                recorded.setdefault(flow, set()).add(row.name)
            for flow in covered if row.content != "off" else ():
                copy = replace(flow, provider=row.name, copied=flow.provider)
                copies.setdefault((flow.file, flow.line, row.name, flow.symbol), copy)
        return (
            tuple(sorted(rows.values(), key=lambda o: (o.file, o.line, o.name))),
            tuple(
                sorted(
                    (*(_recorded(flow, recorded) for flow in flows), *copies.values()),
                    key=lambda f: (f.file, f.line, f.provider, f.symbol, f.copied or ""),
                )
            ),
        )

    def _proxies(self, endpoints: list[Endpoint]) -> Iterator[Seen]:
        """Addresses of gateways that log what passes through them."""
        for endpoint in endpoints:
            url = read_url(endpoint.url) if endpoint.how in ("sdk-call", "http", "env", "iac") else None
            for rule in self._rules if url is not None else ():
                if url is not None and rule.proxies.fullmatch(url.host):
                    row = Observer(
                        file=endpoint.file,
                        line=endpoint.line,
                        name=rule.name,
                        how="proxy",
                        scope=endpoint.scope,
                        content="on",
                        host=endpoint.url,
                        variable=endpoint.variable,
                    )
                    yield Seen(row=row, rule=rule, family=None)

    def _addressed(self, found: Seen, endpoints: list[Endpoint]) -> Observer:
        """The row with the address that receives the copies: its own, one that a variable names, the vendor's."""
        row, rule = found.row, found.rule
        host, variable = row.host, row.variable
        if host is None:
            named = next(
                (e for e in endpoints if (e.variable or "") in rule.host_variables or e.provider == rule.name), None
            )
            host = named.url if named is not None else rule.default_host
            variable = named.variable if named is not None else None
        url = read_url(host) if host else None
        return replace(
            row,
            host=host,
            variable=variable,
            exposure=exposure_of(url.host) if url is not None and url.host else "unknown",
            region=region_of(url.host) if url is not None else None,
        )


def _recorded(flow: Flow, by: Mapping[Flow, set[str]]) -> Flow:
    return replace(flow, recorded_by=tuple(sorted(by[flow]))) if flow in by else flow


def _root(expr: object) -> str:
    while isinstance(expr, (Attribute, CallExpr)):
        expr = expr.base if isinstance(expr, Attribute) else expr.callee
    return expr.name if isinstance(expr, Name) else ""
