"""Leave classic machine learning out of an inventory, and say that it was left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from aigov.catalogue import Catalogue
from aigov.model import Call, Flow, Inventory, ModelUse, Problem, Transitive, Unresolved, Use

_Row = TypeVar("_Row", Use, Call, Transitive, Unresolved)
_Served = TypeVar("_Served", ModelUse, Flow)


def without_classic_ml(inventory: Inventory, catalogue: Catalogue) -> Inventory:
    """The inventory without what the entries that are ``classic`` found; files that used it are a gap of the coverage.

    Model files and loads that run code stay: what they may do does not hang on the kind of model.
    """
    classic = frozenset(entry.id for entry in catalogue.entries.values() if entry.classic)
    left = [use for use in inventory.uses if use.name in classic]
    files = {use.file for use in left}
    first = f", for instance {left[0].file}" if left else ""
    message = f"classic machine learning is left out as you asked: {len(left)} uses in {len(files)} files{first}"
    uses, transitive = _named(inventory.uses, classic), _named(inventory.transitive, classic)
    packages = {row.package for row in uses} | {row.package for row in transitive}
    return replace(
        inventory,
        uses=uses,
        calls=_named(inventory.calls, classic),
        transitive=transitive,
        licences=tuple(row for row in inventory.licences if row.package in packages),
        unresolved=_named(inventory.unresolved, classic),
        models=_served(inventory.models, classic),
        flows=_served(inventory.flows, classic),
        endpoints=tuple(row for row in inventory.endpoints if row.provider not in classic),
        indicators=tuple(row for row in inventory.indicators if not (row.signal == "library" and row.term in classic)),
        coverage=replace(inventory.coverage, classic_ml_left=len(files)),
        problems=tuple(
            sorted(
                (*inventory.problems, Problem(file=".", reason="excluded", message=message)),
                key=lambda row: (row.file, row.line or 0, row.reason, row.message),
            )
        ),
    )


def _named(rows: Iterable[_Row], classic: frozenset[str]) -> tuple[_Row, ...]:
    return tuple(row for row in rows if row.name not in classic)


def _served(rows: Iterable[_Served], classic: frozenset[str]) -> tuple[_Served, ...]:
    return tuple(row for row in rows if row.provider not in classic)
