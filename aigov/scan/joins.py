"""Expressions that join several others: text put together, the first of several that is set."""

from __future__ import annotations

from collections.abc import Iterable

from aigov.scan.choices import MAX_VALUES, MORE, appended, is_unset, named, piece_of
from aigov.scan.facts.types import Concat, Fallback
from aigov.scan.look_ups import asked_for
from aigov.scan.values import Evaluator, NotKnown, Place, Text, Value

_MAX_PIECES = 6
"""Possibilities kept for one part of a text."""


def joined(resolver: Evaluator, expr: Concat, place: Place) -> Iterable[Value]:
    """The texts that a concatenation can be; parts that are not known are holes."""
    texts = [Text("", place.facts.path, expr.line)]
    cut = False
    for part in expr.parts:
        values = resolver.eval(part, place)
        pieces: dict[str, Text] = {}
        for value in values:
            piece = piece_of(value, part, place)
            pieces.setdefault(piece.value, piece)
        longer = [appended(text, piece) for text in texts for piece in list(pieces.values())[:_MAX_PIECES]]
        texts = longer[:MAX_VALUES]
        cut = cut or len(pieces) > _MAX_PIECES or len(longer) > len(texts) or MORE in values
    return [*texts, MORE] if cut else texts


def first_set(resolver: Evaluator, expr: Fallback, place: Place) -> Iterable[Value]:
    """What ``a or b`` can be: a default bears the variable that replaces it."""
    found: list[Value] = []
    missing: list[NotKnown] = []
    variable: str | None = None
    for option in expr.options:
        values = [named(asked_for(resolver, value), variable) for value in resolver.eval(option, place)]
        unset = [value for value in values if is_unset(value)]
        found += [value for value in values if not is_unset(value)]
        missing = [value for value in unset if isinstance(value, NotKnown)]
        if not unset:
            missing = []
            break
        variable = variable or next(
            (value.variable for value in unset if isinstance(value, (Text, NotKnown)) and value.variable), None
        )
    return found or missing or (NotKnown("none of the alternatives is known"),)
