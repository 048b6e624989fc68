"""Which entry an environment variable belongs to."""

from __future__ import annotations

from collections.abc import Iterable

from aigov.catalogue.entry import Entry
from aigov.catalogue.patterns import own_spellings, unbundled

_SWITCHES = frozenset(("ENABLED", "ENABLE", "DISABLED"))


class VariableIndex:
    """The environment variables of all entries: by name, and by what the names of several begin with."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._exact: dict[str, Entry] = {}
        rules: list[tuple[str, Entry]] = []
        for entry in entries:
            for variable in entry.env:
                if variable.endswith("*"):
                    rules.append((variable[:-1], entry))
                else:
                    self._exact[variable] = entry
        self._rules = sorted(rules, key=lambda rule: (-len(rule[0]), rule[0]))
        self._prefixes = tuple(prefix for prefix, _ in self._rules)
        self._asked: dict[str, tuple[Entry | None, str]] = {}

    def _switched(self, name: str) -> Entry | None:
        """The entry that a variable switches on or off, ``FIREWORKS_ENABLED``: it is named as its key's is."""
        stem, _, end = name.rpartition("_")
        return self._exact.get(f"{stem}_API_KEY") if end in _SWITCHES else None

    def find(self, name: str) -> tuple[Entry | None, str]:
        """The entry of a variable and the variable as that one spells it; a full name wins over a prefix, a long prefix
        over a short one."""
        if name not in self._asked:
            plain = unbundled(name)
            found = self._exact.get(plain)
            if found is None and plain.startswith(self._prefixes):
                found = next(entry for prefix, entry in self._rules if plain.startswith(prefix))
            if found is None:
                found = self._switched(plain)
            if found is None:
                own = ((self._exact[spelled], spelled) for spelled in own_spellings(plain) if spelled in self._exact)
                found, plain = next(own, (None, name))
            self._asked[name] = (found, plain)
        return self._asked[name]
