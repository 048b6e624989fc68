"""Which calls to a provider stand behind a filter of content, as far as the tree proves it.

A call is filtered where its function, too, has a call that filters and that shares data with it: a name that both are
given, or that one of them fills, also by way of assignments in between. What filters may be a call of a library or a
service, or of a function of the tree that hands its own parameter to one. Where the function itself does not filter,
each function that is seen to call it must. Nothing is said of the order, of what is let through, or of what a branch
skips.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from aigov.catalogue.filter_rules import load_filter_rules
from aigov.model import Flow
from aigov.scan.bindings import calls_of
from aigov.scan.context import Context
from aigov.scan.data_classes import is_setting_key
from aigov.scan.facts.engine import CallSite, FileFacts
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
    Subscript,
    Table,
)
from aigov.scan.notes import symbol_of
from aigov.scan.values import Place, spelled

_FILLS = frozenset(("add", "append", "extend", "insert", "push", "unshift", "update"))
_HELPERS_DEEP = 3
"""Functions of the tree that hand what is to be checked on to one another."""
_CALLERS_DEEP = 3
_MOST_CALLERS = 40


@dataclass(frozen=True, slots=True)
class _Filtering:
    """A call that filters, within one function."""

    call: CallExpr
    slugs: frozenset[str]


_Function = tuple[str, int]
"""Path of the file and index of the scope."""


class Filters:
    """Finds the filters of one scan, and the calls that stand behind them."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._rules = load_filter_rules()
        self._held: dict[_Function, list[_Filtering]] = {}
        self._asking: set[_Function] = set()
        self._links: dict[_Function, _Links] = {}
        self._found: dict[tuple[str, int, str, str], tuple[str, ...]] = {}

    def complete(self) -> None:
        """Once all calls are found: tell which are filtered."""
        files = {facts.path: facts for facts in self._context.resolver.read_files()}
        calls: list[tuple[Flow, FileFacts, CallSite]] = []
        for flow in self._context.rows.flows:
            if self._is_filter(flow):
                self._found[_key(flow)] = (flow.provider,)
            facts = files.get(flow.file)
            site = _site_of(facts, flow) if facts is not None else None
            if facts is not None and site is not None:
                calls.append((flow, facts, site))
        for facts in files.values():
            if any(imported.module.startswith(tuple(self._rules.roots)) for imported in facts.imports):
                self._calls_of_libraries(facts)
        for flow, facts, site in calls:
            if self._is_filter(flow):
                self._hold(facts, site, flow.provider)
            else:
                self._asking.add(_function(facts, site.offset))
        if self._held:
            self._add_helpers(files)
        for flow, facts, site in calls:
            slugs = self._of_arguments(flow, facts, site)
            if self._held and not self._is_filter(flow):
                call = facts.call(site)
                place = Place(facts, facts.scope_at(site.offset))
                slugs |= self._behind(call, place, _CALLERS_DEEP) if call is not None else frozenset()
            if slugs:
                self._found[_key(flow)] = tuple(sorted(slugs))

    def apply(self, flows: Iterable[Flow]) -> tuple[Flow, ...]:
        """The flows, with what filters them; copies bear nothing."""
        if not self._found:
            return tuple(flows)
        return tuple(
            replace(flow, filtered_by=self._found.get(_key(flow), ())) if flow.copied is None else flow
            for flow in flows
        )

    def close(self) -> None:
        """Let go of the scan."""
        self._held.clear()
        self._links.clear()
        del self._context

    # --- what filters -----------------------------------------------------------------------------------------------

    def _is_filter(self, flow: Flow) -> bool:
        entry = self._context.catalogue.get(flow.provider)
        return self._rules.symbols.search(flow.symbol) is not None or (
            entry is not None and "filters-content" in entry.traits
        )

    def _calls_of_libraries(self, facts: FileFacts) -> None:
        for site in facts.calls:
            called_itself = "" in self._rules.tails and site.callee == site.tail
            if site.tail not in self._rules.tails and not called_itself:
                continue
            call = facts.call(site)
            for value in (
                self._context.resolver.resolve(call.callee, Place(facts, facts.scope_at(site.offset))) if call else ()
            ):
                name = spelled(value)
                slug = self._rules.of_call(name) if name is not None else None
                if slug is not None:
                    self._hold(facts, site, slug)
                    break

    def _hold(self, facts: FileFacts, site: CallSite, slug: str) -> None:
        call = facts.call(site)
        if call is not None:
            self._held.setdefault(_function(facts, site.offset), []).append(_Filtering(call, frozenset((slug,))))

    def _add_helpers(self, files: dict[str, FileFacts]) -> None:
        """Calls of the tree's own functions that hand a parameter of theirs to what filters."""
        fresh = dict(self._held)
        for _ in range(_HELPERS_DEEP):
            found: dict[_Function, list[_Filtering]] = {}
            for (path, index), held in fresh.items():
                facts = files.get(path)
                if facts is None or not index or (path, index) in self._asking:
                    continue
                given = {parameter.name for parameter in facts.parameters.get(index, ())}
                slugs = frozenset(s for one in held if self._touches(facts, index, one.call, given) for s in one.slugs)
                for call, place in calls_of(self._context.resolver, facts.scopes[index], facts) if slugs else ():
                    where = (place.facts.path, place.scope)
                    if all(call is not one.call for one in self._held.get(where, ())):
                        found.setdefault(where, []).append(_Filtering(call, slugs))
            for where, more in found.items():
                self._held.setdefault(where, []).extend(more)
            fresh = found

    # --- what is filtered -------------------------------------------------------------------------------------------

    def _of_arguments(self, flow: Flow, facts: FileFacts, site: CallSite) -> frozenset[str]:
        """The provider itself, where an argument of the call has it filter."""
        wanted = self._rules.arguments.get(flow.provider)
        call = facts.call(site) if wanted else None
        if wanted is None or call is None or not wanted.intersection(_keys(call)):
            return frozenset()
        return frozenset((flow.provider,))

    def _behind(self, call: CallExpr, place: Place, left: int) -> frozenset[str]:
        """The filters of a call: those of its function, else those that all of that function's callers have."""
        facts, where = place.facts, (place.facts.path, place.scope)
        names = self._names_of(facts, place.scope, call, settings=False)
        own = frozenset(
            slug
            for one in self._held.get(where, ())
            if one.call is call or self._touches(facts, place.scope, one.call, names)
            for slug in one.slugs
        )
        scope = facts.scopes[place.scope]
        if own or scope.kind != "function" or scope.decorators or not left:
            return own
        if not self._touches_parameters(facts, place.scope, names):
            return own
        every: frozenset[str] = frozenset()
        for count, (above, at) in enumerate(calls_of(self._context.resolver, scope, facts)):
            slugs = self._behind(above, at, left - 1) if count < _MOST_CALLERS else frozenset()
            if not slugs:
                return frozenset()
            every |= slugs
        return every

    def _touches_parameters(self, facts: FileFacts, scope: int, names: set[str]) -> bool:
        given = {parameter.name for parameter in facts.parameters.get(scope, ())}
        given |= {key[1] for parameter in facts.parameters.get(scope, ()) for key in parameter.keys}
        return self._joined(facts, scope, names, given)

    def _touches(self, facts: FileFacts, scope: int, call: CallExpr, names: set[str]) -> bool:
        """Whether a call shares data with what goes by some names."""
        return self._joined(facts, scope, names, self._names_of(facts, scope, call, settings=True))

    def _joined(self, facts: FileFacts, scope: int, names: set[str], others: set[str]) -> bool:
        links = self._linked(facts, scope)
        return bool({links.root(name) for name in names} & {links.root(name) for name in others})

    def _names_of(self, facts: FileFacts, scope: int, call: CallExpr, *, settings: bool) -> set[str]:
        """The local names that a call is given, and those that its result fills."""
        given = [*call.args, *(v for key, v in call.keywords if settings or not is_setting_key(key)), *call.spreads]
        names = {name for expr in given for name in _names(facts, expr, settings=settings)}
        for held in facts.bindings.get(scope, {}).values():
            for binding in held:
                if binding.offset < call.offset < facts.end_of(binding):
                    names.add(_target(facts, binding.path))
        return names & self._linked(facts, scope).local

    def _linked(self, facts: FileFacts, scope: int) -> _Links:
        where = (facts.path, scope)
        if where not in self._links:
            self._links[where] = _Links(facts, scope)
        return self._links[where]


