"""JSON as tools print it, a member or element a line: read by the standard library, with lines by counting.

Lock files are the largest JSON of a tree, and a reader that takes them apart in Python is twenty times slower. Every
key is compared with the line that it is said to stand on, so that a document of any other layout is left to the reader
that looks at each character.
"""

from __future__ import annotations

import json
import re
from typing import Any

from aigov.scan.facts.manifests.nodes import MAX_DEPTH, Node

_SMALLEST = 20_000
"""Characters from which on it is worth the trouble."""


_TRAILING_COMMA = re.compile(r'("[^"\\\n]*(?:\\.[^"\\\n]*)*")|,(\s*[}\]])')


class _OtherLayout(Exception):
    pass


def parse_printed(text: str) -> Node | None:
    """The document's tree; None where it is small, no JSON, or laid out in another way."""
    if len(text) < _SMALLEST or "\\u" in text:
        return None
    try:
        value = _loaded(text)
        lines = text.split("\n")
        reader = _Reader(lines)
        root = reader.node(value, 0)
    except (ValueError, RecursionError, _OtherLayout, IndexError):
        return None
    return root if reader.line == len(text.rstrip().split("\n")) else None


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return json.loads(_TRAILING_COMMA.sub(lambda found: found[1] or found[2], text))  # as bun writes it


class _Reader:
    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self.line = 1
        """Of what is read next; after the last value that of its end."""

    def node(self, value: Any, depth: int) -> Node:
        line = self.line
        if depth > MAX_DEPTH:
            raise _OtherLayout
        if not isinstance(value, (dict, list)) or not value or self._lines[line - 1].rstrip(", ")[-1:] not in "{[":
            return self._on_one_line(value, line, depth)
        held = self._members(value, depth) if isinstance(value, dict) else self._elements(value, depth)
        return Node(held, line)

    def _go_on(self) -> None:
        """The next line that holds something: bun parts packages by empty ones."""
        self.line += 1
        while not self._lines[self.line - 1].strip():
            self.line += 1

    def _on_one_line(self, value: Any, line: int, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise _OtherLayout
        if isinstance(value, dict):
            return Node({key: self._on_one_line(held, line, depth + 1) for key, held in value.items()}, line)
        if isinstance(value, list):
            return Node([self._on_one_line(held, line, depth + 1) for held in value], line)
        return Node(value, line)

    def _members(self, value: dict[str, Any], depth: int) -> dict[str, Node]:
        members: dict[str, Node] = {}
        for key, member in value.items():
            self._go_on()
            if not self._lines[self.line - 1].lstrip().startswith(f'"{key}"'):
                raise _OtherLayout
            members[key] = self.node(member, depth + 1)
        self._go_on()
        if self._lines[self.line - 1].lstrip()[:1] != "}":
            raise _OtherLayout
        return members

    def _elements(self, value: list[Any], depth: int) -> list[Node]:
        elements = []
        for element in value:
            self._go_on()
            elements.append(self.node(element, depth + 1))
        self._go_on()
        if self._lines[self.line - 1].lstrip()[:1] != "]":
            raise _OtherLayout
        return elements
