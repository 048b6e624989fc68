"""Name the place in the file for what was found in a text that was taken out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from aigov.model import Asset, Call, Endpoint, Flow, Indicator, Inventory, ModelUse, Step, Unresolved, Use

Places = tuple[tuple[int, int], ...]
"""For each line of the text the line of the file, and the number of the notebook's cell."""

_Row = TypeVar("_Row", Use, Call, ModelUse, Endpoint, Flow, Indicator, Unresolved, Asset)


def relocate(inventory: Inventory, places: Mapping[str, Places]) -> Inventory:
    """The inventory with lines of the files, where ``places`` (by path) tells them.

    Rows keep their order: the lines of a text stand in the file in the order of the text.
    """
    if not places:
        return inventory
    return replace(
        inventory,
        uses=_rows(inventory.uses, places),
        calls=_rows(inventory.calls, places),
        models=_rows(inventory.models, places),
        endpoints=_rows(inventory.endpoints, places),
        flows=_rows(inventory.flows, places),
        indicators=_rows(inventory.indicators, places),
        unresolved=_rows(inventory.unresolved, places),
        assets=_rows(inventory.assets, places),
        agents=_moved(inventory.agents, places),
        tools=_moved(inventory.tools, places),
        observers=_moved(inventory.observers, places),
        surfaces=_moved(inventory.surfaces, places),
    )


def _rows(rows: tuple[_Row, ...], places: Mapping[str, Places]) -> tuple[_Row, ...]:
    return tuple(_row(row, places) for row in rows)


def _row(row: _Row, places: Mapping[str, Places]) -> _Row:
    changed: dict[str, Any] = {}
    if isinstance(row, (ModelUse, Endpoint)) and any(step.file in places for step in row.steps):
        changed["steps"] = tuple(_step(step, places) for step in row.steps)
    if isinstance(row, Flow) and any(step.file in places for step in row.sources):
        changed["sources"] = tuple(_step(step, places) for step in row.sources)
    if row.file in places:
        changed["line"], changed["cell"] = _place(row.line, places[row.file])
    return replace(row, **changed) if changed else row


def _moved(value: Any, places: Mapping[str, Places]) -> Any:
    """A row with all the places within it: those of its tools, and those that prove what they can do."""
    if isinstance(value, tuple):
        return tuple(_moved(item, places) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {field.name: _moved(getattr(value, field.name), places) for field in fields(value)}
    held = changed.get("file")
    if isinstance(held, str) and held in places:
        changed["line"], cell = _place(changed["line"], places[held])
        if "cell" in changed:
            changed["cell"] = cell
    return replace(value, **changed)


def _step(step: Step, places: Mapping[str, Places]) -> Step:
    return replace(step, line=_place(step.line, places[step.file])[0]) if step.file in places else step


def _place(line: int, places: Places) -> tuple[int, int]:
    return places[min(line, len(places)) - 1]