class _Links:
    """The names of one function that share data, by its assignments and by what is added to lists."""

    def __init__(self, facts: FileFacts, scope: int) -> None:
        self._parents: dict[str, str] = {}
        self.local: set[str] = {p.name for p in facts.parameters.get(scope, ())}
        self.local |= {key[1] for p in facts.parameters.get(scope, ()) for key in p.keys}
        held = [binding for found in facts.bindings.get(scope, {}).values() for binding in found]
        self.local |= {_target(facts, binding.path) for binding in held}
        for binding in held:
            value = facts.value(binding)
            target = _target(facts, binding.path)
            for name in _names(facts, value, settings=False) if value is not None else ():
                self._join(target, name)
        bounds = facts.scopes[scope]
        for site in facts.calls:
            if (
                site.tail not in _FILLS
                or not bounds.start <= site.offset < bounds.end
                or facts.scope_at(site.offset) != scope
            ):
                continue
            call = facts.call(site)
            if call is not None and isinstance(call.callee, Attribute):
                filled = next(iter(_names(facts, call.callee.base, settings=False)), None)
                for name in {n for expr in call.args for n in _names(facts, expr, settings=False)} if filled else ():
                    self._join(filled or name, name)

    def root(self, name: str) -> str:
        """The name that stands for all that share data with this one."""
        while (above := self._parents.get(name, name)) != name:
            name = above
        return name

    def _join(self, one: str, other: str) -> None:
        if one in self.local and other in self.local:
            first, second = sorted((self.root(one), self.root(other)))
            if first != second:
                self._parents[second] = first


