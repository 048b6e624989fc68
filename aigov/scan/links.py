"""What stands around a call: earlier calls of its chain, and what a function literal sets that is passed to it.

``chat.prompt().user(question).call()`` sends what ``user`` was given; ``invoke(r -> r.modelId("x"))`` and
``request { model = "x" }`` say in a function what other languages say with named arguments.
"""

from __future__ import annotations

from collections.abc import Iterator

from aigov.scan.facts.types import Attribute, CallExpr, Closure, Expr, Name
from aigov.scan.values import Evaluator, FunctionValue, Place, Value, Values

_LONGEST = 60
"""Calls of one chain that are looked at."""


def earlier(call: CallExpr, name: str) -> Iterator[CallExpr]:
    """Calls of ``name`` before ``call`` in its chain, the nearest first."""
    link: Expr = call.callee
    for _ in range(_LONGEST):
        if isinstance(link, Attribute):
            link = link.base
        elif isinstance(link, CallExpr):
            if isinstance(link.callee, (Attribute, Name)) and link.callee.name == name:
                yield link
            link = link.callee
        else:
            return


def within(expr: Expr, place: Place) -> list[tuple[Expr, Place]]:
    """An argument, or what a function literal gives back that is passed in its stead: ``u -> u.text("…")``."""
    scope = place.facts.scope_of_closure(expr.offset) if isinstance(expr, Closure) else None
    if scope is None:
        return [(expr, place)]
    at = Place(place.facts, scope, place.frame)
    return [(place.facts.expr(node), at) for node in place.facts.returns.get(scope, ())]


def set_within(function: FunctionValue, key: str) -> Iterator[tuple[Expr, Place]]:
    """What a function literal sets as ``key`` on the object that it is given, or that it works on.

    An assignment (``model = "x"``, ``it.model = "x"``) or a call of that name (``r.modelId("x")``, ``modelId("x")``).
    """
    facts, scope = function.facts, function.facts.scopes[function.scope]
    if scope.name is not None:
        return
    place = Place(facts, function.scope, function.frame)
    given = {parameter.name for parameter in facts.parameters.get(function.scope, ())} | {"it", "this"}
    for first, bindings in facts.bindings.get(function.scope, {}).items():
        for binding in bindings:
            path = binding.path[1:] if first in given else binding.path
            value = facts.value(binding)
            if path == (key,) and value is not None:
                yield value, place
    for site in facts.calls:
        if site.tail == key and scope.start <= site.offset < scope.end and facts.scope_at(site.offset) == scope.index:
            call = facts.call(site)
            if call is not None and call.args and _is_on(call, given):
                yield call.args[0], place


def _is_on(call: CallExpr, given: set[str]) -> bool:
    """Whether a call, or the chain that it is a link of, is made on the object that a function literal is given."""
    link: Expr = call.callee
    for _ in range(_LONGEST):
        if isinstance(link, Name):
            return link.name in given or link is call.callee
        if not isinstance(link, (Attribute, CallExpr)):
            return False
        link = link.base if isinstance(link, Attribute) else link.callee
    return False


def member(resolver: Evaluator, function: FunctionValue, key: str) -> Values:
    """Values of what a function literal sets as ``key``."""
    results: list[Value] = []
    for expr, place in set_within(function, key):
        results += resolver.eval(expr, place)
    return tuple(results)
