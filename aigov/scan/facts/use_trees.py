"""Rust's use declarations: ``use async_openai::{types::{A, B as C}, config::*};`` is an import for each leaf."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tree_sitter import Node

from aigov.scan.facts.nodes import node_text
from aigov.scan.facts.types import Import

_MAX_DEPTH = 40


def read_use_tree(node: Node) -> Iterator[Import]:
    """Every name that the use declaration of the tree ``node`` brings, all at its first line."""
    line = node.start_point[0] + 1
    return (replace(imported, line=line) for imported in _read(node, "", 0))


def _read(node: Node, front: str, depth: int) -> Iterator[Import]:
    """
    :param front: path before ``node``, its parts joined by ``::``.
    """
    if depth > _MAX_DEPTH:
        return
    kind = node.type
    if kind in ("scoped_use_list", "use_list"):
        path, listed = node.child_by_field_name("path"), node.child_by_field_name("list")
        inner = _path(front, path)
        for child in (listed or node).named_children:
            yield from _read(child, inner, depth + 1)
    elif kind == "use_wildcard":
        path = next(iter(node.named_children), None)
        yield _import(node, _path(front, path), "*", None)
    elif kind == "use_as_clause":
        path, alias = node.child_by_field_name("path"), node.child_by_field_name("alias")
        if path is not None and alias is not None:
            yield _leaf(node, front, path, node_text(alias))
    elif kind in ("identifier", "scoped_identifier", "self", "crate", "super", "type_identifier"):
        yield _leaf(node, front, node, None)


def _leaf(node: Node, front: str, path: Node, alias: str | None) -> Import:
    whole = _path(front, path)
    module, _, name = whole.rpartition("::")
    if name == "self" and module:
        module, _, name = module.rpartition("::")
    if not module:
        return _import(node, name, None, alias or name)
    return _import(node, module, name, alias or name)


def _path(front: str, path: Node | None) -> str:
    text = "".join(node_text(path).split()) if path is not None else ""
    return "::".join(part for part in (front, text.removeprefix("::")) if part)


def _import(node: Node, module: str, name: str | None, alias: str | None) -> Import:
    return Import(module=module, line=node.start_point[0] + 1, offset=node.start_byte, name=name, alias=alias)