def _names(facts: FileFacts, expr: Expr, *, settings: bool) -> Iterator[str]:
    """The names that an expression takes data from: ``text``, ``self.text``; not what a call is made on.

    :param settings: also those under keys that set how a model answers.
    """
    stack: list[Expr] = [expr]
    while stack:
        found = stack.pop()
        if isinstance(found, Name):
            if found.name not in facts.row.receivers:
                yield found.name
        elif isinstance(found, Attribute):
            if isinstance(found.base, Name) and found.base.name in facts.row.receivers:
                yield f"{found.base.name}.{found.name}"
            else:
                stack.append(found.base)
        elif isinstance(found, Subscript):
            stack.append(found.base)
        elif isinstance(found, CallExpr):
            stack += (*found.args, *(value for _, value in found.keywords), *found.spreads)
            # What a method without arguments gives is its object's data: `text.strip()`.
            if isinstance(found.callee, Attribute) and not (found.args or found.keywords):
                stack.append(found.callee.base)
        elif isinstance(found, Table):
            stack += found.spreads
            stack += (value for key, value in found.pairs if settings or not _is_setting(key))
        elif isinstance(found, (Concat, Opaque)):
            stack += found.parts
        elif isinstance(found, Sequence):
            stack += found.items
        elif isinstance(found, (Fallback, Choice)):
            stack += found.options


def _is_setting(key: Expr) -> bool:
    return isinstance(key, Constant) and isinstance(key.value, str) and is_setting_key(key.value)


def _keys(call: CallExpr) -> Iterator[str]:
    """Names of the arguments of a call, also where they stand in a table."""
    for name, value in call.keywords:
        if not (isinstance(value, Constant) and value.value is None):
            yield name
    for argument in call.args:
        if isinstance(argument, CallExpr):
            yield from _keys(argument)
        for key, _ in argument.pairs if isinstance(argument, Table) else ():
            if isinstance(key, Constant) and isinstance(key.value, str):
                yield key.value


def _target(facts: FileFacts, path: tuple[str, ...]) -> str:
    return ".".join(path[:2]) if path[0] in facts.row.receivers else path[0]


def _function(facts: FileFacts, offset: int) -> _Function:
    return facts.path, facts.scope_at(offset)


def _site_of(facts: FileFacts, flow: Flow) -> CallSite | None:
    return next((s for s in facts.calls if s.line == flow.line and symbol_of(s) == flow.symbol), None)


def _key(flow: Flow) -> tuple[str, int, str, str]:
    return flow.file, flow.line, flow.provider, flow.symbol
