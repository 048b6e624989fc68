"""What a container hands a function or a class: FastAPI's ``Depends``, the providers of dependency-injector."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Choice, Expr, Name, Parameter, Sequence, Subscript
from aigov.scan.values import (
    Evaluator,
    Made,
    NotKnown,
    ObjectValue,
    Place,
    Values,
)

_ASKS = frozenset(("Depends", "Security", "TaskiqDepends", "FromDishka"))
_MAKES = ("Factory", "Singleton", "ThreadSafeSingleton", "Resource", "Callable", "partial")
"""What makes an object of the class, or calls the function, that is its first argument."""
_ALIASES = 3


def supplied(resolver: Evaluator, parameter: Parameter, place: Place) -> Values:
    """What a dependency gives a parameter: ``client=Depends(get_client)``, ``Annotated[Client, Depends(get_client)]``;
    empty where it names none."""
    found: list[Expr] = []
    if isinstance(parameter.default, CallExpr):
        found.append(parameter.default)
    if parameter.annotation is not None and place.facts.row.family == "python":
        found += _asked(resolver, parameter.annotation, place, 0)
    for call in found:
        if isinstance(call, CallExpr) and call.args and getattr(call.callee, "name", "") in _ASKS:
            values = tuple(
                result
                for value in resolver.eval(call.args[0], place)
                for result in resolver.called(value, CallExpr(call.args[0], (), (), (), call.line), place)
            )
            if any(isinstance(value, (Made, ObjectValue)) for value in values):
                return tuple(value for value in values if not isinstance(value, NotKnown))
    return ()


def _asked(resolver: Evaluator, annotation: Expr, place: Place, depth: int) -> Iterator[Expr]:
    """The calls within ``Annotated[…]``, also of a type that is called by another name."""
    if isinstance(annotation, Choice):
        yield from annotation.options
    elif isinstance(annotation, Subscript) and getattr(annotation.base, "name", "") == "Annotated":
        yield from annotation.key.items if isinstance(annotation.key, Sequence) else (annotation.key,)
    elif isinstance(annotation, Name) and depth < _ALIASES:
        for binding in place.facts.named_bindings(0, annotation.name):
            alias = place.facts.value(binding)
            if alias is not None and not isinstance(alias, CallExpr):
                yield from _asked(resolver, alias, place, depth + 1)


def makers(resolver: Evaluator, name: str, family: str) -> Iterator[tuple[FileFacts, CallSite, CallExpr]]:
    """Calls that have a function or class of that name called, with the arguments that it is given."""
    if family != "python":
        return
    for tail in _MAKES:
        for facts, site in resolver.callers(tail):
            if name.encode() not in site.arguments or (call := facts.call(site)) is None or not call.args:
                continue
            first = call.args[0]
            if isinstance(first, (Name, Attribute)) and first.name == name:
                yield facts, site, replace(call, callee=first, args=call.args[1:])
