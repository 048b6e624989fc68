"""Whether functions come to a call of a model, function by function, across files: as far as the resolver knows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from aigov.model import Call, Flow
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Expr, Scope
from aigov.scan.resolve import Resolver
from aigov.scan.values import ClassValue, FunctionValue, ObjectValue, Place, Value
from aigov.terms import Step

_ASKS = re.compile(
    r"complet|respons|messages?\.|generat|stream|invoke|converse|chat|predict|kickoff|ask|answer"
    r"|\.(?:a?run|a?call|a?query|create|send_?message)\b",
    re.IGNORECASE,
)
_NO_TALK = re.compile(r"embed|transcri|moderat|rerank|upload|images?\.|speech", re.IGNORECASE)
_DEEP = 6
"""Functions between a handler and the call."""
_MANY = 60
"""Functions that are looked at for one handler."""


def asks(flows: Iterable[Flow], calls: Iterable[Call]) -> Iterator[tuple[str, int, str]]:
    """File, line and name of each call that sends text to a model."""
    rows = [(flow.file, flow.line, flow.symbol) for flow in flows]
    rows += [(call.file, call.line, call.symbol) for call in calls if _ASKS.search(call.symbol)]
    return (row for row in rows if not _NO_TALK.search(row[2]))


def reached(
    resolver: Resolver,
    asking: Mapping[str, Mapping[int, str]],
    code: Iterable[tuple[FileFacts, Scope]],
    later: Mapping[str, str],
    within: Collection[str] | None = None,
) -> Step | None:
    """The first call of a model that functions come to.

    :param asking: path -> line of each call of a model -> what is called.
    :param later: methods of a class that have another of its methods run.
    :param within: paths of the files that can reach AI, where others need not be followed into.
    """
    seen: set[tuple[str, int]] = set()
    level = list(code)
    for _ in range(_DEEP):
        inner: list[tuple[FileFacts, Scope]] = []
        for facts, scope in level:
            if (facts.path, scope.index) in seen or len(seen) >= _MANY:
                continue
            seen.add((facts.path, scope.index))
            sites = [site for site in facts.calls if scope.start <= site.offset < scope.end]
            lines = asking.get(facts.path, {})
            asked = next((site.line for site in sites if site.line in lines), None)
            if asked is not None:
                return Step(file=facts.path, line=asked, what=lines[asked])
            for site in sites:
                if not _foreign(resolver, facts, site, within):
                    inner += _called(resolver, facts, site, later)
        level = [(facts, scope) for facts, scope in inner if within is None or facts.path in within]
    return None


def _called(
    resolver: Resolver, facts: FileFacts, site: CallSite, later: Mapping[str, str]
) -> Iterator[tuple[FileFacts, Scope]]:
    call = facts.call(site)
    if call is None:
        return
    place = Place(facts, facts.scope_at(site.offset))
    if site.tail in later:
        yield from _background(resolver, call, place, later[site.tail])
    for value in resolver.callee(call.callee, place):
        if isinstance(value, FunctionValue):
            scope = value.facts.scopes[value.scope]
            yield value.facts, scope
            yield from _implementing(resolver, value.facts, scope)


def _foreign(resolver: Resolver, facts: FileFacts, site: CallSite, within: Collection[str] | None) -> bool:
    """Whether a call begins with a name that comes from a package, or from files that reach no AI."""
    imports = facts.imported_as(site.callee.partition(".")[0].partition("(")[0])
    if not imports or any(imported.name == "*" for imported in imports):
        return False
    targets = [resolver.modules.find(facts.path, facts.row.family, imported) for imported in imports]
    # A folder is a package, and its files may be any.
    return all(
        target is None or (within is not None and target not in within and "." in target.rpartition("/")[2])
        for target in targets
    )


def _implementing(resolver: Resolver, facts: FileFacts, method: Scope) -> Iterator[tuple[FileFacts, Scope]]:
    """What the classes that extend a method's class make of it."""
    owner = facts.scopes[method.parent] if method.parent else None
    if owner is None or owner.kind != "class" or not owner.name:
        return
    for cls in resolver.derived(owner.name):
        for scope in cls.facts.methods(cls.scope):
            if scope.kind == "function" and scope.name == method.name:
                yield cls.facts, scope


def _background(resolver: Resolver, call: CallExpr, place: Place, method: str) -> Iterator[tuple[FileFacts, Scope]]:
    """``AnswerJob.perform_later(text)``, ``dispatch(new AnswerJob($text))``."""
    holders: list[Expr] = [call.callee.base] if isinstance(call.callee, Attribute) else list(call.args[:1])
    for holder in holders:
        for value in resolver.eval(holder, place):
            cls = _class_of(value)
            for scope in cls.facts.methods(cls.scope) if cls is not None else ():
                if cls is not None and scope.kind == "function" and scope.name == method:
                    yield cls.facts, scope


def _class_of(value: Value) -> ClassValue | None:
    if isinstance(value, ObjectValue):
        return value.cls
    return value if isinstance(value, ClassValue) else None
