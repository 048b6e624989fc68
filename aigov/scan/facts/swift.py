"""Expressions of Swift that no other language has: ``.member``, ``a ?? b``, subscripts that look like calls."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from aigov.scan.facts.expressions import ExpressionReader
from aigov.scan.facts.languages import Form
from aigov.scan.facts.nodes import node_text
from aigov.scan.facts.types import Attribute, Constant, Expr, Fallback, Name, Opaque, Subscript, Table

_MOST_PAIRS = 400


class SwiftReader(ExpressionReader):
    """Reads the expressions of Swift."""

    __slots__ = ()

    def text_of(self, node: Node) -> str | None:
        """The value of a string node without holes; None when it has some."""
        if node.type == "raw_string_literal":
            return node_text(node).strip("#").strip('"')
        return super().text_of(node)

    def _attribute(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        base, suffix = node.child_by_field_name("target"), node.child_by_field_name("suffix")
        if base is None or suffix is None:
            return Opaque("incomplete attribute", line)
        return Attribute(self.read(base, depth + 1), node_text(suffix).lstrip(".? \n"), suffix.start_point[0] + 1)

    def _name(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        if node.type == "prefix_expression" and not node_text(node).startswith("."):
            return Opaque("an operator is not followed", line, self._held(node, depth))
        return Name(node_text(node), line, node.start_byte)

    def _call(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        suffix = node.named_children[-1] if node.named_children else None
        arguments = suffix.named_children[0] if suffix is not None and suffix.named_children else None
        if arguments is not None and arguments.type == "value_arguments" and node_text(arguments)[:1] == "[":
            key = arguments.named_children[0].child_by_field_name("value") if arguments.named_children else None
            if key is None:
                return Opaque("incomplete subscript", line)
            return Subscript(self.read(node.named_children[0], depth + 1), self.read(key, depth + 1), line)
        return super()._call(node, form, line, depth)

    def callee_span(self, node: Node) -> tuple[int, int] | None:
        """First byte of what a call calls, and the byte after it; None where the node calls nothing by name."""
        span = super().callee_span(node)
        return None if span is None or node_text(node)[span[1] - node.start_byte :].lstrip()[:1] == "[" else span

    def _arguments(self, node: Node, form: Form) -> Iterator[Node]:
        for suffix in node.named_children[1:]:
            for held in suffix.named_children if suffix.type == "call_suffix" else ():
                if held.type == "value_arguments":
                    yield from (child for child in held.named_children if not child.is_extra)

    def _binary(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        if node.type != "nil_coalescing_expression":
            return super()._binary(node, form, line, depth)
        value, other = node.child_by_field_name("value"), node.child_by_field_name("if_nil")
        if value is None or other is None:
            return Opaque("incomplete operation", line)
        return Fallback((self.read(value, depth + 1), self.read(other, depth + 1)), line)

    def _table(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        keys = node.children_by_field_name("key")[:_MOST_PAIRS]
        values = node.children_by_field_name("value")[:_MOST_PAIRS]
        pairs = zip(keys, values, strict=False)
        return Table(tuple((self.read(key, depth + 1), self.read(value, depth + 1)) for key, value in pairs), (), line)

    def _boolean(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        return Constant(node_text(node) == "true", line)
