"""Which data reaches a provider at one call: a backward slice of the arguments within the function.

The slice collects the names, attributes and keys that reach the data arguments through assignments, f-strings, message
lists, concatenation and parameters; ``data_classes`` judges each by its words. Nothing is guessed: where no name tells
a class, the flow says which names it could not tell.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from aigov.catalogue.entry import Entry
from aigov.model import Flow, Step
from aigov.scan import arguments, links
from aigov.scan.context import Context
from aigov.scan.data_classes import classes_of, is_protocol_key
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.types import (
    Attribute,
    CallExpr,
    Choice,
    Closure,
    Concat,
    Constant,
    Expr,
    Fallback,
    Name,
    Opaque,
    Sequence,
    Subscript,
    Table,
)
from aigov.scan.values import FunctionValue, ListValue, Made, ObjectValue, Place, TableValue

_MUTATORS = frozenset(
    ["append", "push", "extend", "insert", "add", "update", "unshift", "concat", "set", "appendleft", "write"]
)
_GETTERS = ("get", "fetch", "load", "find", "read", "lookup", "retrieve", "query")
_MAX_NODES = 600
_CREDENTIALS = frozenset(
    ["apikey", "key", "token", "apitoken", "accesstoken", "auth", "authorization", "clientsecret", "xapikey"]
)
"""Keys, without separators, under which the body of a request holds what proves the caller's right to ask."""


@dataclass(slots=True)
class _Slice:
    """What was collected on the way back."""

    facts: FileFacts
    found: dict[tuple[str, int, str], tuple[str, ...]] = field(default_factory=dict)
    """(file, line, name) -> classes."""
    untold: dict[str, int] = field(default_factory=dict)
    """Leaf names that tell no class, with their lines."""
    visited: set[tuple[str, int, str]] = field(default_factory=set)
    nodes: int = 0
    envelope: bool = False
    """Whether what is walked is still the body of a request itself, not yet a part of it."""


def add_flow(
    context: Context,
    facts: FileFacts,
    site: CallSite,
    expr: CallExpr,
    place: Place,
    names: tuple[str, ...],
    provider: Entry,
    symbol: str,
    model: str | None,
    *,
    quiet: bool = False,
    body: bool = False,
) -> None:
    """Record what the arguments ``names`` of one call carry to ``provider``; nothing when none is passed.

    :param body: the arguments are the body of an HTTP request: what it holds under ``api_key`` is the caller's own key
        for the provider, and no data.
    :param quiet: leave out a flow of literal text alone (the instructions that an agent is set up with).
    """
    exprs = [found for name in names for found in argument_exprs(context, expr, name, place)]
    exprs = exprs or _requests(expr, names, place)
    spread = arguments.spread_unknown(context.resolver, expr, place) if not exprs else None
    if not exprs and spread is None:
        return
    slice_ = _Slice(facts)
    for item, at in exprs:
        # The arguments may be put together in a function of another file: the slice goes on there.
        slice_.facts = at.facts
        slice_.envelope = body
        _walk(slice_, item, at.scope)
    classes = sorted({kind for kinds in slice_.found.values() for kind in kinds})
    unresolved = None
    if not classes:
        unresolved = spread.reason if spread else _untold(slice_)
        if quiet and unresolved is None:
            return
    sources = tuple(
        Step(file=file, line=line, what=f"{name}: {', '.join(kinds)}")
        for (file, line, name), kinds in sorted(slice_.found.items())
    )
    context.rows.flow(
        Flow(
            file=facts.path,
            line=site.line,
            provider=provider.id,
            symbol=symbol,
            scope=context.scope(facts.path),
            model=model,
            data=tuple(classes),
            sources=sources[:20],
            unresolved=unresolved,
        )
    )


def _untold(slice_: _Slice) -> str | None:
    if slice_.nodes > _MAX_NODES:
        return "too many names reach this call"
    if not slice_.untold:
        return None
    names = ", ".join(sorted(slice_.untold, key=lambda name: (slice_.untold[name], name))[:4])
    return f"the name does not tell what the data is: {names}"


def _requests(call: CallExpr, names: tuple[str, ...], place: Place) -> list[tuple[Expr, Place]]:
    """The requests that a call passes whole, where none is seen being made: what they hold leaves with them."""
    if not all(name.startswith(("*.", "#1.")) for name in names):
        return []
    return [(expr, place) for expr in call.args[1:2] or call.args[:1] if not isinstance(expr, (Constant, Closure))]


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
                found += _key_exprs(context, holder, first, place)
    for key in rest.split(".") if rest else ():
        found = [deeper for item, at in found for deeper in _key_exprs(context, item, key, at)]
    return found


def _key_exprs(
    context: Context, holder: Expr, key: str, place: Place, seen: tuple[Table, ...] = ()
) -> list[tuple[Expr, Place]]:
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
                for pair in _key_exprs(context, expr, key, value.place)
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
            found += _key_exprs(context, spread, key, value.place, (*seen, value.table))
    return found


def _walk(slice_: _Slice, expr: Expr, scope: int) -> None:
    slice_.nodes += 1
    if slice_.nodes > _MAX_NODES:
        return
    if isinstance(expr, Name):
        _walk_name(slice_, expr, scope)
    elif isinstance(expr, Attribute):
        _walk_attribute(slice_, expr, scope)
    elif isinstance(expr, Subscript):
        key = expr.key.value if isinstance(expr.key, Constant) and isinstance(expr.key.value, str) else ""
        if not (key and not is_protocol_key(key) and _told(slice_, key, expr.line)):
            _walk(slice_, expr.base, scope)
    elif isinstance(expr, CallExpr):
        _walk_call(slice_, expr, scope)
    elif isinstance(expr, Table):
        _walk_table(slice_, expr, scope)
    else:
        for part in _parts(expr):
            _walk(slice_, part, scope)


