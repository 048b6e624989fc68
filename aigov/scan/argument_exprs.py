"""The expressions that a call passes, before they are resolved: what is asked for the data that they carry."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from aigov.scan import links
from aigov.scan.context import Context
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Closure, Constant, Expr, Name, Parameter, Scope, Table
from aigov.scan.values import FunctionValue, ListValue, Made, ObjectValue, Place, TableValue


def argument_exprs(context: Context, call: CallExpr, name: str, place: Place) -> list[tuple[Expr, Place]]:
    """The expressions of one argument, before they are resolved."""
    first, _, rest = name.partition(".")
    found: list[tuple[Expr, Place]] = []
    if first == "*":
        places = (argument_exprs(context, call, f"#{index}.{rest}", place) for index in range(len(call.args)))
        return next(filter(None, places), [])
    if first.startswith("<"):
        given = [value for link in links.earlier(call, first[1:]) for value in link.args]
        found += [inner for value in given for inner in links.within(value, place)]
    elif first.endswith(")"):
        last, _, at = first.removesuffix(")").partition("(")
        index = int(at[1:]) if at.startswith("#") else 0
        options = [value for value in call.args if isinstance(value, CallExpr) and index < len(value.args)]
        found += [(value.args[index], place) for value in options if getattr(value.callee, "name", "") == last]
    elif first.startswith("#"):
        index = int(first[1:])
        if index < len(call.args):
            found.append((call.args[index], place))
    else:
        found += [(value, place) for keyword, value in call.keywords if keyword == first]
        if not found:
            holders = call.args if place.facts.row.object_arguments else ()
            for holder in (*holders, *call.spreads):
                found += key_exprs(context, holder, first, place)
    for key in rest.split(".") if rest else ():
        found = [deeper for item, at in found for deeper in key_exprs(context, item, key, at)]
    return found


def key_exprs(
    context: Context, holder: Expr, key: str, place: Place, seen: tuple[Table, ...] = ()
) -> list[tuple[Expr, Place]]:
    """The expressions that a table, an object or a list made at ``holder`` holds under ``key``."""
    found: list[tuple[Expr, Place]] = []
    for value in context.resolver.resolve(holder, place) if not isinstance(holder, Constant) else ():
        if isinstance(value, FunctionValue):
            found += links.set_within(value, key)
        if isinstance(value, ListValue) and key.startswith("#"):
            found += [(expr, value.place) for expr in value.items.items[int(key[1:]) :][:1]]
        if not isinstance(value, (TableValue, Made, ObjectValue)):
            continue
        for binding in value.later:
            expr = value.later_place.facts.value(binding) if value.later_place else None
            if binding.path[-1] == key and expr is not None and value.later_place is not None:
                found.append((expr, value.later_place))
        if not isinstance(value, TableValue):
            fields = value.call.keywords if value.call is not None else ()
            found += [(expr, value.place) for field, expr in fields if field == key]
            last = value.call.args[-1:] if value.call is not None else ()
            found += [
                pair
                for expr in last
                if isinstance(expr, Closure)
                for pair in key_exprs(context, expr, key, value.place)
            ]
            if key.startswith("#") and value.call is not None:
                found += [(expr, value.place) for expr in value.call.args[int(key[1:]) :][:1]]
            continue
        for name, item in value.table.pairs:
            if isinstance(name, Constant) and name.value == key:
                found.append((item, value.place))
        if any(value.table is table for table in seen):
            continue  # kwargs = {**defaults, **kwargs} holds itself, as far as an assignment tells
        for spread in value.table.spreads:
            found += key_exprs(context, spread, key, value.place, (*seen, value.table))
    return found


def passed_exprs(call: CallExpr, parameter: Parameter) -> tuple[Expr, ...]:
    """What a call of a first-party function passes for one of its parameters; empty where it leaves it out."""
    if parameter.kind == "keywords":
        return (*(value for _, value in call.keywords), *call.spreads)
    if parameter.kind == "rest":
        return call.args[parameter.index :]
    named = tuple(value for keyword, value in call.keywords if keyword == parameter.name)
    return named or call.args[parameter.index : parameter.index + 1] or call.spreads


def parameter_named(facts: FileFacts, scope: Scope, name: str) -> Parameter | None:
    """The parameter of a function that binds a name."""
    held = facts.parameters.get(scope.index, ())
    return next((found for found in held if found.name == name or any(key[1] == name for key in found.keys)), None)


def added_to(facts: FileFacts, name: str, owner: int, adders: Collection[str]) -> Iterator[tuple[CallExpr, int]]:
    """The calls that add to a list or table after it was made, with their scopes.

    :param owner: index of the scope that the name belongs to.
    """
    bounds = facts.scopes[owner]
    for site in facts.calls:
        if site.tail not in adders or not bounds.start <= site.offset < bounds.end:
            continue
        call = facts.call(site)
        callee = call.callee if call else None
        if call and isinstance(callee, Attribute) and isinstance(callee.base, Name) and callee.base.name == name:
            yield call, facts.scope_at(site.offset)
