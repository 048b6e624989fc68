"""Lock files in TOML: a list of packages, of which only the places of the names are needed.

They are large and written by tools, so the compiled reader takes them, and a pattern finds the lines.
"""

from __future__ import annotations

import re
from typing import Any

from aigov.scan.facts.manifests.nodes import MAX_DEPTH, Node
from aigov.scan.facts.manifests.toml_nodes import parse_toml
from aigov.scan.toml_text import load_toml

_PACKAGE = re.compile(r"^\[\[(packages?)\]\][ \t]*\r?\n(?:(?!\[)[^\n]*\n)*?(?=name[ \t]*=)", re.MULTILINE)
_SMALLEST = 20_000


def parse_lock(text: str) -> Node:
    """The document's tree; nodes bear the line of their package's name.

    :raises SyntaxFault: not TOML.
    """
    found = _quick(text) if len(text) >= _SMALLEST else None
    return found or parse_toml(text)


def _quick(text: str) -> Node | None:
    try:
        document = load_toml(text)
    except (ValueError, RecursionError):
        return None  # the other reader says what is wrong, and where
    heads = list(_PACKAGE.finditer(text))
    if not heads:
        return None
    key = heads[0][1]
    packages = document.get(key)
    if not isinstance(packages, list) or len(packages) != len(heads) or any(head[1] != key for head in heads):
        return None
    root = {name: _node(value, 1, 0) for name, value in document.items() if name != key}
    items, line, counted = [], 1, 0
    for head, package in zip(heads, packages, strict=True):
        line += text.count("\n", counted, head.end())
        counted = head.end()
        items.append(_node(package, line, 0))
    root[key] = Node(items, items[0].line)
    return Node(root, 1)


def _node(value: Any, line: int, depth: int) -> Node:
    if depth > MAX_DEPTH:
        return Node(None, line)
    if isinstance(value, dict):
        return Node({key: _node(member, line, depth + 1) for key, member in value.items()}, line)
    if isinstance(value, list):
        return Node([_node(element, line, depth + 1) for element in value], line)
    return Node(value if isinstance(value, (str, bool)) else str(value), line)
