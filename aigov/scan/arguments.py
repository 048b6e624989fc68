"""Find what a call passes: by position, keyword, object key, spread table."""

from __future__ import annotations

from aigov.scan import links
from aigov.scan.choices import with_variable
from aigov.scan.dotnet_settings import connection_part
from aigov.scan.facts.types import CallExpr, Closure, Constant, Expr, Opaque, Parameter, Table
from aigov.scan.values import (
    Evaluator,
    FunctionValue,
    ListValue,
    Made,
    NotKnown,
    ObjectValue,
    Place,
    TableValue,
    Text,
    Value,
    Values,
)

_NESTED_OPTIONS = 3


def argument(resolver: Evaluator, call: CallExpr, name: str, place: Place) -> Values:
    """Values of the argument ``name``; empty when the call does not pass it.

    :param name: a keyword or object key, ``#0`` for a position, dots for keys below (``configuration.baseURL``,
        ``#0.model``), ``*.Model`` for a key of any positional argument, ``WithModel()`` for what an option is made of
        that is passed (``New(openai.WithModel("…"))``), ``<user`` for what an earlier call of the chain was given
        (``chat.user("…").call()``), ``@#0.Endpoint`` for a part of the connection string that the argument names,
        ``|`` between alternatives (``#0|service_name``).
    """
    if name.startswith("@"):
        return _connected(resolver, call, name[1:], place)
    if "|" in name:
        return next(filter(None, (argument(resolver, call, part, place) for part in name.split("|"))), ())
    first, _, rest = name.partition(".")
    if first.startswith("<"):
        return _of_chain(resolver, call, first[1:], rest, place)
    if first == "*":
        places = (argument(resolver, call, f"#{index}.{rest}", place) for index in range(len(call.args)))
        return next(filter(None, places), ())
    values = (_option if first.endswith(")") else _first)(resolver, call, first, place)
    for key in rest.split(".") if rest else ():
        values = tuple(found for value in values for found in member(resolver, value, key))
    return values


def _connected(resolver: Evaluator, call: CallExpr, name: str, place: Place) -> Values:
    """A part of a connection string of the settings: ``AddAzureOpenAIClient("openai")``."""
    first, _, part = name.partition(".")
    found: list[Value] = []
    for key in argument(resolver, call, first, place):
        if not isinstance(key, Text) or not key.complete:
            continue
        variable = f"ConnectionStrings:{key.value}"
        parts = (connection_part(text, part) for text in resolver.setting(place.facts.path, variable))
        found += with_variable(tuple(text for text in parts if text is not None), variable)
    return tuple(found)


def _of_chain(resolver: Evaluator, call: CallExpr, name: str, rest: str, place: Place) -> Values:
    """What an earlier call of the chain was given: ``<options.model`` of ``chat.options(o).call()``."""
    at = f"#0.{rest}" if rest else "#0"
    found = (argument(resolver, link, at, place) for link in links.earlier(call, name))
    return next(filter(None, found), ())


def _option(resolver: Evaluator, call: CallExpr, name: str, place: Place) -> Values:
    """What the calls of ``name`` that a call is passed are given, in a list, too."""
    last, _, position = name.removesuffix(")").partition("(")
    index = int(position[1:]) if position.startswith("#") else 0
    # What hands its argument on (new Uri("…")) is a text by the time that it is followed.
    for expr in call.args:
        if isinstance(expr, CallExpr) and getattr(expr.callee, "name", None) == last and index < len(expr.args):
            return resolver.eval(expr.args[index], place)
    return tuple(
        found
        for expr in (*call.args, *call.spreads)
        if not isinstance(expr, Constant)
        for value in resolver.eval(expr, place)
        for found in _within_option(resolver, value, last, index, 0)
    )


