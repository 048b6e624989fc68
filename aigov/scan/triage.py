"""Tell by bytes alone which files cannot hold a use of AI.

One pass of Aho-Corasick over the lower-cased bytes. Lower-casing costs about as much as a copy, and the search stops at
the first window that holds a token, so files that use AI are the cheapest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ahocorasick_rs import BytesAhoCorasick, Implementation

_WINDOW = 1 << 16
_NAMING = re.compile(rb"import|from|require|install|://|npm:|jsr:")
_QUOTES = b"\"'`"


class Triage:
    """A multi-pattern search over raw bytes, case-insensitive for ASCII."""

    __slots__ = ("_automaton", "_overlap", "_tokens")

    def __init__(self, tokens: Iterable[bytes], *, searches_all: bool = False) -> None:
        """
        :param tokens: lower-case (``Catalogue.tokens()``); empty ones are dropped.
        :param searches_all: whether every file of a tree is searched, so that the faster automaton is worth its making.
        """
        self._tokens = tuple(sorted({token for token in tokens if token}))
        self._overlap = max((len(token) for token in self._tokens), default=1) - 1
        self._automaton = _build(self._tokens, searches_all) if self._tokens else None

    @property
    def longest(self) -> int:
        """Bytes of the longest token."""
        return self._overlap + 1

    def hit(self, data: bytes) -> bool:
        """Whether any token occurs in ``data``. False proves that there is none."""
        if self._automaton is None:
            return False
        find = self._automaton.find_matches_as_indexes
        if len(data) <= _WINDOW:
            return bool(find(data.lower()))
        # Windows overlap by one byte less than the longest token: a token across a seam lies whole in the next.
        return any(
            find(data[start : start + _WINDOW + self._overlap].lower()) for start in range(0, len(data), _WINDOW)
        )

    def spans(self, data: bytes) -> list[tuple[int, int]]:
        """Where tokens stand, from and to, in order; of those that overlap the first."""
        if self._automaton is None:
            return []
        return [(start, end) for _, start, end in self._automaton.find_matches_as_indexes(data.lower())]

    def hits(self, data: bytes) -> frozenset[bytes]:
        """The tokens that occur in ``data``, also inside one another."""
        if self._automaton is None:
            return frozenset()
        found: set[int] = set()
        for start in range(0, len(data), _WINDOW):
            window = data[start : start + _WINDOW + self._overlap].lower()
            found.update(match[0] for match in self._automaton.find_matches_as_indexes(window, overlapping=True))
        return frozenset(self._tokens[index] for index in found)


class ImportTriage:
    """A closer look at a file that holds a token, for languages that use no module without naming it in an import
    statement or at the beginning of a string: ``mcp`` in a name or a comment, ``"OpenAI"`` of a label is no use."""

    __slots__ = ("_anywhere", "_modules", "_spelled")

    def __init__(self, modules: Iterable[bytes], anywhere: Iterable[bytes]) -> None:
        """
        :param modules: names of modules, as they are spelled, or what all of several begin with.
        :param anywhere: lower-case tokens that tell wherever they stand.
        """
        self._spelled = frozenset(modules)
        self._modules = Triage(module.lower() for module in self._spelled)
        self._anywhere = Triage(anywhere)

    def tells(self, data: bytes) -> bool:
        """Whether the file can hold a use. False proves that it holds none."""
        return self._anywhere.hit(data) or any(
            data[start:end] in self._spelled and _named(data, start) for start, end in self._modules.spans(data)
        )


def _named(data: bytes, at: int) -> bool:
    """Whether a string begins before ``at``, or an import may on its line, or on a line that goes on there."""
    if at and data[at - 1] in _QUOTES:
        return True
    start = data.rfind(b"\n", 0, at) + 1
    while start > 1 and data[start - 2 : start - 1] == b"\\":
        start = data.rfind(b"\n", 0, start - 1) + 1
    return _NAMING.search(data, start, at) is not None


def _build(tokens: tuple[bytes, ...], searches_all: bool) -> BytesAhoCorasick:
    # Measured with 2,750 tokens: the DFA takes 20 ms to build and reads 555 MB/s, the contiguous NFA 4 ms and 345 MB/s.
    chosen = Implementation.DFA if searches_all else Implementation.ContiguousNFA
    return BytesAhoCorasick(list(tokens), implementation=chosen)
