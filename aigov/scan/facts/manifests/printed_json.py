"""JSON as tools print it, one member or element a line: read by the standard library, with lines by counting.

Lock files are the largest JSON of a tree, and a reader that takes them apart in Python is twenty times slower. Every
key is compared with the line that it is said to stand on, so that a document of any other layout is left to the reader
that looks at each character.
"""

from __future__ import annotations

import json
from typing import Any

from aigov.scan.facts.manifests.nodes import MAX_DEPTH, Node

_SMALLEST = 20_000
"""Characters from which on it is worth the trouble."""


class _OtherLayout(Exception):
    pass


def parse_printed(text: str) -> Node | None:
    """The document's tree; None where it is small, no JSON, or laid out in another way."""
    if len(text) < _SMALLEST or "\\u" in text:
        return None
    try:
        value = json.loads(text)
        lines = text.split("\n")
        reader = _Reader(lines)
        root = reader.node(value, 0)
    except (ValueError, RecursionError, _OtherLayout, IndexError):
        return None
    return root if reader.line == len(text.rstrip().split("\n")) else None


class _Reader:
    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self.line = 1
        """Of what is read next; after the last value that of its end."""

    def node(self, value: Any, depth: int) -> Node:
        line = self.line
        if depth > MAX_DEPTH:
            raise _OtherLayout
        if isinstance(value, dict):
            return Node(self._members(value, depth), line) if value else Node({}, line)
        if isinstance(value, list):
            return Node(self._elements(value, depth), line) if value else Node([], line)
        return Node(value, line)

    def _members(self, value: dict[str, Any], depth: int) -> dict[str, Node]:
        members: dict[str, Node] = {}
        for key, member in value.items():
            self.line += 1
            if not self._lines[self.line - 1].lstrip().startswith(f'"{key}"'):
                raise _OtherLayout
            members[key] = self.node(member, depth + 1)
        self.line += 1
        if self._lines[self.line - 1].lstrip()[:1] != "}":
            raise _OtherLayout
        return members

    def _elements(self, value: list[Any], depth: int) -> list[Node]:
        elements = []
        for element in value:
            self.line += 1
            elements.append(self.node(element, depth + 1))
        self.line += 1
        if self._lines[self.line - 1].lstrip()[:1] != "]":
            raise _OtherLayout
        return elements
