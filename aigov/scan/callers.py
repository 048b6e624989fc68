"""Call sites by the last name of what is called, so that a parameter leads to what is passed for it."""

from __future__ import annotations

import builtins
import re
from collections.abc import Callable, Iterable

from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.files import Document

_MANY = 400
"""Call sites of one name; beyond it the name tells nothing."""
_CALL = 0
_CALLS = bytes(
    _CALL if byte in b"(<" else byte if byte < 128 and (chr(byte).isalnum() or byte in b"_$") else ord(" ")
    for byte in range(256)
)
"""What begins arguments ends a piece, and what is no part of a name parts words."""
_ORDERS = (
    b".delay(",
    b"apply_async(",
    b"enqueue",
    b".send",
    b"_task(",
    b".perform_",
    b"::dispatch",
    b"to_thread(",
    b"run_in_",
)
_ORDERED = re.compile(
    rb"(\w+)\s*\.(?:delay|apply_async|send|send_with_options|perform_\w+|set)\b"
    rb"|(\w+)::dispatch"
    rb"|\b(?:enqueue\w*|async_task|send_task|add_task|to_thread|run_in_threadpool)\(\s*[\"']?(?:[\w.]*\.)?(\w+)"
    rb"|\b(?:enqueue_(?:in|at)|run_in_executor)\([^,()]*(?:\([^()]*\))?,\s*(?:[\w.]*\.)?(\w+)"
)
"""Functions and classes of jobs that are ordered, and run later: ``ask.delay(text)``, ``queue.enqueue(ask, text)``."""
_BUILT_IN = frozenset(name for kind in (builtins, str, bytes, dict, list, set) for name in dir(kind)) | frozenset(
    ("cls", "concat", "forEach", "has", "push", "then", "toString")
)
"""Functions that need no import, and methods of strings and collections: nearly every file calls one of the name."""


def _called(data: bytes) -> set[bytes]:
    """The names before a parenthesis or type arguments: a fifth of what a regular expression needs for it."""
    pieces = data.translate(_CALLS).split(bytes((_CALL,)))
    pieces.pop()
    return {piece.rpartition(b" ")[2] for piece in pieces} - {b""}


class Callers:
    """The calls of the files that can reach AI; those of files further away are looked at when a name is asked for."""

    def __init__(self, load: Callable[[str], FileFacts | None]) -> None:
        """
        :param load: facts of a file of the tree.
        """
        self._load = load
        self._sites: dict[str, list[tuple[FileFacts, CallSite]]] = {}
        self._far: dict[bytes, list[str]] = {}
        self._read: set[str] = set()
        self.near: list[FileFacts] = []
        """The files that can reach AI, as far as their imports tell."""
        self.joined: list[FileFacts] = []
        """Files further away that call what was asked for."""

    def know(self, near: Iterable[FileFacts], far: Iterable[Document]) -> None:
        """Tell the files; what was asked before is answered anew.

        :param far: files that may import what leads to AI, and use none by themselves.
        """
        self.near = list(near)
        self._sites.clear()
        for document in far:
            names = _called(document.data)
            if any(order in document.data for order in _ORDERS):
                names.update(*_ORDERED.findall(document.data))
            for name in names:
                self._far.setdefault(name, []).append(document.path)

    def close(self) -> None:
        """Let go of everything."""
        self._sites.clear()
        self._far.clear()
        self._read.clear()
        self.near.clear()
        self.joined.clear()

    def named(self, name: str) -> list[tuple[FileFacts, CallSite]]:
        """Call sites of a name; none where there are too many to mean one thing."""
        if not self._sites:
            for facts in self.near:
                self._add(facts)
        if name not in _BUILT_IN and len(self._sites.get(name, ())) <= _MANY:
            self._join(name)
        found = self._sites.get(name, [])
        return found if len(found) <= _MANY else []

    def read(self, name: str) -> list[tuple[FileFacts, CallSite]]:
        """Call sites of a name in the files that were read by now."""
        return self._sites.get(name, [])

    def _join(self, name: str) -> None:
        """Read the files further away that may call a name."""
        for path in self._far.pop(name.encode(), ()):
            facts = self._load(path) if path not in self._read else None
            if facts is not None:
                self._read.add(path)
                self.joined.append(facts)
                self._add(facts)

    def _add(self, facts: FileFacts) -> None:
        for site in facts.calls:
            self._sites.setdefault(site.tail, []).append((facts, site))
