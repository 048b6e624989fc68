"""Entries of a user's own, from a folder, beside the shipped ones.

A file of the folder is what a shipped one is (docs/catalogue.md). Where its name is that of a shipped entry it says
which is meant: ``replaces = true`` puts it in the place of the shipped one, ``extends = true`` adds to that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

from aigov.canonical import sha256_hex
from aigov.catalogue.audit import references, rivals
from aigov.catalogue.entry import Entry, IndicatorEntry, OwnEntry
from aigov.catalogue.index import Catalogue
from aigov.catalogue.lifecycle import Lifecycle, read_lifecycle
from aigov.catalogue.loader import entry_files, load_catalogue, load_document, read_entry, read_indicators, read_toml
from aigov.errors import UsageError
from aigov.resources import catalogue_dir

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DOCUMENTED = "docs/catalogue.md describes the fields"


class CatalogueError(UsageError):
    """Own entries cannot be used; ``problems`` holds every reason, each an error of one line."""

    def __init__(self, problems: Iterable[UsageError]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        super().__init__(first.what, where=first.where, fix=first.fix)


class OwnCatalogue(Catalogue):
    """The shipped catalogue with a user's own entries."""

    def __init__(
        self,
        entries: Iterable[Entry],
        indicators: Iterable[IndicatorEntry],
        lifecycle: Lifecycle,
        own: tuple[OwnEntry, ...],
    ) -> None:
        super().__init__(entries, indicators, lifecycle)
        self.own = own
        """What differs from the shipped catalogue, in order of id."""


def load_catalogue_with(folder: Path) -> OwnCatalogue:
    """The shipped catalogue with the entries of ``folder``.

    :raises CatalogueError: the folder holds no entry, or one of them cannot be used; ``problems`` lists everything.
    """
    if not folder.is_dir():
        raise CatalogueError([UsageError("is no folder", where=str(folder), fix="name a folder of <id>.toml files")])
    files = entry_files(folder)
    if not files:
        raise CatalogueError(
            [UsageError("holds no catalogue entry", where=str(folder), fix="put one in it as <id>.toml")]
        )
    shipped = load_catalogue()
    entries = dict(shipped.entries)
    own: list[OwnEntry] = []
    faults: list[UsageError] = []
    for path in files:
        try:
            entry, row = _read(path, shipped.entries)
        except UsageError as error:
            faults.append(error)
        else:
            entries[entry.id] = entry
            own.append(row)
    places = {path.stem: str(path) for path in files}
    if not faults:
        data = catalogue_dir()
        whole = OwnCatalogue(
            entries.values(),
            read_indicators(data / "indicators.toml"),
            read_lifecycle(data / "lifecycle.json"),
            own=tuple(own),
        )
        for fault in (*references(whole, places), *rivals(whole, places)):
            faults.append(UsageError(fault.what, where=fault.where, fix=fault.fix))
    if faults:
        raise CatalogueError(faults)
    return whole


def _read(path: Path, shipped: Mapping[str, Entry]) -> tuple[Entry, OwnEntry]:
    if not _SLUG.fullmatch(path.stem):
        raise UsageError(
            "the name of the file is the entry's id, and this one is none",
            where=str(path),
            fix="use small letters, digits and single hyphens",
        )
    document = load_document(path)
    replaces, extends = document.pop("replaces", False), document.pop("extends", False)
    if replaces and extends:
        raise UsageError("it cannot both replace and extend", where=str(path), fix="keep one of the two lines")
    if (replaces or extends) and path.stem not in shipped:
        verb = "replace" if replaces else "extend"
        raise UsageError(
            f"there is no shipped entry {path.stem} to {verb}", where=str(path), fix="`aigov catalogue list` names them"
        )
    if path.stem in shipped and not (replaces or extends):
        raise UsageError(
            f"{path.stem} is a shipped entry",
            where=str(path),
            fix="add `replaces = true` or `extends = true` at the top, or give the file another name",
        )
    for key, pattern in _patterns(document):
        try:
            re.compile(pattern)
        except re.error as error:
            raise UsageError(f"/{key}: not a regular expression: {error}", where=str(path), fix=_DOCUMENTED) from error
    change: Literal["added", "replaced", "extended"] = "added"
    if extends:
        change = "extended"
        document = _merged(read_toml(catalogue_dir() / path.name), document)
    elif replaces:
        change = "replaced"
    entry = read_entry(path.stem, document)
    return entry, OwnEntry(id=entry.id, change=change, digest=sha256_hex(path.read_bytes()))


def _patterns(document: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    for section in ("models", "signs"):
        for index, row in enumerate(document.get(section, ())):
            for key in ("regex", "pinned"):
                if key in row:
                    yield f"{section}/{index}/{key}", row[key]
    for index, form in enumerate(document.get("keys", ())):
        yield f"keys/{index}", form if isinstance(form, str) else form["form"]


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """``below`` with what ``above`` adds: lists are joined, tables merged, anything else is replaced."""
    result = dict(below)
    for key, value in above.items():
        old = result.get(key)
        if isinstance(old, list) and isinstance(value, list):
            result[key] = [*old, *(item for item in value if item not in old)]
        elif isinstance(old, dict) and isinstance(value, dict) and key != "terms":
            result[key] = _merged(old, value)
        else:
            result[key] = value
    return result
