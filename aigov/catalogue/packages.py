"""Which entries list a package."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from aigov.catalogue.entry import Entry
from aigov.catalogue.patterns import name_in, package_key, parents


class PackageIndex:
    """The packages of all entries: by name, and by registry where a ``*`` stands for the rest of a name."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._exact: defaultdict[str, list[Entry]] = defaultdict(list)
        self._wild: defaultdict[str, list[tuple[str, tuple[str, ...], Entry]]] = defaultdict(list)
        for entry in entries:
            for package in entry.packages:
                key = _pattern_key(package.purl)
                if key.endswith("*"):
                    apart = tuple(_pattern_key(purl) for purl in package.apart_from)
                    self._wild[_registry(key)].append((key[:-1], apart, entry))
                else:
                    self._exact[key].append(entry)
        self._prefixes = {kind: tuple(prefix for prefix, _, _ in rules) for kind, rules in self._wild.items()}

    def find(self, purl: str) -> tuple[Entry, ...]:
        """Every entry that lists this package, sorted by id. A Go module within the repository of a listed one counts
        as that too."""
        key = package_key(purl)
        keys = parents(key, "go") if key.startswith("pkg:golang/") else (key,)
        found = {entry.id: entry for candidate in keys for entry in self._exact.get(candidate, ())}
        registry = _registry(key)
        if not key.startswith(self._prefixes.get(registry, ())):
            return tuple(found[id] for id in sorted(found))
        for prefix, apart, entry in self._wild[registry]:
            if key.startswith(prefix) and not name_in(key, apart):
                found[entry.id] = entry
        return tuple(found[id] for id in sorted(found))


def _registry(key: str) -> str:
    return key.partition("/")[0]


def _pattern_key(purl: str) -> str:
    """A purl that may end in ``*``, in the form that is compared."""
    return package_key(purl[:-1] + "x")[:-1] + "*" if purl.endswith("*") else package_key(purl)
