"""Texts that a call puts together: formats, lists that are joined."""

from __future__ import annotations

import re
from string import Formatter

from aigov.scan.facts.types import CallExpr, Concat, Constant, Expr, Opaque
from aigov.scan.values import Evaluator, ListValue, NotKnown, Place, Text, Value, Values

_VERB = re.compile(r"%[-+# 0]*\d*(?:\.\d+)?[a-zA-Z]")
_MOST_ITEMS = 16
_FORMATS = frozenset(("string.Format", "String.Format", "System.String.Format"))
_JOINS = {"strings.Join": (0, 1), "string.Join": (1, 0), "String.Join": (1, 0), "String.join": (1, 0)}
"""Functions, as dotted names -> positions of the list and of what is put between its items."""


def of_method(resolver: Evaluator, bases: Values, name: str, call: CallExpr, place: Place) -> Values | None:
    """``"…{}…".format(x)``, ``"-".join(parts)``, ``parts.join("-")``, ``"a".concat("b")``; None for other calls."""
    if name == "format" and len(bases) == 1 and isinstance(bases[0], Text):
        return _braces(resolver, bases[0], call.args, call, place)
    if name == "join" and len(call.args) == 1:
        given = resolver.eval(call.args[0], place)
        if all(isinstance(base, Text) for base in bases):
            return _joined(resolver, given, bases)
        if all(isinstance(base, ListValue) for base in bases):
            return _joined(resolver, bases, given)
    if name == "concat" and call.args and all(isinstance(base, Text) for base in bases):
        base = getattr(call.callee, "base", None)
        return resolver.eval(Concat((base, *call.args), call.line), place) if base is not None else None
    return None


def of_function(resolver: Evaluator, name: str, call: CallExpr, place: Place) -> Values | None:
    """``string.Format("…{0}", x)``, ``strings.Join(parts, "-")``; None for other calls."""
    if name in _FORMATS and call.args:
        templates = [value for value in resolver.eval(call.args[0], place) if isinstance(value, Text)]
        return _braces(resolver, templates[0], call.args[1:], call, place) if len(templates) == 1 else None
    if name in _JOINS and len(call.args) == 2:
        listed, between = _JOINS[name]
        return _joined(resolver, resolver.eval(call.args[listed], place), resolver.eval(call.args[between], place))
    return None


def verbs(resolver: Evaluator, call: CallExpr, place: Place) -> Values:
    """A text with values in the place of its verbs: ``fmt.Sprintf("https://%s/v1", host)``."""
    results: list[Value] = []
    for template in resolver.eval(call.args[0], place):
        if not isinstance(template, Text):
            results.append(NotKnown("the format is not known"))
            continue
        pieces = _VERB.split(template.value)
        parts: list[Expr] = [Constant(pieces[0], call.line)]
        for index, piece in enumerate(pieces[1:], 1):
            value = call.args[index] if index < len(call.args) else Opaque("a value is missing", call.line)
            parts += [value, Constant(piece, call.line)]
        results += resolver.eval(Concat(tuple(parts), call.line), place)
    return tuple(results)


def _braces(resolver: Evaluator, template: Text, args: tuple[Expr, ...], call: CallExpr, place: Place) -> Values:
    keywords = dict(call.keywords)
    parts: list[Expr] = []
    try:
        pieces = list(Formatter().parse(template.value))
    except ValueError:
        return (NotKnown("the format is not known"),)
    count = 0
    for before, field, _, _ in pieces:
        parts.append(Constant(before, template.line))
        if field is None:
            continue
        key = field or str(count)
        count += not field
        index = int(key) if key.isdecimal() and len(key) < 3 else len(args)
        value = args[index] if index < len(args) else keywords.get(key)
        parts.append(value if value is not None else Opaque(f"{key} is not given", call.line))
    values = resolver.eval(Concat(tuple(parts), template.line), place)
    return values if count or any(piece[1] is not None for piece in pieces) else (template,)


def _joined(resolver: Evaluator, lists: Values, separators: Values) -> Values | None:
    texts = [value for value in separators if isinstance(value, Text)]
    if len(texts) != 1 or len(lists) != 1 or not isinstance(lists[0], ListValue):
        return None
    items = lists[0].items.items
    if not items or len(items) > _MOST_ITEMS or any(isinstance(item, Opaque) for item in items):
        return None
    line = lists[0].items.line
    parts: list[Expr] = [items[0]]
    for item in items[1:]:
        parts += [Constant(texts[0].value, line), item]
    return resolver.eval(Concat(tuple(parts), line), lists[0].place)