def _walk_table(slice_: _Slice, expr: Table, scope: int) -> None:
    envelope = slice_.envelope
    for spread in expr.spreads:
        _walk(slice_, spread, scope)
    for name, value in expr.pairs:
        key = name.value if isinstance(name, Constant) and isinstance(name.value, str) else ""
        if envelope and _is_credential(key):
            continue
        slice_.envelope = False
        if key and not _static(value) and not is_protocol_key(key):
            _told(slice_, key, name.line)
        _walk(slice_, value, scope)
        slice_.envelope = envelope


def _is_credential(key: str) -> bool:
    return key.lower().replace("_", "").replace("-", "") in _CREDENTIALS


def _parts(expr: Expr) -> tuple[Expr, ...]:
    if isinstance(expr, (Concat, Opaque)):
        return expr.parts
    if isinstance(expr, Sequence):
        return expr.items
    if isinstance(expr, (Fallback, Choice)):
        return expr.options
    return ()


def _static(expr: Expr) -> bool:
    if isinstance(expr, (Sequence, Concat)):
        return all(_static(part) for part in _parts(expr))
    return isinstance(expr, Constant)


def _told(slice_: _Slice, name: str, line: int) -> bool:
    classes = classes_of(name)
    if classes:
        slice_.found[(slice_.facts.path, line, name)] = classes
    return bool(classes)


def _walk_name(slice_: _Slice, expr: Name, scope: int) -> None:
    facts = slice_.facts
    if expr.name in facts.row.receivers or (facts.path, scope, expr.name) in slice_.visited:
        return
    slice_.visited.add((facts.path, scope, expr.name))
    for outer in facts.chain(scope):
        if outer.receiver == expr.name:
            return
        bindings = [b for b in facts.named_bindings(outer.index, expr.name) if b.kind not in ("declare", "export")]
        parameter = next(
            (
                p
                for p in facts.parameters.get(outer.index, ())
                if p.name == expr.name or expr.name in [k[1] for k in p.keys]
            ),
            None,
        )
        imported = any(facts.scope_at(i.offset) == outer.index for i in facts.imported_as(expr.name))
        if not bindings and parameter is None and not imported and facts.defined(outer.index, expr.name) is None:
            continue
        if slice_.envelope:
            bindings = [b for b in bindings if len(b.path) != 2 or not _is_credential(b.path[1])]
        values = [value for binding in bindings if (value := facts.value(binding)) is not None]
        if imported:
            return
        if values and all(_static(value) for value in values) and parameter is None:
            _walk_mutations(slice_, expr.name, outer.index)
            return
        told = _told(slice_, expr.name, expr.line)
        if parameter is not None:
            annotation = parameter.annotation
            if isinstance(annotation, Name):
                told = _told(slice_, annotation.name, parameter.line) or told
        for value in values:
            _walk(slice_, value, outer.index)
        told = _walk_mutations(slice_, expr.name, outer.index) or told
        if not told and not values:
            slice_.untold.setdefault(expr.name, expr.line)
        return
    if not _told(slice_, expr.name, expr.line):
        slice_.untold.setdefault(expr.name, expr.line)


def _walk_mutations(slice_: _Slice, name: str, owner: int) -> bool:
    """What is added to a list or table after it was made."""
    facts = slice_.facts
    bounds = facts.scopes[owner]
    changed = False
    for site in facts.calls:
        if site.tail not in _MUTATORS or not bounds.start <= site.offset < bounds.end:
            continue
        call = facts.call(site)
        callee = call.callee if call else None
        if call and isinstance(callee, Attribute) and isinstance(callee.base, Name) and callee.base.name == name:
            changed = True
            for argument in call.args:
                _walk(slice_, argument, facts.scope_at(site.offset))
    return changed


def _walk_attribute(slice_: _Slice, expr: Attribute, scope: int) -> None:
    names: list[str] = [expr.name]
    base: Expr = expr.base
    while isinstance(base, (Attribute, Subscript, CallExpr)):
        if isinstance(base, Attribute):
            names.append(base.name)
            base = base.base
        else:
            base = base.base if isinstance(base, Subscript) else base.callee
    told = False
    for name in names:
        if not is_protocol_key(name):
            told = _told(slice_, name, expr.line) or told
    if isinstance(base, Name):
        if base.name not in slice_.facts.row.receivers and _told(slice_, base.name, expr.line):
            told = True
        if not told:
            _walk(slice_, base, scope)
    else:
        _walk(slice_, base, scope)
    if not told and isinstance(base, Name) and base.name in slice_.facts.row.receivers:
        slice_.untold.setdefault(f"{base.name}.{expr.name}", expr.line)


def _walk_call(slice_: _Slice, expr: CallExpr, scope: int) -> None:
    callee = expr.callee
    name = callee.name if isinstance(callee, (Name, Attribute)) else ""
    lowered = name.lower().lstrip("_")
    told = lowered.startswith(_GETTERS) and name not in ("get", "query") and _told(slice_, name, expr.line)
    if isinstance(callee, Attribute):
        if name == "get" and expr.args and isinstance(expr.args[0], Constant) and isinstance(expr.args[0].value, str):
            told = _told(slice_, expr.args[0].value, expr.line)
        if not told:
            _walk(slice_, callee.base, scope)
    before = len(slice_.found) + len(slice_.untold)
    keywords = [value for key, value in expr.keywords if not (slice_.envelope and _is_credential(key))]
    for value in (*expr.args, *keywords, *expr.spreads):
        _walk(slice_, value, scope)
    followed = len(slice_.found) + len(slice_.untold) > before
    if not told and not followed and isinstance(callee, Name):
        slice_.untold.setdefault(f"{name}()", expr.line)
