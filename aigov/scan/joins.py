"""Expressions that join several others: text put together, the first of several that is set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aigov.scan.choices import MAX_VALUES, MORE, appended, is_unset, named, piece_of
from aigov.scan.facts.types import Binding, Concat, Constant, Expr, Fallback, Subscript
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
        if not unset and not _may_miss(option):
            missing = []
            break
        variable = variable or next(
            (value.variable for value in unset if isinstance(value, (Text, NotKnown)) and value.variable), None
        )
    return found or missing or (NotKnown("none of the alternatives is known"),)


def _may_miss(expr: Expr) -> bool:
    """Whether a table may lack what is asked for: ``MODELS[kind] ?? "…"``."""
    return isinstance(expr, Subscript) and not isinstance(expr.key, Constant)


def lengthened(
    resolver: Evaluator, values: Iterable[Value], bindings: Sequence[Binding], at: Place, offset: int | None
) -> Iterable[Value]:
    """The texts of a name with what is put after them, ``model += "-mini"``: where that surely runs, or may."""
    facts = at.facts
    texts = list(values)
    since = max((held.offset for held in bindings if held.kind == "assign" and len(held.path) == 1), default=0)
    for held in bindings:
        runs = offset is None or (since < held.offset < offset and not facts.exclusive(held.offset, offset))
        expr = facts.value(held) if held.kind == "augment" and len(held.path) == 1 and runs else None
        if expr is None:
            continue
        pieces = [piece_of(value, expr, at) for value in resolver.eval(expr, at)[:_MAX_PIECES]]
        longer = [appended(text, piece) if isinstance(text, Text) else text for text in texts for piece in pieces]
        start, end = facts.block_of(held.offset, held.offset)
        sure = offset is not None and start <= offset < end
        texts = (longer if sure else [*texts, *longer])[:MAX_VALUES]
    return texts