def _within_option(resolver: Evaluator, value: Value, name: str, index: int, depth: int) -> Values:
    if isinstance(value, ListValue) and depth < _NESTED_OPTIONS:
        items = (found for item in value.items.items for found in resolver.eval(_unspread(item), value.place))
        return tuple(found for item in items for found in _within_option(resolver, item, name, index, depth + 1))
    if not isinstance(value, Made) or value.call is None or index >= len(value.call.args):
        return ()
    last = (*value.symbol.names, *(part.removesuffix("()") for part in value.names))[-1:]
    return resolver.eval(value.call.args[index], value.place) if last == (name,) else ()


def _unspread(item: Expr) -> Expr:
    return item.parts[0] if isinstance(item, Opaque) and item.reason == "spread" and item.parts else item


def member(resolver: Evaluator, value: Value, key: str) -> Values:
    """What a table, or an object whose making is known, holds under ``key``; empty when it does not say."""
    if isinstance(value, TableValue):
        return table_key(resolver, value, key)
    if isinstance(value, ListValue) and key.startswith("#"):
        items = value.items.items
        return resolver.eval(items[int(key[1:])], value.place) if int(key[1:]) < len(items) else ()
    if isinstance(value, FunctionValue):
        return links.member(resolver, value, key)
    if isinstance(value, ObjectValue) and value.cls.facts.row.open_fields:
        return tuple(found for found in resolver.attribute(value, key, value.place) if not isinstance(found, NotKnown))
    if not isinstance(value, (Made, ObjectValue)) or (isinstance(value, Made) and value.names):
        return ()
    if key.endswith(")"):
        return _option(resolver, value.call, key, value.place) if value.call is not None else ()
    if key.startswith("#"):
        return _first(resolver, value.call, key, value.place) if value.call is not None else ()
    results = list(assigned_since(resolver, value, key))
    for keyword, expr in value.call.keywords if value.call is not None else ():
        if keyword == key:
            results += resolver.eval(expr, value.place)
    for expr in value.call.args[-1:] if value.call is not None and not results else ():
        if isinstance(expr, Closure):
            results += (found for held in resolver.eval(expr, value.place) for found in member(resolver, held, key))
    return tuple(results)


def assigned_since(resolver: Evaluator, value: Made | ObjectValue, key: str) -> Values:
    """What was assigned to an attribute of an object after it was made: ``request.Model = "…"``."""
    results: list[Value] = []
    for binding in value.later:
        expr = value.later_place.facts.value(binding) if value.later_place is not None else None
        if binding.path[-1] == key and expr is not None and value.later_place is not None:
            results += resolver.eval(expr, value.later_place)
    return tuple(results)


def _first(resolver: Evaluator, call: CallExpr, name: str, place: Place) -> Values:
    if name.startswith("#"):
        index = int(name[1:])
        return resolver.eval(call.args[index], place) if index < len(call.args) else ()
    for keyword, value in call.keywords:
        if keyword == name:
            return resolver.eval(value, place)
    for table in _tables(resolver, call, place):
        if isinstance(table, TableValue):
            found = table_key(resolver, table, name)
            if found:
                return found
    return ()


def spread_unknown(resolver: Evaluator, call: CallExpr, place: Place) -> NotKnown | None:
    """Why a call may pass more than its text shows; None when it shows all."""
    for spread in call.spreads:
        for value in resolver.eval(spread, place):
            if isinstance(value, NotKnown):
                return NotKnown(
                    f"the arguments are spread from a value that is not known: {value.reason}", value.variable
                )
            if not isinstance(value, (TableValue, ListValue)):
                return NotKnown("the arguments are spread from a value that is not known")
    return None


def hidden(resolver: Evaluator, call: CallExpr, place: Place) -> NotKnown | None:
    """``spread_unknown``, also for what is passed or spread within an object argument (``f({...options})``)."""
    for expr in call.args if place.facts.row.object_arguments else ():
        spreads = expr.spreads if isinstance(expr, Table) else (expr,)
        for spread in spreads if not isinstance(expr, Constant) else ():
            for value in resolver.eval(spread, place):
                if isinstance(value, NotKnown):
                    return value
    return spread_unknown(resolver, call, place)


