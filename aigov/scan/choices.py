"""Small operations on the possibilities of an expression."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from aigov.model import Step
from aigov.scan.facts.types import Attribute, Expr, Name
from aigov.scan.values import (
    ClassValue,
    FunctionValue,
    ListValue,
    Made,
    NotKnown,
    ObjectValue,
    Place,
    Scalar,
    Symbol,
    TableValue,
    Text,
    Value,
    Values,
    spelled,
)

MAX_VALUES = 40
"""Possibilities kept for one expression."""
MORE = NotKnown(f"it is one of more than {MAX_VALUES}", more=True)
"""Stands for the possibilities that are not kept."""
_MAX_STEPS = 12


def only_texts(values: Values) -> tuple[Text | NotKnown, ...]:
    """The strings among ``values``, and why the others are none."""
    found: list[Text | NotKnown] = []
    for value in values:
        if isinstance(value, (Text, NotKnown)):
            found.append(value)
        elif isinstance(value, (Made, Symbol)):
            found.append(NotKnown(f"{spelled(value)} is decided outside this code"))
        elif not isinstance(value, Scalar):
            found.append(NotKnown("it is no text"))
    return tuple(found)


def replace_names(value: Made, names: tuple[str, ...]) -> Made:
    """The same client after further attributes or calls."""
    return replace(value, names=names)


def with_step(values: Values, step: Step) -> Values:
    """The values, with one more link between the claim and the source text."""
    return tuple(
        replace(value, steps=(step, *value.steps))
        if isinstance(value, Text) and len(value.steps) < _MAX_STEPS
        else value
        for value in values
    )


def limit(values: Iterable[Value]) -> Values:
    """The first ``MAX_VALUES`` different values, and ``MORE`` where there are others; at least one."""
    seen: dict[object, Value] = {}
    for value in values:
        key: object = (
            (value.value, value.file, value.line, value.variable) if isinstance(value, Text) else _identity(value)
        )
        if key not in seen and len(seen) >= MAX_VALUES:
            return (*seen.values(), MORE)
        seen.setdefault(key, value)
    return tuple(seen.values()) or (NotKnown("nothing is assigned"),)


def _identity(value: Value) -> object:
    if isinstance(value, Made):
        since = tuple(id(call) for call, _ in value.since)
        return (value.symbol, id(value.call), value.names, since, id(value.place.frame))
    if isinstance(value, (FunctionValue, ClassValue)):
        return (type(value).__name__, id(value.facts), value.scope)
    if isinstance(value, TableValue):
        return (id(value.table), id(value.place.frame), value.later)
    if isinstance(value, ListValue):
        return (id(value.items), id(value.place.frame))
    if isinstance(value, ObjectValue):
        return (id(value.cls.facts), value.cls.scope, id(value.call), id(value.place.frame), value.variables)
    return value


def piece_of(value: Value, part: Expr, place: Place) -> Text:
    """A value as a part of a longer text; what is not known becomes a hole."""
    if isinstance(value, Text):
        return value
    if isinstance(value, Scalar) and value.value is not None:
        return Text(str(value.value), place.facts.path, part.line)
    variable = value.variable if isinstance(value, NotKnown) else None
    hole = variable or _hole_name(part)
    return Text(f"{{{hole}}}", place.facts.path, part.line, variable, complete=False)


def _hole_name(part: Expr) -> str:
    if isinstance(part, Name):
        return part.name
    if isinstance(part, Attribute):
        return part.name
    return "?"


def appended(text: Text, piece: Text) -> Text:
    """Two texts as one."""
    return Text(
        text.value + piece.value,
        text.file,
        text.line,
        text.variable or piece.variable,
        (text.steps + piece.steps)[:_MAX_STEPS],
        text.complete and piece.complete,
    )


def with_variable(values: Values, variable: str | None) -> Values:
    """The values, as defaults of a variable."""
    if variable is None:
        return values
    return tuple(named(value, variable) for value in values)


def named(value: Value, variable: str | None) -> Value:
    """One value, as the default of a variable that is not known yet."""
    if variable is not None and isinstance(value, (Text, NotKnown)) and value.variable is None:
        return replace(value, variable=variable)
    return value


def share_variable(values: list[Value]) -> list[Value]:
    """A variable that one branch reads replaces what the other branches say."""
    variable = next((value.variable for value in values if isinstance(value, NotKnown) and value.variable), None)
    return [named(value, variable) for value in values]


def is_unset(value: Value) -> bool:
    """Whether ``a or b`` would go on to ``b``, or may."""
    return (
        isinstance(value, NotKnown)
        or (isinstance(value, Text) and not value.value)
        or (isinstance(value, Scalar) and not value.value)
    )


def is_null(value: Value) -> bool:
    """Whether the value is null."""
    return isinstance(value, Scalar) and value.value is None
