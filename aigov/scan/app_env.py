"""What ``config/*.exs`` gives an Elixir application: ``config :shop, model: "…"`` is what
``Application.get_env(:shop, :model)`` reads."""

from __future__ import annotations

from collections.abc import Iterator

from aigov.scan import arguments, derivations
from aigov.scan.choices import with_variable
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Constant, Expr, Name, Sequence, Table
from aigov.scan.scopes import scope_of
from aigov.scan.values import Evaluator, NotKnown, Place, Scalar, TableValue, Text, Value, Values

_FILES = ("config/config.exs", "config/prod.exs", "config/dev.exs", "config/runtime.exs")
_TEST = "config/test.exs"


def value_of(resolver: Evaluator, default_at: int | None, call: CallExpr, place: Place) -> Values:
    """What a call gives that reads a key of an application, or else its default.

    :param default_at: position of the default; None where the call has none.
    """
    keys = _keys(call.args[1], place) if len(call.args) > 1 else ()
    if not keys:
        return (NotKnown("the name of the setting is not known"),)
    found: list[Value] = []
    for facts in _files(resolver, place.facts.path):
        found += _configured(resolver, facts, _key(call.args[0], place), keys)
    if found:
        return tuple(found)
    default = call.args[default_at] if default_at is not None and default_at < len(call.args) else None
    values = with_variable(resolver.eval(default, place), keys[-1]) if default is not None else ()
    if values and not all(isinstance(value, Scalar) for value in values):
        return values
    return (NotKnown(f"setting {keys[-1]} has no default here", keys[-1]),)


def _files(resolver: Evaluator, path: str) -> Iterator[FileFacts]:
    for name in (*_FILES, *((_TEST,) if scope_of(path) == "test" else ())):
        found = resolver.modules.nearest(path, name)
        facts = resolver.load(found) if found is not None else None
        if facts is not None:
            yield facts


def _configured(resolver: Evaluator, facts: FileFacts, app: str | None, keys: tuple[str, ...]) -> Iterator[Value]:
    """Values below ``keys`` that the calls of ``config`` in one file give; a later file wins over an earlier one."""
    for site in facts.calls:
        call = facts.call(site) if site.tail == "config" else None
        if call is None or not call.args:
            continue
        place = Place(facts, facts.scope_at(site.offset))
        if _key(call.args[0], place) != app:
            continue
        table: Expr = Table(tuple((Constant(key, call.line), value) for key, value in call.keywords), (), call.line)
        rest = keys
        if len(call.args) > 1 and _key(call.args[1], place) is not None:
            if _key(call.args[1], place) != keys[0]:
                continue
            if len(call.args) == 2 and not call.keywords:
                continue
            rest = keys[1:]
            table = call.args[2] if len(call.args) > 2 else table
        values = resolver.eval(table, place)
        for key in rest:
            values = tuple(
                item
                for value in values
                if isinstance(value, TableValue)
                for item in resolver.attribute(value, key, place)
                if not isinstance(item, NotKnown) or item.variable
            )
        yield from values


def _keys(expr: Expr, place: Place) -> tuple[str, ...]:
    """A key, or those of a path: ``:model``, ``Shop.Chat``, ``[:openai, :model]``."""
    parts = expr.items if isinstance(expr, Sequence) else (expr,)
    found = tuple(key for part in parts if (key := _key(part, place)) is not None)
    return found if len(found) == len(parts) else ()


def _key(expr: Expr, place: Place) -> str | None:
    """An atom, or the full name of a module."""
    if isinstance(expr, Constant):
        return expr.value if isinstance(expr.value, str) else None
    names: list[str] = []
    while isinstance(expr, Attribute):
        names.append(expr.name)
        expr = expr.base
    if not isinstance(expr, Name):
        return None
    facts = place.facts
    first = expr.name
    if first == "__MODULE__":
        modules = (scope.qualified for scope in facts.chain(place.scope) if scope.kind == "class")
        first = next(modules, first)
    elif first[:1].isupper():
        imports = (held for held in facts.imported_as(first) if not held.mention)
        first = next((f"{held.module}.{held.name}" if held.name else held.module for held in imports), first)
    else:
        return None
    return ".".join((first, *reversed(names)))


def read_key(resolver: Evaluator, call: CallExpr, place: Place) -> Values | None:
    """``Keyword.get(config, :model, "default")``, also of a table that is not known; None where it asks for nothing."""
    if len(call.args) < 2:
        return None
    held = [value for value in resolver.eval(call.args[0], place) if isinstance(value, TableValue)]
    keys = [value.value for value in resolver.eval(call.args[1], place) if isinstance(value, Text)]
    found = tuple(
        item
        for value in held
        for key in keys
        for item in resolver.attribute(value, key, place)
        if not isinstance(item, NotKnown) or item.variable
    )
    if held and not keys:
        default = resolver.eval(call.args[2], place) if len(call.args) > 2 else ()
        return (*(item for value in held for item in arguments.table_values(resolver, value)), *default)
    if not held:
        return _default(resolver, call, place)
    if found:
        return found
    return resolver.eval(call.args[2], place) if len(call.args) > 2 else (NotKnown("the key is not known"),)


def _default(resolver: Evaluator, call: CallExpr, place: Place) -> Values:
    """What a key of a table is that nobody knows: the default, or what decides it."""
    asked = resolver.eval(call.args[0], place)
    variable = next((value.variable for value in asked if isinstance(value, NotKnown) and value.variable), None)
    default = resolver.eval(call.args[2], place) if len(call.args) > 2 else ()
    values = with_variable(derivations.ran(resolver, default, place), variable)
    return values or (NotKnown("the key is not known", variable),)
