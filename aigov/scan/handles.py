"""What earlier calls gave a handle that a later one uses: ``curl_setopt($ch, CURLOPT_URL, "…"); curl_exec($ch);``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Expr, Name, Table
from aigov.scan.values import Place

_SETTERS = {"curl_exec": ("curl_setopt", "curl_setopt_array")}
"""What uses a handle -> what sets one option of it, and what sets those of a table."""
_OPENS = frozenset(("postUrl", "putUrl", "openUrl", "patchUrl"))
_WRITES = frozenset(("write", "add", "writeln"))
"""``dart:io``: what opens a request, and what writes its body."""


def with_options(facts: FileFacts, expr: CallExpr, place: Place) -> CallExpr:
    """A call with the options of its handle as keywords; the call itself where it uses no handle."""
    if facts.row.family == "dart" and isinstance(expr.callee, Attribute) and expr.callee.name in _OPENS:
        return replace(expr, keywords=(*expr.keywords, *_written(facts, expr, place)))
    setters = _SETTERS.get(expr.callee.name) if isinstance(expr.callee, Name) else None
    handle = _path(expr.args[0]) if setters is not None and expr.args else ()
    if setters is None or not handle:
        return expr
    around = facts.scopes[place.scope]
    options: dict[str, Expr] = {}
    for site in facts.calls:
        if site.tail not in setters or not around.start <= site.offset < min(around.end, expr.offset):
            continue
        call = facts.call(site)
        if call is not None and call.args and _path(call.args[0]) == handle:
            options.update(_set_by(call))
    return replace(expr, keywords=(*expr.keywords, *options.items()))


def _written(facts: FileFacts, expr: CallExpr, place: Place) -> Iterator[tuple[str, Expr]]:
    """What is written into the request that a call opens: ``req.write(jsonEncode(body))``."""
    around = facts.scopes[place.scope]
    names = {
        (name,)
        for name, held in facts.bindings.get(place.scope, {}).items()
        for binding in held
        if len(binding.path) == 1 and binding.offset <= expr.offset < facts.end_of(binding)
    }
    for site in facts.calls if names else ():
        if site.tail in _WRITES and expr.offset < site.offset < around.end:
            call = facts.call(site)
            if (
                call is not None
                and call.args
                and isinstance(call.callee, Attribute)
                and _path(call.callee.base) in names
            ):
                yield "write", call.args[0]


def _set_by(call: CallExpr) -> Iterator[tuple[str, Expr]]:
    if len(call.args) == 3 and isinstance(call.args[1], Name):
        yield call.args[1].name, call.args[2]
    for table in call.args[1:2]:
        for key, value in table.pairs if isinstance(table, Table) else ():
            if isinstance(key, Name):
                yield key.name, value


def _path(expr: Expr) -> tuple[str, ...]:
    """Names of a variable or of a member of one; empty for other expressions."""
    if isinstance(expr, Name):
        return (expr.name,)
    if isinstance(expr, Attribute) and (front := _path(expr.base)):
        return (*front, expr.name)
    return ()
