"""Read what an assignment writes to: names, attributes, keys, and destructuring patterns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tree_sitter import Node

from aigov.scan.facts.languages import Language
from aigov.scan.facts.nodes import node_text, part_of


class Target(NamedTuple):
    """One place that receives a value."""

    path: tuple[str, ...]
    key: str | int | None = None
    """Which part of the value it receives: a key of an object, an index of a list; None for the whole."""
    default: Node | None = None
    tagged: bool = False
    """Whether it receives what is told to have succeeded: ``x`` of ``{:ok, x}``."""


def read_targets(node: Node, row: Language) -> Iterator[Target]:
    """Every place that the pattern at ``node`` writes to."""
    form = row.forms.get(node.type)
    if form is not None and form.kind in ("name", "attribute", "subscript", "own", "method"):
        path = _path(node, row)
        if path:
            yield Target(path)
        return
    if form is not None and form.kind == "wrap":
        if any(child.type in row.target_selectors for child in node.named_children):
            path = _selected(node, row)
            if path:
                yield Target(path)
            return
        for child in node.named_children:
            yield from read_targets(child, row)
        return
    if node.type in ("property_identifier", "private_property_identifier", "shorthand_property_identifier_pattern"):
        yield Target((node_text(node),))
        return
    index = 0
    if row.result_tag and node.named_child_count == 2 and node_text(node.named_children[0]) == row.result_tag:
        yield from (target._replace(tagged=True) for target in read_targets(node.named_children[1], row))
        return
    for child in node.named_children:
        if child.is_extra:
            continue
        if child.type in row.destructured:
            yield from _picked(child, row)
        else:
            if child.type in row.forms:
                yield from (Target(target.path, index) for target in read_targets(child, row))
            index += 1


def _picked(node: Node, row: Language) -> Iterator[Target]:
    key_field, local_field, default_field = row.destructured[node.type]
    key = node.child_by_field_name(key_field) if key_field else node
    local = node.child_by_field_name(local_field) if local_field else node
    default = node.child_by_field_name(default_field) if default_field else None
    if key is None or local is None:
        return
    if local.type == "assignment_pattern":
        default = local.child_by_field_name("right")
        local = local.child_by_field_name("left") or local
    name = node_text(key).strip("\"'")
    if local.type in ("identifier", "shorthand_property_identifier_pattern"):
        yield Target((node_text(local),), name, default)


def _selected(node: Node, row: Language) -> tuple[str, ...]:
    """Dotted path of a name with selectors beside it, as Dart's grammar writes ``request.body``."""
    first, *selectors = node.named_children
    path = _path(first, row)
    for selector in selectors:
        while selector.type not in ("identifier", "string_literal") and selector.named_child_count:
            selector = selector.named_children[0]
        if not path or selector.type == "arguments":
            return ()
        path = (*path, node_text(selector).strip("\"'"))
    return path


def _path(node: Node, row: Language) -> tuple[str, ...]:
    """Dotted path of a name, attribute or subscript with a literal key; empty when there is none."""
    form = row.forms.get(node.type)
    if form is None:
        return ()
    if form.kind == "name":
        return (node_text(node),)
    if form.kind == "own":
        return (next(iter(row.receivers)), node_text(node).lstrip("@"))
    if form.kind == "wrap":
        inner = next(iter(node.named_children), None)
        return _path(inner, row) if inner is not None else ()
    base = part_of(node, form.roles.get("base", ""))
    if base is None:
        return ()
    front = _path(base, row)
    if not front:
        return ()
    if form.kind in ("attribute", "method"):
        name = part_of(node, form.roles["name"])
        return (*front, node_text(name).lstrip(".")) if name is not None else ()
    if form.kind == "subscript":
        key = part_of(node, form.roles["key"])
        if key is not None and row.forms.get(key.type, form).kind == "string":
            return (*front, node_text(key).strip(":\"'`"))
    return ()
