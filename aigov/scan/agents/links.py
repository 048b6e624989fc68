"""Units whose files take in what another unit switches on: a shared package that sets up tracing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aigov.scan.agents.copies import Link, Seen
from aigov.scan.agents.units import Units
from aigov.scan.context import Context
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import Import


def find_links(context: Context, seen: Iterable[Seen], units: Units) -> None:
    """Note for each observer of a whole unit what leads to it from the units of other calls.

    Imports are those of files that were read as code. Where they show nothing, a manifest that asks for the package by
    its folder's name says that it may be taken in.
    """
    flowing: dict[str, set[str]] = {}
    read = {facts.path: facts for facts in context.resolver.read_files()}
    for flow in context.rows.flows:
        if flow.file in read:
            family = read[flow.file].row.family
            flowing.setdefault(family, set()).add(units.of(flow.file, family))
    for found in seen:
        if not found.whole or found.family is None:
            continue
        own = units.of(found.row.file, found.family)
        others = flowing.get(found.family, set()) - {own}
        for facts in read.values() if others else ():
            unit = units.of(facts.path, found.family) if facts.row.family == found.family else own
            if unit != own:
                _imports(context, found, facts, unit, own, units)
        for unit in sorted(others - found.links.keys()) if own else ():
            for path in units.manifests(unit):
                if _names(context.resolver.modules.text(path), own):
                    found.links[unit] = Link(file=path, line=1, runs=False)


def _imports(context: Context, found: Seen, facts: FileFacts, unit: str, own: str, units: Units) -> None:
    modules, family = context.resolver.modules, facts.row.family
    for imported in facts.imports:
        target = modules.find(facts.path, family, imported)
        if not target or units.of(target if "." in target.rpartition("/")[2] else f"{target}/_", family) != own:
            continue
        inner = modules.submodule(target, imported.name) if imported.name and family == "python" else None
        known = found.links.get(unit)
        line = _runs(found, facts, imported, {target, inner or target})
        if known is None or (line is not None and not known.runs):
            found.links[unit] = Link(file=facts.path, line=line or imported.line, runs=line is not None)


def _runs(found: Seen, facts: FileFacts, imported: Import, targets: set[str]) -> int | None:
    """The line of a file that runs what switches the observer on: its import, or a call of the function around it."""
    reached = found.row.file in targets
    if found.inside is None:
        return imported.line if reached else None
    handed_on = imported.name == found.inside and any(found.row.file.startswith(f"{target}/") for target in targets)
    called = {imported.alias} if imported.name == found.inside else {f"{imported.alias}.{found.inside}"}
    if imported.alias is None or not (reached or handed_on):
        return None
    return next((site.line for site in facts.calls if site.callee in called), None)


def _names(text: str, unit: str) -> bool:
    """Whether a manifest asks for the package that a unit's folder holds, by the folder's name."""
    words = [re.escape(word) for word in re.split(r"[-_]", unit.rpartition("/")[2]) if word]
    return bool(words) and re.search(rf"(?<![\w-]){'[-_]'.join(words)}(?![\w-])", text, re.IGNORECASE) is not None
