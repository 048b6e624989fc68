"""What the common methods of texts, lists and tables give: ``"A".downcase``, ``names.first``, ``base.merge(more)``.

The names are those of the standard libraries of all languages that are read; what holds the value tells which is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from aigov.scan import arguments, enums
from aigov.scan.choices import share_variable
from aigov.scan.facts.types import Attribute, CallExpr, Closure, Concat, Constant, Expr, Name, Sequence, Table
from aigov.scan.values import (
    ClassValue,
    Evaluator,
    FunctionValue,
    ListValue,
    NotKnown,
    Place,
    TableValue,
    Text,
    Value,
    Values,
)

_LOWER = frozenset(("toLowerCase", "lowercase", "downcase", "lowercased", "to_lowercase", "to_ascii_lowercase"))
_UPPER = frozenset(("toUpperCase", "uppercase", "upcase", "uppercased", "to_uppercase", "to_ascii_uppercase"))
_JOINED = frozenset(("concat", "plus", "appending"))
_FIRST_ONLY = frozenset(("sub", "replaceFirst", "replacen"))
_REPLACED = frozenset(("replace", "replaceAll", "gsub", "tr", "replacingOccurrences", *_FIRST_ONLY))
_PATTERNS = frozenset(("replaceAll", "replaceFirst"))
"""Those of ``_REPLACED`` whose first argument is a pattern in some language."""
_PLAIN = re.compile(r"[\w:/@%#~ -]*")
_PREFIX_OFF = frozenset(("removePrefix", "delete_prefix", "stripPrefix", "trim_start_matches", "strip_prefix"))
_SUFFIX_OFF = frozenset(("removeSuffix", "delete_suffix", "stripSuffix", "trim_end_matches", "strip_suffix"))
_FIRST = frozenset(("first", "firstOrNull", "getFirst", "head", "headOption", "next", "firstWhere"))
_LAST = frozenset(("last", "lastOrNull", "getLast", "lastOption"))
_ANY = frozenset(
    """random sample pick get elementAt at single singleOrNull find detect findFirst findAny nth getOrNull min max
    max_by min_by maxByOrNull minByOrNull randomElement pop shift singleWhere getOrElse randomOrNull""".split()  # noqa: SIM905
)
_LISTS = frozenset(
    """stream iter into_iter iterator toList asList to_a toArray toTypedArray compact uniq sort sorted reverse reversed
    filter select reject filterNotNull distinct asSequence shuffle shuffled to_vec copied cloned take drop where
    rotate each lazy toSet toSeq asScala values freeze dup to_ary""".split()  # noqa: SIM905
)
_TEXTS = frozenset(("join", "joinToString", "mkString", "joined"))
_MERGED = frozenset(
    """merge merge! deep_merge update reverse_merge with_defaults plus merging except slice compact transform_keys
    toMap toMutableMap asMap removed filterNotNullValues""".split()  # noqa: SIM905
)
_KEYED = frozenset(("fetch", "dig", "getValue", "getOrThrow", "getOrNull", "apply"))
_CALLED = frozenset(("call", "apply", "invoke", "get", "accept", "run", "yield"))

_FUNCTIONS = {
    **dict.fromkeys(("strtolower", "mb_strtolower", "String.downcase"), ("lowercase", 0, ())),
    **dict.fromkeys(("strtoupper", "mb_strtoupper", "String.upcase"), ("uppercase", 0, ())),
    **dict.fromkeys(("implode", "join"), ("join", 1, (0,))),
    **dict.fromkeys(("Enum.join",), ("join", 0, (1,))),
    "str_replace": ("replace", 2, (0, 1)),
    "String.replace": ("replace", 0, (1, 2)),
    "String.replace_prefix": ("removePrefix", 0, (1,)),
    "ltrim": ("removePrefix", 0, (1,)),
    "rtrim": ("removeSuffix", 0, (1,)),
    **dict.fromkeys(("array_merge", "array_replace", "array_merge_recursive"), ("merge", 0, (1, 2, 3))),
    **dict.fromkeys(("Keyword.merge", "Map.merge"), ("merge", 0, (1,))),
    **dict.fromkeys(("hd", "List.first", "reset", "current", "Enum.at", "Enum.fetch!"), ("first", 0, ())),
    **dict.fromkeys(("List.last", "end"), ("last", 0, ())),
    **dict.fromkeys(("Enum.random", "Enum.find", "Enum.min_by", "Enum.max_by"), ("random", 0, ())),
    **dict.fromkeys(("array_values", "Map.values"), ("values", 0, ())),
    **dict.fromkeys(
        """array_filter array_unique collect Map.to_list Map.new Map.take Map.drop Keyword.take Keyword.drop
        Enum.reject Enum.filter Enum.shuffle Enum.uniq Enum.sort""".split(),  # noqa: SIM905
        ("", 0, ()),
    ),
}
"""Functions, as dotted names -> the method that does the same, and the positions of what it is called on and given."""


def derived(resolver: Evaluator, bases: Values, name: str, expr: CallExpr, place: Place) -> Values | None:
    """What the method ``name`` gives of what it is called on; None where no text, list or table of the source is."""
    if any(isinstance(base, Text) for base in bases):
        return _of_texts(resolver, bases, name, expr, place)
    found: list[Value] = []
    for base in bases:
        values = _of_one(resolver, base, name, expr, place)
        if values is None and isinstance(base, (ListValue, TableValue, FunctionValue, ClassValue)):
            return None
        found += values or ()
    return tuple(found) or None


def _of_one(resolver: Evaluator, base: Value, name: str, expr: CallExpr, place: Place) -> Values | None:
    if isinstance(base, ListValue):
        return _of_list(resolver, base, name, expr)
    if isinstance(base, TableValue):
        return _of_table(resolver, base, name, expr, place)
    if isinstance(base, ClassValue):
        return enums.asked(resolver, base, name)
    return resolver.returned(base, expr, place) if isinstance(base, FunctionValue) and name in _CALLED else None


def of_function(resolver: Evaluator, name: str, call: CallExpr, place: Place) -> Values | None:
    """What a function gives that does what the methods do: ``strtolower($a)``, ``Enum.join(parts, "-")``."""
    if name == "compact":
        keys = [key.value for key in call.args if isinstance(key, Constant) and isinstance(key.value, str)]
        pairs = tuple((Constant(key, call.line), Name(key, call.line, call.offset)) for key in keys)
        return (TableValue(Table(pairs, (), call.line), place),)
    shape = _FUNCTIONS.get(name)
    if shape is None or shape[1] >= len(call.args):
        return None
    method, subject, others = shape
    bases = resolver.eval(call.args[subject], place)
    if not method:
        return bases
    args = tuple(call.args[at] for at in others if at < len(call.args))
    made = CallExpr(Attribute(call.args[subject], method, call.line), args, call.keywords, call.spreads, call.line)
    return derived(resolver, bases, method, made, place)


def ran(resolver: Evaluator, values: Iterable[Value], place: Place) -> Values:
    """The values, with functions as what they give back: ``orElseGet(() -> "x")``."""
    return tuple(
        found
        for value in values
        for found in (resolver.returned(value, None, place) if isinstance(value, FunctionValue) else (value,))
    )


def joined_list(resolver: Evaluator, items: ListValue, separator: Expr | None, line: int) -> Values:
    """The items of a list as one text, with what stands between them."""
    between = separator if separator is not None else Constant("", line)
    parts = [part for item in items.items.items for part in (between, item)][1:]
    return (
        resolver.eval(Concat(tuple(parts), line), items.place) if parts else (Text("", items.place.facts.path, line),)
    )


def _of_texts(resolver: Evaluator, bases: Values, name: str, expr: CallExpr, place: Place) -> Values | None:
    if name in _LOWER or name in _UPPER:
        change = str.lower if name in _LOWER else str.upper
        return tuple(replace(base, value=change(base.value)) if isinstance(base, Text) else base for base in bases)
    given = (*expr.args, *(value for _, value in expr.keywords))
    if name in _JOINED and len(given) == 1:
        callee = getattr(expr.callee, "base", None)
        return resolver.eval(Concat((callee, given[0]), expr.line), place) if callee is not None else None
    wanted = 2 if name in _REPLACED else 1 if name in _PREFIX_OFF or name in _SUFFIX_OFF else 0
    if not wanted or len(given) < wanted:
        return None
    texts = [_only_text(resolver, argument, place) for argument in given[:wanted]]
    if None in texts or (name in _PATTERNS and not _PLAIN.fullmatch(texts[0] or "")):
        return (NotKnown(f"what {name} gives is not followed"),)
    return tuple(
        replace(base, value=_edited(base.value, name, [text or "" for text in texts]))
        if isinstance(base, Text)
        else base
        for base in bases
    )


def _edited(text: str, name: str, given: list[str]) -> str:
    if name in _PREFIX_OFF:
        return text.removeprefix(given[0])
    if name in _SUFFIX_OFF:
        return text.removesuffix(given[0])
    return text.replace(given[0], given[1], 1 if name in _FIRST_ONLY else -1)


def _only_text(resolver: Evaluator, expr: Expr, place: Place) -> str | None:
    values = resolver.eval(expr, place)
    first = values[0]
    return first.value if len(values) == 1 and isinstance(first, Text) and first.complete else None


def _of_list(resolver: Evaluator, base: ListValue, name: str, expr: CallExpr) -> Values | None:
    items = base.items.items
    if name in _TEXTS:
        separator = next((value for key, value in expr.keywords if key == "separator"), None)
        separator = separator or next((arg for arg in expr.args if not isinstance(arg, Closure)), None)
        default = Constant(", ", expr.line) if name == "joinToString" else None
        return joined_list(resolver, base, separator or default, expr.line)
    if name in _LISTS:
        return (base,)
    if not items or name not in _FIRST | _LAST | _ANY:
        return () if name in _FIRST | _LAST | _ANY else None
    chosen = bool(expr.args or any(key == "&block" for key, _ in expr.keywords))
    if not chosen and name in _FIRST | _LAST:
        return resolver.eval(items[0 if name in _FIRST else -1], base.place)
    index = expr.args[0].value if len(expr.args) == 1 and isinstance(expr.args[0], Constant) else None
    if isinstance(index, int) and name not in _FIRST | _LAST and -len(items) <= index < len(items):
        return resolver.eval(items[index], base.place)
    return resolver.items(base)


def _of_table(resolver: Evaluator, base: TableValue, name: str, expr: CallExpr, place: Place) -> Values | None:
    if name == "values":
        return (ListValue(Sequence(tuple(value for _, value in base.table.pairs), expr.line), base.place),)
    if name in _MERGED:
        callee = getattr(expr.callee, "base", None)
        pairs = tuple((Constant(key, expr.line), value) for key, value in expr.keywords if not key.startswith("&"))
        given = tuple(argument for argument in expr.args if not isinstance(argument, (Closure, Constant)))
        if callee is None or not (pairs or given):
            return (base,)
        return (TableValue(Table(pairs, (*given, *expr.spreads, callee), expr.line), place),)
    if name not in _KEYED or not expr.args:
        return None

    found: list[Value] = []
    held: Values = (base,)
    keys = expr.args if name == "dig" else expr.args[:1]
    for key in keys:
        texts = [value.value for value in resolver.eval(key, place) if isinstance(value, Text)]
        tables = [value for value in held if isinstance(value, TableValue)]
        held = tuple(
            value
            for table in tables
            for value in (
                [value for text in texts for value in arguments.table_key(resolver, table, text)]
                if texts
                else arguments.table_values(resolver, table)
            )
        )
    found += held
    keywords = dict(expr.keywords)
    default = expr.args[1] if name != "dig" and len(expr.args) > 1 else keywords.get("&block")
    if default is not None:
        found += ran(resolver, resolver.eval(default, place), place)
    return tuple(share_variable(found)) or (NotKnown("the key is not known"),)
