"""The rules of the catalogue that a published SDK can prove or disprove, and the answer for each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from aigov.catalogue.entry import Constructor, Entry, Import, Method
from verify.symbols import Declared, Index

_PLACE = re.compile(r"#(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the sources say of one rule."""

    entry: str
    kind: Literal["package", "import", "constructor", "method"]
    rule: str
    origin: str | None
    """Package and version that has it; None where none of those looked at has."""
    row: tuple[str, ...] = ()
    """The arguments that the rule names: what the symbols of one row of the file have in common."""
    doubts: tuple[str, ...] = ()
    """Arguments that no form of the symbol takes."""
    arguments: tuple[str, ...] = ()
    """What stands at the places that the rule names by number: ``model #0 = modelId``."""


def check(entry: Entry, languages: frozenset[str], registries: frozenset[str], index: Index) -> list[Verdict]:
    """Every rule of one entry for some languages and registries, in the order of the file.

    One row of the file serves several symbols: an argument is doubted where none of those found takes it.
    """
    verdicts = list(_verdicts(entry, languages, registries, index))
    taken: dict[tuple[str, ...], list[set[str]]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.origin is not None:
            taken[verdict.row].append(set(verdict.doubts))
    return [
        replace(
            verdict, doubts=tuple(one for one in verdict.doubts if all(one in doubts for doubts in taken[verdict.row]))
        )
        for verdict in verdicts
    ]


def _verdicts(entry: Entry, languages: frozenset[str], registries: frozenset[str], index: Index) -> Iterator[Verdict]:
    for package in entry.packages:
        registry, _, name = package.purl.removeprefix("pkg:").partition("/")
        if registry in registries:
            yield Verdict(entry=entry.id, kind="package", rule=name, origin=index.package(name.replace("%40", "@")))
    for rule in entry.imports:
        if rule.language in languages:
            yield from _imported(entry, rule, index)
    for constructor in entry.constructors:
        if constructor.language in languages:
            yield _constructor(entry, constructor, index)
    for method in entry.methods:
        if method.language in languages:
            yield _method(entry, method, index)


def _imported(entry: Entry, rule: Import, index: Index) -> Iterator[Verdict]:
    if not rule.names:
        yield Verdict(entry=entry.id, kind="import", rule=rule.module, origin=index.module(rule.module))
    for name in rule.names:
        full = f"{rule.module}{index.separator}{name}"
        found = index.named(full)
        yield Verdict(entry=entry.id, kind="import", rule=full, origin=found[0].origin if found else None)


def _constructor(entry: Entry, rule: Constructor, index: Index) -> Verdict:
    by_name_alone = rule.symbol.startswith(".")
    found = index.last_named(rule.symbol[1:]) if by_name_alone else index.named(rule.symbol)
    found = found or index.chained(rule.symbol)
    if not found and index.separator not in rule.symbol:
        found = index.last_named(rule.symbol)  # a method that the SDK adds to others' types
    accepted = {member for one in found if one.symbol.kind == "type" for member in index.members(one.symbol.name)}
    return _verdict(entry, "constructor", rule.symbol, found, _arguments(rule), accepted, index)


def _method(entry: Entry, rule: Method, index: Index) -> Verdict:
    path = rule.path.split(".")
    found = index.last_named(path[-1]) if rule.path else []
    if not all(index.last_named(part) for part in path):
        found = []
    within = [one for one in found if len(path) == 1 or _below(one, path[-2], index)]
    return _verdict(entry, "method", rule.path or "(call)", within or found, _arguments(rule), set(), index)


def _below(one: Declared, owner: str, index: Index) -> bool:
    return index.last(one.symbol.name.rpartition(index.separator)[0]).startswith(owner)


def _arguments(rule: Constructor | Method) -> dict[str, tuple[str, ...]]:
    table: Mapping[str, tuple[str, ...]] = {
        "model": rule.model_args,
        "deployment": rule.deployment_args,
        "data": rule.data_args,
        "url": rule.url_args if isinstance(rule, Constructor) else (),
        "region": rule.region_args if isinstance(rule, Constructor) else (),
    }
    return {what: spelled for what, spelled in table.items() if spelled}


def _verdict(
    entry: Entry,
    kind: Literal["constructor", "method"],
    spelled: str,
    found: list[Declared],
    arguments: Mapping[str, tuple[str, ...]],
    accepted: set[str],
    index: Index,
) -> Verdict:
    if not found:
        return Verdict(entry=entry.id, kind=kind, rule=spelled, origin=None)
    forms = [one.symbol.parameters for one in found if one.symbol.kind == "callable"]
    doubts, places = [], []
    for what, paths in arguments.items():
        for path in (one for alternatives in paths for one in alternatives.split("|")):
            # What a part of a connection string is read from is the argument that names the string.
            first, _, rest = (path[1:].partition(".")[0], "", "") if path.startswith("@") else path.partition(".")
            place = _PLACE.fullmatch(first)
            if place:
                names = sorted({form[int(place[1])] for form in forms if len(form) > int(place[1])})
                if not rest:
                    places.append(f"{what} {path} = {'/'.join(names[:6])}")
                if not names:
                    doubts.append(f"{what} {path}")
                    continue
            elif first != "*" and not _known(first, forms, accepted, index):
                doubts.append(f"{what} {path}")
                continue
            last = rest.rpartition(".")[2]
            if last and not _PLACE.fullmatch(last) and last != "*" and not index.takes(last):
                doubts.append(f"{what} {path}")
    return Verdict(
        entry=entry.id,
        kind=kind,
        rule=spelled,
        origin=found[0].origin,
        row=tuple(f"{what} {path}" for what, paths in arguments.items() for path in paths),
        doubts=tuple(dict.fromkeys(doubts)),
        arguments=tuple(dict.fromkeys(places)),
    )


def _known(name: str, forms: Iterable[tuple[str, ...]], accepted: set[str], index: Index) -> bool:
    if "(" in name:
        return bool(index.last_named(name.partition("(")[0]))
    return name in accepted or any(name in form for form in forms) or index.takes(name)
