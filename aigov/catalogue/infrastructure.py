"""Which entries a resource of infrastructure as code belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from aigov.catalogue.entry import Entry, Resource

Rule = tuple[Entry, Resource]


class ResourceRules:
    """The ``resources`` of all entries, by type."""

    __slots__ = ("_exact", "_wild")

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._exact: dict[str, list[Rule]] = defaultdict(list)
        self._wild: list[tuple[str, Rule]] = []
        for entry in entries:
            for resource in entry.resources:
                type = resource.type.lower()
                if type.endswith("*"):
                    self._wild.append((type[:-1], (entry, resource)))
                else:
                    self._exact[type].append((entry, resource))
        self._wild.sort(key=lambda pair: (-len(pair[0]), pair[0]))

    def of(self, type: str) -> tuple[Rule, ...]:
        """The rules of a type: those that name it in full, else those of the longest beginning."""
        key = type.lower()
        if key in self._exact:
            return tuple(self._exact[key])
        longest = next((prefix for prefix, _ in self._wild if key.startswith(prefix)), None)
        return tuple(rule for prefix, rule in self._wild if prefix == longest)
