"""Syntax nodes: their text, and their parts by field or index."""

from __future__ import annotations

from tree_sitter import Node


def node_text(node: Node) -> str:
    """The node's source text."""
    raw = node.text
    return raw.decode("utf-8", "replace") if raw else ""


def part_of(node: Node, place: str) -> Node | None:
    """The child of a field, or the named child at an index in digits."""
    if not place.lstrip("-").isdigit():
        return node.child_by_field_name(place)
    children = [child for child in node.named_children if not child.is_extra]
    index = int(place)
    return children[index] if -len(children) <= index < len(children) else None
