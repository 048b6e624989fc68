"""Which data reaches a provider at one call: what a backward slice of its arguments finds (``data_slice``).

Nothing is guessed: where no name tells a class, the flow says which names it could not tell.
"""

from __future__ import annotations

from aigov.catalogue.entry import Entry
from aigov.model import Flow, Step
from aigov.scan import arguments
from aigov.scan.argument_exprs import argument_exprs
from aigov.scan.context import Context
from aigov.scan.data_classes import may_be_data
from aigov.scan.data_slice import DataSlice
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.types import CallExpr, Closure, Constant, Expr
from aigov.scan.values import Place

_MOST_SOURCES = 20


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
    slice_ = DataSlice(context)
    for item, at in exprs:
        slice_.add(item, at, body=body)
    classes = sorted({kind for kinds in slice_.found.values() for kind in kinds})
    unresolved = None
    partial = _beside(slice_) if classes else None
    if not classes:
        unresolved = spread.reason if spread else _untold(slice_)
        if quiet and unresolved is None:
            return
    sources = tuple(
        Step(file=file, line=line, what=f"{name}: {', '.join(kinds)}") for (file, line, name), kinds in _shown(slice_)
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
            sources=sources,
            unresolved=unresolved,
            partial=partial,
        )
    )


def _shown(slice_: DataSlice) -> list[tuple[tuple[str, int, str], tuple[str, ...]]]:
    """The places to name, in order; of many the first of each class at least."""
    found = sorted(slice_.found.items())
    firsts = {kind: place for place, kinds in reversed(found) for kind in kinds}
    kept = sorted(found, key=lambda item: item[0] not in firsts.values())[:_MOST_SOURCES]
    return sorted(kept)


def _untold(slice_: DataSlice) -> str | None:
    if slice_.exhausted:
        return "too many names reach this call"
    if not slice_.untold:
        return None
    names = ", ".join(sorted(slice_.untold, key=lambda name: (slice_.untold[name], name))[:4])
    return f"the name does not tell what the data is: {names}"


def _beside(slice_: DataSlice) -> str | None:
    """What is sent beside the data that names tell; None where nothing is."""
    if slice_.exhausted:
        return "too many names reach this call"
    names = sorted((line, name) for name, line in slice_.untold.items() if may_be_data(name))
    return f"the name does not tell what the data is: {', '.join(name for _, name in names[:4])}" if names else None


def _requests(call: CallExpr, names: tuple[str, ...], place: Place) -> list[tuple[Expr, Place]]:
    """The requests that a call passes whole, where none is seen being made: what they hold leaves with them."""
    if not all(name.startswith(("*.", "#1.")) for name in names):
        return []
    return [(expr, place) for expr in call.args[1:2] or call.args[:1] if not isinstance(expr, (Constant, Closure))]
