"""Turn dependencies into uses: which catalogue entries they fire, and what version the lock files give them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from aigov.catalogue.settings_keys import settings_keys
from aigov.catalogue.unlisted import says_ai
from aigov.model import Kind, Scope, Transitive, Unlisted, Use
from aigov.scan.facts.manifests.inherit import settle
from aigov.scan.facts.manifests.lock_graph import LockGraph, scopes_reached
from aigov.scan.facts.manifests.records import (
    Dependencies,
    Ecosystem,
    Locked,
    Requirement,
    folders_above,
    manifest_scope,
    purl_of,
)

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry

_XCODE = re.compile(r"((?:.*/)?)[^/]+\.(?:xcodeproj|xcworkspace)/.*")
_SERVES: frozenset[Kind] = frozenset(("provider", "model-host", "vector-db"))


def uses_of(
    files: Mapping[str, Dependencies], catalogue: Catalogue
) -> tuple[tuple[Use, ...], tuple[Transitive, ...], tuple[Unlisted, ...]]:
    """What manifests and lock files of a tree ask for, and what only comes along: one row for each file, line, package
    and entry; and what manifests ask for that no entry lists, though its name says AI.

    :param files: what each file says, by its path.
    """
    files = settle({path: _paired(path, file, files) for path, file in files.items()})
    locks = _Locks(files)
    uses: list[Use] = []
    transitive: list[Transitive] = []
    unlisted: list[Unlisted] = []
    locked_only: list[Unlisted] = []
    made_here = {name for file in files.values() for name in file.names}
    for path, file in files.items():
        along: list[tuple[Requirement | Locked, Scope]] = []
        for requirement in file.requirements:
            if requirement.direct:
                found = tuple(_manifest_uses(path, requirement, locks, catalogue))
                uses.extend(found)
                if not found and says_ai(requirement.name) and f"maven:{requirement.name}" not in made_here:
                    unlisted.append(_unlisted(path, requirement, requirement.scope))
            else:
                along.append((requirement, requirement.scope))
        for locked in file.locked:
            if locks.is_direct(path, locked):
                known = tuple(_lock_uses(path, locked, locks, catalogue))
                uses.extend(known)
                if not known and says_ai(locked.name):
                    locked_only.append(_unlisted(path, locked, locks.scope(path, locked)))
            elif locked.ecosystem != "golang":  # go.sum keeps old versions too; go.mod lists what comes along
                along.append((locked, locks.scope(path, locked)))
        transitive.extend(_transitive(path, along, file.locked, catalogue))
    asked = {row.package for row in unlisted}
    unlisted += (row for row in locked_only if row.package not in asked)
    return tuple(uses), tuple(transitive), tuple(unlisted)


def _unlisted(path: str, item: Requirement | Locked, scope: Scope) -> Unlisted:
    return Unlisted(file=path, line=item.line, package=purl_of(item.ecosystem, item.name), scope=scope)


def _transitive(
    path: str, along: list[tuple[Requirement | Locked, Scope]], locked: tuple[Locked, ...], catalogue: Catalogue
) -> Iterator[Transitive]:
    found = [
        (item, scope, entries) for item, scope in along if (entries := _entries(item.ecosystem, item.name, catalogue))
    ]
    if not found:
        return
    ecosystem = found[0][0].ecosystem
    graph = LockGraph(locked, lambda name: bool(_entries(ecosystem, name, catalogue)))
    for item, scope, entries in found:
        via = tuple(purl_of(ecosystem, name) for name in graph.brought_by(item.name))
        for entry in entries:
            yield Transitive(
                file=path,
                line=item.line,
                name=entry.id,
                kind=entry.kind,
                scope=scope,
                package=purl_of(item.ecosystem, item.name),
                version=item.version,
                via=via,
            )


def _paired(path: str, file: Dependencies, files: Mapping[str, Dependencies]) -> Dependencies:
    """``requirements.lock``, and ``requirements.txt`` beside ``requirements.in``, were made by a tool: lock files."""
    stem, _, extension = path.rpartition(".")
    if not file.requirements or not (extension == "lock" or (extension == "txt" and f"{stem}.in" in files)):
        return file
    locked = tuple(
        Locked(
            ecosystem=item.ecosystem,
            name=item.name,
            version=item.version,
            line=item.line,
            direct=None if item.direct else False,
        )
        for item in file.requirements
        if item.version
    )
    unpinned = tuple(item for item in file.requirements if not item.version)
    return replace(file, requirements=unpinned, locked=locked)


def _manifest_uses(path: str, item: Requirement, locks: _Locks, catalogue: Catalogue) -> Iterator[Use]:
    entries = _entries(item.ecosystem, item.name, catalogue)
    version = item.version or (locks.version(path, item) if entries else None)
    # "ag2[openai]": the extra pulls in a vendor's SDK, and the manifest says so by name.
    by_extra = [
        (entry, f"{item.name}[{extra}]")
        for extra in (item.extras if entries else ())
        for entry in _extra_entries(extra, catalogue)
        if entry not in entries
    ]
    for entry, symbol in [*((entry, None) for entry in entries), *by_extra]:
        yield Use(
            file=path,
            line=item.line,
            name=entry.id,
            kind=entry.kind,
            how="lockfile" if item.compiled else "manifest",
            scope=item.scope,
            symbol=symbol,
            package=purl_of(item.ecosystem, item.name),
            version=version,
            constraint=item.constraint,
            optional=item.optional or None,
        )


def _lock_uses(path: str, item: Locked, locks: _Locks, catalogue: Catalogue) -> Iterator[Use]:
    for entry in _entries(item.ecosystem, item.name, catalogue):
        yield Use(
            file=path,
            line=item.line,
            name=entry.id,
            kind=entry.kind,
            how="lockfile",
            scope=locks.scope(path, item),
            package=purl_of(item.ecosystem, item.name),
            version=item.version,
            licences=item.licences,
        )


def _extra_entries(extra: str, catalogue: Catalogue) -> tuple[Entry, ...]:
    """Entries that an extra names: by slug, or who serves models or vectors by package or routing prefix
    (``anthropic[bedrock]``, the feature ``open-router`` of a crate). ``[llm]`` and ``[agents]`` are words, though
    packages are called so."""
    named = catalogue.get(extra)
    routed = catalogue.route(f"{extra}/_")[0] or settings_keys(catalogue).named(extra)
    if named is not None:
        return (named,)
    found = (*catalogue.package(purl_of("pypi", extra)), *((routed,) if routed is not None else ()))
    return tuple({entry.id: entry for entry in found if entry.kind in _SERVES}.values())


def _entries(ecosystem: Ecosystem, name: str, catalogue: Catalogue) -> tuple[Entry, ...]:
    found = catalogue.package(purl_of(ecosystem, name))
    # conda-forge packages carry the names of PyPI; the catalogue lists those.
    return found or (catalogue.package(purl_of("pypi", name)) if ecosystem == "conda" else ())


def _outside_xcode(path: str) -> str:
    """Xcode keeps Package.resolved and the list of packages some folders down in what it shows as one file."""
    found = _XCODE.fullmatch(path)
    return f"{found[1]}_" if found else path


class _Locks:
    """The lock files of a tree, and the manifests that each of them serves: those of its folder and below, unless a
    nearer lock file serves them."""

    def __init__(self, files: Mapping[str, Dependencies]) -> None:
        self._by_folder: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._rows: dict[str, dict[str, list[Locked]]] = {}
        self._pins: dict[str, dict[str, str]] = defaultdict(dict)
        self._asked: dict[str, dict[str, set[Scope]]] = defaultdict(lambda: defaultdict(set))
        self._ranges: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._required: dict[str, set[str]] = {}
        self._reached: dict[str, dict[str, Scope]] = {}
        self._alone = frozenset(path for path, file in files.items() if file.alone)
        for path, file in sorted(files.items()):
            folder = next(folders_above(_outside_xcode(path)))
            self._pins[path.rpartition("/")[0]].update(file.pins)
            if file.locked:
                by_name: dict[str, list[Locked]] = defaultdict(list)
                for row in file.locked:
                    by_name[row.name].append(row)
                self._rows[path] = by_name
                for ecosystem in sorted({row.ecosystem for row in file.locked}):
                    self._by_folder[ecosystem, folder].append(path)
                self._required[path] = {name for row in file.locked for name in row.requires}
        for path, file in files.items():
            for item in file.requirements:
                for lock in self._serving(path, item.ecosystem) if item.direct else ():
                    self._asked[lock][item.name].add(item.scope)
                    self._ranges[lock].add((item.name, item.constraint or ""))

    def _serving(self, path: str, ecosystem: Ecosystem) -> list[str]:
        """The nearest lock files above a manifest (several tools may each have left one)."""
        if path in self._alone:
            return []
        for folder in folders_above(_outside_xcode(path)):
            if found := self._by_folder.get((ecosystem, folder)):
                return found
        return []

    def version(self, path: str, item: Requirement) -> str | None:
        """The one version that the lock files give to a manifest's requirement; None where they differ."""
        folder = path.rpartition("/")[0]
        found: set[str] = set()
        for lock in self._serving(path, item.ecosystem):
            lock_folder = lock.rpartition("/")[0]
            importer = folder[len(lock_folder) :].lstrip("/")
            rows = self._rows[lock].get(item.name, [])
            for narrower in (
                [row for row in rows if row.direct],
                [row for row in rows if importer in row.importers],
                [row for row in rows if (item.constraint or "") in row.ranges],
            ):
                rows = [row for row in rows if row in narrower] or rows
            found.update(row.version for row in rows)
        if not found and item.ecosystem == "pypi" and path not in self._alone:
            found.update(self._pinned(path, item.name))
        return found.pop() if len(found) == 1 else None

    def _pinned(self, path: str, name: str) -> tuple[str, ...]:
        """The version that the nearest constraints file above ``path`` sets."""
        while path:
            path = path.rpartition("/")[0]
            if name in self._pins.get(path, {}):
                return (self._pins[path][name],)
        return ()

    def is_direct(self, path: str, row: Locked) -> bool:
        """Whether the project itself asks for this package."""
        if row.direct is not None:
            return row.direct
        asked = self._asked.get(path)
        if asked is None:
            # No manifest beside it: what nothing else in the file needs is what somebody asked for.
            return row.name not in self._required[path]
        if row.name not in asked:
            return False
        return not row.ranges or any((row.name, answered) in self._ranges[path] for answered in row.ranges)

    def scope(self, path: str, row: Locked) -> Scope:
        """Scope of a locked package: by the manifest that asks for it, else by the lock file's own groups."""
        asked = self._asked.get(path, {}).get(row.name)
        if asked:
            return "app" if "app" in asked else min(asked)
        if row.scope is not None or self._tells_scopes(path):
            return row.scope or manifest_scope(path)
        if path not in self._reached:
            self._reached[path] = self._reach(path)
        return self._reached[path].get(row.name) or manifest_scope(path)

    def _tells_scopes(self, path: str) -> bool:
        """Whether the lock file itself tells who needs what only comes along, or knows no needs."""
        rows = [row for named in self._rows.get(path, {}).values() for row in named if row.direct is not True]
        return any(row.scope is not None for row in rows) or not self._required.get(path)

    def _reach(self, path: str) -> dict[str, Scope]:
        rows = [row for named in self._rows[path].values() for row in named]
        asked, own = self._asked.get(path, {}), manifest_scope(path)
        roots: dict[str, Scope] = {}
        for row in rows:
            if self.is_direct(path, row) or row.name not in self._required[path]:
                scopes = asked.get(row.name) or {row.scope or own}
                roots[row.name] = "app" if "app" in scopes or roots.get(row.name) == "app" else min(scopes)
        return scopes_reached(rows, roots)
