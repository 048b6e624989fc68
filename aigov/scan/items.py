"""What a loop or a match takes out of a value."""

from __future__ import annotations

from aigov.scan import arguments
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import Constant
from aigov.scan.values import Evaluator, ListValue, TableValue, Value, Values


def looped(resolver: Evaluator, value: Value, facts: FileFacts) -> Values:
    """What a loop takes out of a value, one after another."""
    if facts.row.loop_values and isinstance(value, TableValue):
        return arguments.table_values(resolver, value)
    return resolver.items(value)


def drawn(resolver: Evaluator, value: Value) -> Values:
    """What a value gives that may be a list, a pair that says whether a call succeeded, or what it gave itself."""
    if not isinstance(value, ListValue):
        return (value,)
    first = value.items.items[0] if value.items.items else None
    tag = first.value if isinstance(first, Constant) else None
    if tag in ("ok", "error") and len(value.items.items) == 2:
        return resolver.eval(value.items.items[1], value.place) if tag == "ok" else ()
    return resolver.items(value)
