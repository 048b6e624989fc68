"""Which packages of a lock file bring another one along."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from aigov.model import Scope
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


def scopes_reached(rows: Iterable[Locked], roots: Mapping[str, Scope]) -> dict[str, Scope]:
    """For each package that something asks for or needs, ``app`` where the program comes to it, else the scope of those
    who do. By name, so that of several versions the likeliest to be the program's counts.

    :param roots: scopes of what is asked for, by name.
    """
    needs: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        needs[row.name] |= row.requires
    found: dict[str, Scope] = {}
    for scope in sorted(set(roots.values()), key=lambda scope: (scope != "app", scope)):
        waiting = [name for name, asked in roots.items() if asked == scope]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found[name] = scope
                waiting += needs[name]
    return found
