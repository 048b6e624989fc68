"""Calls by another name: a function that is ordered, and run later by a queue, a pool or a scheduler.

``ask.delay(text)``, ``queue.enqueue(ask, text)``, ``AskJob.perform_later(text)``. Each is told as the call that is made
of it in the end, so that a parameter leads to what was ordered. Queues by name are in ``queues.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from aigov.scan.data_words import key_of
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Closure, Constant, Expr, Name, Scope, Sequence, Table
from aigov.scan.resolve import Resolver
from aigov.scan.values import ClassValue, FunctionValue, Place

Ordered = tuple[CallExpr, Place]

_OF_FUNCTION = {
    "delay": 0, "s": 0, "si": 0, "apply_async": 0,  # Celery
    "send": 0, "send_with_options": 0,  # Dramatiq
    "kiq": 0,  # Taskiq
    "defer": 0, "defer_async": 0,  # Procrastinate
    "enqueue": 0,  # Django's tasks
    "remote": 0, "spawn": 0,  # Ray, Modal
}  # fmt: skip
"""Python: methods of a decorated function that order it -> arguments that come before its own."""
_OF_CLASS = {
    "ruby": {"perform_later": 0, "perform_async": 0, "perform_now": 0, "perform_in": 1, "perform_at": 1},
    "php": {"dispatch": 0, "dispatchSync": 0, "dispatchAfterResponse": 0, "dispatchIf": 1, "dispatchUnless": 1},
}
"""Methods of a class that order its job; of Ruby they are passed to ``perform``, of PHP to the constructor."""
_GIVEN = {
    "enqueue": 0, "enqueue_call": 0, "enqueue_in": 1, "enqueue_at": 1,  # RQ
    "async_task": 0,  # Django Q
    "send_task": 0,  # Celery, by name
    "enqueue_job": 0,  # arq, by name
    "add_task": 0,  # Starlette
    "add_job": 0,  # APScheduler
    "submit": 0, "to_thread": 0, "run_in_executor": 1, "run_in_threadpool": 0, "run_sync": 0, "start_soon": 0,
    "call_soon": 0, "call_later": 1, "partial": 0, "Thread": 0, "Process": 0, "Timer": 1,
}  # fmt: skip
"""Python: what takes the function as an argument -> the place of that argument; those of the function follow it."""
_PACKED = frozenset(("apply_async", "send_with_options", "send_task", "enqueue_call", "Thread", "Process", "Timer"))
"""Those that are given a list of the function's arguments, and a table of the named ones."""
_TYPED = frozenset(("Enqueue", "Schedule", "ContinueJobWith", "AddOrUpdate", "enqueue", "schedule"))
"""Hangfire: ``BackgroundJob.Enqueue<Assistant>(x => x.Ask(text))``."""


def deferred_calls(resolver: Resolver, scope: Scope, facts: FileFacts) -> Iterator[Ordered]:
    """Calls of a function that a queue makes, as far as they were ordered in the files that were read."""
    family = facts.row.family
    if family == "python" and scope.name:
        if scope.decorators:
            yield from _of_function(resolver, scope, facts)
        yield from _given(resolver, scope, facts)
    elif family in _OF_CLASS:
        yield from _of_class(resolver, scope, facts, _OF_CLASS[family])
    elif family == "csharp" and scope.name:
        yield from _typed(resolver, scope, facts)


def _of_function(resolver: Resolver, scope: Scope, facts: FileFacts) -> Iterator[Ordered]:
    for method in _OF_FUNCTION:
        for other, site in resolver.read_sites(method):
            if f"{scope.name}.{method}" not in site.callee or (call := other.call(site)) is None:
                continue
            place = Place(other, other.scope_at(site.offset))
            base = call.callee.base if isinstance(call.callee, Attribute) else None
            if base is not None and _means(resolver, base, place, scope, facts):
                yield _shifted(_unpacked(call, 0, method in _PACKED), scope, facts), place


def _given(resolver: Resolver, scope: Scope, facts: FileFacts) -> Iterator[Ordered]:
    for name, at in _GIVEN.items():
        for other, site in resolver.read_sites(name):
            if (scope.name or "").encode() not in site.arguments or (call := other.call(site)) is None:
                continue
            place = Place(other, other.scope_at(site.offset))
            target = dict(call.keywords).get("target") or dict(call.keywords).get("func")
            following = at + 1 if target is None else 0
            target = target or next(iter(call.args[at : at + 1]), None)
            if target is not None and _means(resolver, target, place, scope, facts):
                yield _shifted(_unpacked(call, following, name in _PACKED), scope, facts), place


