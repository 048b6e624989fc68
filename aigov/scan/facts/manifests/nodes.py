"""JSON, YAML and TOML as one tree that remembers lines.

The parsers of the standard library give values without places, and a finding needs its line. All three readers here
are iterative or bounded in depth, build no object other than ``Node``, and raise ``SyntaxFault`` alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

MAX_DEPTH = 200
"""Containers inside one another; npm's version 1 lock files nest deepest, by about twenty."""

Scalar = str | int | float | bool | None


class SyntaxFault(ValueError):
    """The document breaks the rules of its format."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


@dataclass(slots=True)
class Node:
    """One value."""

    value: Scalar | dict[str, Node] | list[Node]
    line: int
    """1-based. For a member of a mapping the line of its key, else the line where the value begins."""

    def get(self, *keys: str) -> Node | None:
        """The node below these keys, if every one of them leads through a mapping."""
        node: Node | None = self
        for key in keys:
            node = node.value.get(key) if node is not None and isinstance(node.value, dict) else None
        return node

    def members(self, *keys: str) -> dict[str, Node]:
        """Members of the mapping below ``keys``; empty where there is none."""
        node = self.get(*keys)
        return node.value if node is not None and isinstance(node.value, dict) else {}

    def elements(self, *keys: str) -> list[Node]:
        """Elements of the sequence below ``keys``; empty where there is none."""
        node = self.get(*keys)
        return node.value if node is not None and isinstance(node.value, list) else []

    def text(self, *keys: str) -> str | None:
        """The string below ``keys``, if it is one."""
        node = self.get(*keys)
        return node.value if node is not None and isinstance(node.value, str) else None


def walk(node: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Node]]:
    """Every scalar below ``node`` with the keys that lead to it; elements of sequences are under ``[]``."""
    stack = [(path, node)]
    while stack:
        path, node = stack.pop()
        if isinstance(node.value, dict):
            stack.extend(((*path, key), member) for key, member in reversed(node.value.items()))
        elif isinstance(node.value, list):
            stack.extend(((*path, "[]"), element) for element in reversed(node.value))
        else:
            yield path, node
