"""Schemas that a program reads its environment with: zod, t3-env, envalid, znv, valibot, TypeBox, joi, convict.

``z.object({MODEL: z.string().default("…")}).parse(process.env).MODEL`` has the default of the schema, and the key is
the variable.
"""

from __future__ import annotations

from collections.abc import Iterator

from aigov.scan import arguments
from aigov.scan.choices import with_variable
from aigov.scan.facts.types import CallExpr, Constant, Expr, Table
from aigov.scan.values import Evaluator, Made, NotKnown, Place, TableValue, Text, Value, Values

_MODULES = (
    "zod",
    "envalid",
    "@t3-oss/env",
    "znv",
    "valibot",
    "@sinclair/typebox",
    "yup",
    "joi",
    "arktype",
    "@hapi/joi",
)
_CONVICT = "convict"
_DEFAULTS = ("default", "devDefault")
_OPTIONAL = frozenset(("optional", "nullish", "nullable", "fallback", "exactOptional"))
"""Functions of valibot that are given a schema and then the default."""
_DEPTH = 4


def key(resolver: Evaluator, value: Made, name: str) -> Values | None:
    """A variable of a validated environment; None where ``value`` is no such environment."""
    if not value.symbol.module.startswith(_MODULES):
        return None
    for table, place in _tables(resolver, value, 0):
        found = _nested(table, name)
        if found is not None:
            told = tuple(held for given in resolver.eval(found, place) for held in _default(resolver, given, name))
            return with_variable(told, name)
    return None


def asked(resolver: Evaluator, bases: Values, call: CallExpr, place: Place) -> Values | None:
    """``convict({…}).get("llm.model")``; None for other calls."""
    for base in bases:
        if isinstance(base, Made) and base.symbol.module == _CONVICT and base.call is not None and len(call.args) == 1:
            for path in resolver.eval(call.args[0], place):
                if isinstance(path, Text):
                    return _of_convict(resolver, base.call, path.value, base.place)
    return None


def _of_convict(resolver: Evaluator, call: CallExpr, path: str, place: Place) -> Values:
    at = f"#0.{path}"
    named = arguments.argument(resolver, call, f"{at}.env", place)
    variable = next((value.value for value in named if isinstance(value, Text)), path)
    values = arguments.argument(resolver, call, f"{at}.default", place)
    return with_variable(values, variable) or (NotKnown(f"setting {path} has no default here", variable),)


def _default(resolver: Evaluator, value: Value, name: str) -> Values:
    """What the schema of one variable says that it is where nothing sets it."""
    if not isinstance(value, Made) or not value.symbol.module.startswith(_MODULES):
        return (value,)
    found: Values = ()
    for call, place in _calls(value):
        for key in _DEFAULTS:
            found = found or arguments.argument(resolver, call, key, place)
    if not found and value.call is not None and value.symbol.names[-1:] and value.symbol.names[-1] in _OPTIONAL:
        found = resolver.eval(value.call.args[1], value.place) if len(value.call.args) > 1 else ()
    return found or (NotKnown(f"environment variable {name} has no default here", name),)


def _tables(resolver: Evaluator, value: Made, depth: int) -> Iterator[tuple[Table, Place]]:
    """The tables of a schema, of those that it was made of or is given to, the last one first."""
    for call, place in reversed(list(_calls(value))):
        for argument in call.args:
            if isinstance(argument, Table):
                yield argument, place
            elif depth < _DEPTH and not isinstance(argument, Constant):
                for given in resolver.eval(argument, place):
                    if isinstance(given, Made) and given.symbol.module.startswith(_MODULES):
                        yield from _tables(resolver, given, depth + 1)
                    elif isinstance(given, TableValue):
                        yield given.table, given.place


def _calls(value: Made) -> Iterator[tuple[CallExpr, Place]]:
    if value.call is not None:
        yield value.call, value.place
    yield from value.since


def _nested(table: Table, name: str) -> Expr | None:
    for key, value in table.pairs:
        if isinstance(key, Constant) and key.value == name:
            return value
    for _, value in table.pairs:
        if isinstance(value, Table):
            found = _nested(value, name)
            if found is not None:
                return found
    return None
