"""Which packages of a lock file bring another one along."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from aigov.scan.facts.manifests.records import Locked


class LockGraph:
    """The needs of one lock file's packages, by name.

    :param listed: whether a package is one of the catalogue.
    """

    def __init__(self, rows: Iterable[Locked], listed: Callable[[str], bool]) -> None:
        self._listed = listed
        self._needed_by: defaultdict[str, set[str]] = defaultdict(set)
        for row in rows:
            for name in row.requires:
                self._needed_by[name].add(row.name)

    def brought_by(self, name: str) -> tuple[str, ...]:
        """The nearest packages of the catalogue that lead to ``name``, sorted; none where only others do, or where the
        lock file knows no needs."""
        found: set[str] = set()
        seen = {name}
        waiting = [name]
        while waiting:
            for parent in self._needed_by.get(waiting.pop(), ()):
                if parent in seen:
                    continue
                seen.add(parent)
                if self._listed(parent):
                    found.add(parent)
                else:
                    waiting.append(parent)
        return tuple(sorted(found))