def _means(resolver: Resolver, expr: Expr, place: Place, scope: Scope, facts: FileFacts) -> bool:
    """Whether an expression is a function, or spells its dotted name."""
    if isinstance(expr, Constant) and isinstance(expr.value, str):
        module, _, name = expr.value.rpartition(".")
        return name == scope.name and f"/{facts.path}".endswith(f"/{module.replace('.', '/')}.py" if module else ".py")
    if not isinstance(expr, (Name, Attribute)) or expr.name not in (scope.name, "delay"):
        return False
    values = resolver.resolve(expr, place)
    return any(isinstance(v, FunctionValue) and v.facts is facts and v.scope == scope.index for v in values)


def _unpacked(call: CallExpr, start: int, packed: bool) -> CallExpr:
    """A call with the arguments that the function is run with."""
    keywords = dict(call.keywords)
    rest = call.args[start:]
    listed: Expr | None = keywords.get("args", rest[0] if packed and rest else None)
    named: Expr | None = keywords.get("kwargs", rest[1] if packed and len(rest) > 1 else None)
    if not packed and listed is None and named is None:
        return replace(call, args=rest)
    pairs = named.pairs if isinstance(named, Table) else ()
    return replace(
        call,
        args=listed.items if isinstance(listed, Sequence) else (),
        keywords=tuple((key_of(key), value) for key, value in pairs if key_of(key)),
        spreads=() if named is None or isinstance(named, Table) else (named,),
    )


def _shifted(call: CallExpr, scope: Scope, facts: FileFacts) -> CallExpr:
    """A task that is bound is given itself first: ``@app.task(bind=True)``. A parameter ``self`` is not counted."""
    if re.search(rb"\(\s*self\b", facts.source[scope.start : scope.body_start]):
        return call
    for decorator in scope.decorators:
        if isinstance(decorator, CallExpr):
            bound = dict(decorator.keywords).get("bind")
            if isinstance(bound, Constant) and bound.value is True:
                return replace(call, args=(Constant(None, call.line), *call.args))
    return call


def _of_class(resolver: Resolver, scope: Scope, facts: FileFacts, methods: dict[str, int]) -> Iterator[Ordered]:
    job = facts.row.constructor if facts.row.family == "php" else "perform"
    cls = facts.scopes[scope.parent] if scope.parent else None
    if scope.name != job or cls is None or cls.kind != "class" or not cls.name:
        return
    for _ in resolver.callers(cls.name):
        break  # files further away that name the class are read now
    for method, at in methods.items():
        for other, site in resolver.read_sites(method):
            if cls.name not in site.callee or (call := other.call(site)) is None:
                continue
            place = Place(other, other.scope_at(site.offset))
            for value in resolver.resolve(_root(call.callee), place):
                if isinstance(value, ClassValue) and value.facts is facts and value.scope == cls.index:
                    yield replace(call, args=call.args[at:]), place
                    break


def _root(callee: Expr) -> Expr:
    """The class of ``AskJob.set(wait: 5).perform_later``, with the modules that it is in."""
    expr = callee.base if isinstance(callee, Attribute) else callee
    while isinstance(expr, CallExpr) and isinstance(expr.callee, Attribute):
        expr = expr.callee.base
    return expr


def _typed(resolver: Resolver, scope: Scope, facts: FileFacts) -> Iterator[Ordered]:
    """Calls within a function literal that is given an object of a type by name."""
    cls = facts.scopes[scope.parent] if scope.parent else None
    if cls is None or cls.kind != "class":
        return
    known = {cls.name, *(base.name for base in cls.bases if isinstance(base, (Name, Attribute)))}
    for other, site in resolver.read_sites(scope.name or ""):
        inner = other.scopes[other.scope_at(site.offset)]
        given = {parameter.name for parameter in other.parameters.get(inner.index, ())}
        if inner.name is not None or site.callee.partition(".")[0] not in given:
            continue
        around = _around(other, inner)
        if around is not None and any(isinstance(kind, Name) and kind.name in known for kind in around.types):
            call = other.call(site)
            if call is not None:
                yield call, Place(other, inner.index)


def _around(facts: FileFacts, literal: Scope) -> CallExpr | None:
    """The call of a queue that a function literal is passed to."""
    for site in facts.calls:
        if site.tail in _TYPED and site.after <= literal.start < site.node.end_byte:
            call = facts.call(site)
            if call is not None and any(isinstance(a, Closure) and a.offset == literal.start for a in call.args):
                return call
    return None