def _tables(resolver: Evaluator, call: CallExpr, place: Place) -> list[Value]:
    """Tables whose keys count as named arguments: spread ones; object arguments where a language has no keywords."""
    found: list[Value] = []
    if place.facts.row.object_arguments:
        for expr in call.args:
            if not isinstance(expr, Constant):
                found += resolver.eval(expr, place)
    for spread in call.spreads:
        found += resolver.eval(spread, place)
    return found


def table_key(resolver: Evaluator, value: TableValue, key: str) -> Values:
    """What a table holds under ``key``; empty when it does not say."""
    results: list[Value] = []
    for binding in value.later:
        if binding.path[-1] == key and value.later_place is not None:
            expr = value.later_place.facts.value(binding)
            if expr is not None:
                results += resolver.eval(expr, value.later_place)
    if results and key in value.replaced:
        return tuple(results)
    for name, item in reversed(value.table.pairs):
        if isinstance(name, Constant) and str(name.value) == key:
            return (*results, *resolver.eval(item, value.place))
    with resolver.deeper() as allowed:
        for spread in value.table.spreads if allowed else ():
            for inner in resolver.eval(spread, value.place):
                if isinstance(inner, TableValue):
                    results += table_key(resolver, inner, key)
    for name, item in value.table.pairs:
        # Keys that are names or enum members: TABLE[Model.FAST].
        if not isinstance(name, Constant) and any(
            isinstance(found, Text) and found.value == key for found in resolver.eval(name, value.place)
        ):
            results += resolver.eval(item, value.place)
    return tuple(results)


def table_values(resolver: Evaluator, value: TableValue) -> Values:
    """Every value of a table, for a key that is not known."""
    since = (
        (value.later_place.facts.value(binding), value.later_place)
        for binding in value.later
        if value.later_place is not None
    )
    held = (*((item, value.place) for _, item in value.table.pairs), *since)
    return tuple(found for item, place in held if item is not None for found in resolver.eval(item, place)) or (
        NotKnown("the key is not known"),
    )


def passed(resolver: Evaluator, call: CallExpr, parameter: Parameter, place: Place, names: frozenset[str]) -> Values:
    """What ``call`` passes for a parameter; empty when it leaves it to the default.

    :param names: all parameter names of the function, for ``**rest``.
    """
    if parameter.kind == "keywords":
        pairs = tuple((Constant(key, call.line), value) for key, value in call.keywords if key not in names)
        if not pairs and not call.spreads:
            return (TableValue(Table((), (), call.line), place),)
        return (TableValue(Table(pairs, call.spreads, call.line), place),)
    if parameter.kind == "rest":
        return (NotKnown("the remaining arguments are not followed"),)
    for keyword, value in call.keywords:
        if keyword == parameter.name:
            return resolver.eval(value, place)
    if parameter.index < len(call.args):
        return resolver.eval(call.args[parameter.index], place)
    for spread in call.spreads:
        for held in resolver.eval(spread, place):
            if isinstance(held, TableValue):
                found = table_key(resolver, held, parameter.name)
                if found:
                    return found
    return ()


def picked(resolver: Evaluator, values: Values, key: str | int | None, default: Expr | None, place: Place) -> Values:
    """What destructuring takes out of ``values`` under ``key``."""
    results: list[Value] = []
    for value in values:
        found: Values
        if isinstance(key, int):
            items = value.items.items if isinstance(value, ListValue) else ()
            found = (
                resolver.eval(items[key], value.place)
                if isinstance(value, ListValue) and key < len(items)
                else (NotKnown("a part of this value is not followed"),)
            )
        elif isinstance(value, TableValue):
            found = table_key(resolver, value, str(key)) or (NotKnown(f"no key {key}"),)
        else:
            found = resolver.attribute(value, str(key), place)
        results += found
    unset = [value for value in results if isinstance(value, NotKnown)]
    if default is not None and (unset or not results):
        variable = next((value.variable for value in unset if value.variable), None)
        kept = [value for value in results if not isinstance(value, NotKnown)]
        return (*kept, *with_variable(resolver.eval(default, place), variable))
    return tuple(results)
