"""What the parameter of a function receives that is written where a call passes it: ``models.each { |model| … }``.

The call hands on the items of what it is called on, or the thing itself: ``settings.let { it.model }``.
"""

from __future__ import annotations

from collections.abc import Iterator

from aigov.scan.choices import limit
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Closure, Expr, Name, Scope
from aigov.scan.values import Evaluator, FunctionValue, ListValue, NotKnown, Place, TableValue, Value, Values

_ITEMS = frozenset(
    """map map! mapNotNull flatMap flat_map forEach foreach each each_with_index each_with_object for_each filter
    filter_map filterNotNull select reject collect find findFirst firstOrNull detect any all onEach forEachIndexed
    mapIndexed reduce fold sum_by associateWith associateBy groupBy compactMap allSatisfy contains partition
    array_map array_filter array_walk traverse parTraverse
    """.split()  # noqa: SIM905 - a word list reads better
)
"""Functions that hand each item of a list, or what an optional value holds, to the function that they are passed."""
_WHOLE = frozenset(
    """let also run with apply use then tap yield_self ifPresent ifPresentOrElse and_then map_or map_or_else inspect
    runCatching thenApply pipe withContext""".split()  # noqa: SIM905 - a word list reads better
)
"""Functions that hand on the thing itself."""
_CLIMB = 6


def given(resolver: Evaluator, scope: Scope, index: int, facts: FileFacts) -> Values:
    """What the parameter at ``index`` of a function receives; empty where the call that it is passed to is none that
    hands something on."""
    call = _call_with(facts, scope) if scope.name is None else None
    if call is None or not isinstance(call.callee, (Attribute, Name)):
        return ()
    name = call.callee.name
    if name not in _ITEMS and name not in _WHOLE:
        return ()
    place = Place(facts, scope.parent or 0)
    with resolver.deeper() as allowed:
        held = _handed(resolver, call, place) if allowed else ()
    if name in _WHOLE:
        return held if index == 0 else ()
    return limit(found for value in held for found in _items(resolver, value, index)) if held else ()


def implicit(resolver: Evaluator, place: Place) -> Values:
    """What ``it`` is: the only parameter of the function around, which has no other."""
    for scope in place.facts.chain(place.scope):
        if scope.kind == "function" and scope.name is None and not place.facts.parameters.get(scope.index):
            return given(resolver, scope, 0, place.facts)
    return ()


def _handed(resolver: Evaluator, call: CallExpr, place: Place) -> Values:
    """What a call is called on; where that is a module (``Enum.map(list, …)``), or nothing, its first argument."""
    args: list[Expr] = [argument for argument in call.args if not isinstance(argument, Closure)]
    base = call.callee.base if isinstance(call.callee, Attribute) else None
    module = isinstance(base, Name) and base.name[:1].isupper() and bool(args)
    chosen = args[0] if args and (base is None or module) else base
    return resolver.eval(chosen, place) if chosen is not None else ()


def _items(resolver: Evaluator, value: Value, index: int) -> Iterator[Value]:
    if isinstance(value, TableValue):
        for key, item in value.table.pairs:
            yield from resolver.eval(item if index else key, value.place)
    elif index:
        return
    elif isinstance(value, ListValue):
        yield from resolver.items(value)
    elif not isinstance(value, FunctionValue):
        yield value if not isinstance(value, NotKnown) or value.variable else NotKnown("the items are not known")


def _call_with(facts: FileFacts, scope: Scope) -> CallExpr | None:
    """The call that a function is written in as an argument."""
    node = facts.node_at(scope.start, scope.end)
    while node is not None and node.start_byte >= scope.start and node.end_byte <= scope.end:
        node = node.parent
    for _ in range(_CLIMB):
        if node is None or node.type in facts.row.blocks:
            return None
        form = facts.row.forms.get(node.type)
        if form is not None and form.kind in ("call", "method"):
            found = facts.expr(node)
            return found if isinstance(found, CallExpr) else None
        node = node.parent
    return None


def assigned_name(facts: FileFacts, scope: Scope) -> str | None:
    """Name of the variable that holds a function written as an expression."""
    for name, held in facts.bindings.get(scope.parent or 0, {}).items():
        for binding in held:
            if binding.offset < scope.start and facts.end_of(binding) >= scope.end and len(binding.path) == 1:
                return name
    return None
