"""Strings in code that are a use, though they are no host, variable or model: permissions and pieces of SQL."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick

from aigov.catalogue.entry import Entry, Sign
from aigov.catalogue.tokens import necessary_literals


class Signs:
    """The ``signs`` of all entries, as one pattern."""

    __slots__ = ("_owners", "_tokens", "_union")

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._owners = {
            f"s{number}": owner
            for number, owner in enumerate((entry, sign) for entry in entries for sign in entry.signs)
        }
        union = "|".join(f"(?P<{key}>{sign.regex})" for key, (_, sign) in self._owners.items())
        self._union = re.compile(union or "(?!)", re.IGNORECASE)
        literals = {literal for _, sign in self._owners.values() for literal in necessary_literals(sign.regex)}
        self._tokens = AhoCorasick(sorted(literals))

    def find(self, text: str, around: bytes = b"") -> tuple[Entry, Sign] | None:
        """The first sign in a string constant, and whose it is.

        :param around: the source file's text, which must bear some signs out.
        """
        return next(self.find_all(text, around), None)

    def find_all(self, text: str, around: bytes = b"") -> Iterator[tuple[Entry, Sign]]:
        """The signs in a string, in their order, and whose each is."""
        if not self._tokens.find_matches_as_indexes(text.lower()):
            return  # the pattern has many branches, and nearly no string is one of them
        for match in self._union.finditer(text):
            entry, sign = self._owners[match.lastgroup or ""]
            if sign.near is None or re.search(sign.near.encode(), around, re.IGNORECASE):
                yield entry, sign
