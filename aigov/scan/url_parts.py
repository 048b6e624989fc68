"""Addresses that a program puts together from a base, a host and paths."""

from __future__ import annotations

from dataclasses import replace

from aigov.scan import arguments
from aigov.scan.choices import appended
from aigov.scan.facts.types import CallExpr
from aigov.scan.values import Evaluator, Made, NotKnown, Place, Text, Value, Values

_MOST = 6
"""Possibilities kept for one part."""
_BASES = ("relativeTo",)
"""Keywords of the address that another argument is relative to."""


def joined(bases: Values, paths: Values) -> Values:
    """Each base with each path after it: one slash between them; a path that is a whole address stands alone."""
    results: list[Value] = []
    for base in bases[:_MOST]:
        for path in paths[:_MOST]:
            if isinstance(path, Text) and ("://" in path.value or not isinstance(base, Text)):
                results.append(path)
            elif isinstance(base, Text):
                front = replace(base, value=f"{base.value.rstrip('/')}/")
                rest = path if isinstance(path, Text) else replace(base, value="{path}", steps=(), complete=False)
                results.append(appended(front, replace(rest, value=rest.value.lstrip("/"))))
    return tuple(results) or (NotKnown("the address is not known"),)


def given(resolver: Evaluator, call: CallExpr, place: Place) -> Values:
    """The first argument of a call, with or without a name."""
    expr = next(iter((*call.args, *(value for _, value in call.keywords))), None)
    return resolver.eval(expr, place) if expr is not None else ()


def relative(resolver: Evaluator, call: CallExpr, place: Place) -> Values:
    """The first argument of a call that has names only, after the address that another one gives."""
    keywords = dict(call.keywords)
    base = next((keywords[name] for name in _BASES if name in keywords), None)
    values = resolver.eval(call.keywords[0][1], place)
    return values if base is None else joined(resolver.eval(base, place), values)


def made(resolver: Evaluator, scheme: str, call: CallExpr, place: Place) -> Values:
    """``Uri.https("api.example.com", "/v1/chat")``."""
    hosts = resolver.eval(call.args[0], place)
    bases = tuple(replace(host, value=f"{scheme}://{host.value}") if isinstance(host, Text) else host for host in hosts)
    return bases if len(call.args) < 2 else joined(bases, resolver.eval(call.args[1], place))


def of_components(resolver: Evaluator, value: Made) -> Values | None:
    """The address of Swift's ``URLComponents``: made of a text, or of what is assigned to its parts; None where the
    host is not known."""
    whole = arguments.argument(resolver, value.call, "string", value.place) if value.call is not None else ()
    if texts := tuple(text for text in whole if isinstance(text, Text)):
        return texts
    parts = {
        name: next((text for text in arguments.member(resolver, value, name) if isinstance(text, Text)), None)
        for name in ("scheme", "host", "path")
    }
    host, path, scheme = parts["host"], parts["path"], parts["scheme"]
    if host is None:
        return None
    known = host.complete and (path is None or path.complete)
    spelled = f"{scheme.value if scheme else 'https'}://{host.value}{path.value if path else ''}"
    return (replace(host, value=spelled, complete=known),)
