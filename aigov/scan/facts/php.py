"""Expressions of PHP that no other language has: arrays that are lists and tables, ``?:``, names with backslashes."""

from __future__ import annotations

from dataclasses import replace

from tree_sitter import Node

from aigov.scan.facts.expressions import ExpressionReader
from aigov.scan.facts.languages import Form
from aigov.scan.facts.nodes import node_text
from aigov.scan.facts.types import Attribute, Constant, Expr, Fallback, Name, Opaque, Sequence, Table

_ELEMENT = "array_element_initializer"


class PhpReader(ExpressionReader):
    """Reads the expressions of PHP."""

    __slots__ = ()

    def _name(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        return Name(node_text(node).lstrip("\\"), line, node.start_byte)

    def _boolean(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        return Constant(node_text(node).lower() == "true", line)

    def _choice(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        test, other = self._role(node, form, "test"), self._role(node, form, "else")
        if self._role(node, form, "then") is None and test is not None and other is not None:
            return Fallback((self.read(test, depth + 1), self.read(other, depth + 1)), line)
        return super()._choice(node, form, line, depth)

    def _attribute(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        found = super()._attribute(node, form, line, depth)
        return replace(found, name=found.name.removeprefix("$")) if isinstance(found, Attribute) else found

    def _binary(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        operator = node.child_by_field_name("operator")
        if operator is not None and operator.type == "+" and left is not None and right is not None:
            tables = (self.read(left, depth + 1), self.read(right, depth + 1))
            if any(isinstance(side, Table) for side in tables):
                return Table((), tables, line)  # of two tables, the first wins
        return super()._binary(node, form, line, depth)

    def _elided(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        pairs: list[tuple[Expr, Expr]] = []
        items: list[Expr] = []
        spreads: list[Expr] = []
        for element in node.named_children:
            parts = (
                [child for child in element.named_children if not child.is_extra] if element.type == _ELEMENT else []
            )
            if len(parts) == 2:
                pairs.append((self.read(parts[0], depth + 1), self.read(parts[1], depth + 1)))
            elif parts and parts[0].type in self._row.spread_list:
                spreads += [self.read(child, depth + 1) for child in parts[0].named_children]
            elif parts:
                items.append(self.read(parts[0], depth + 1))
        if pairs or not items:
            return Table(tuple(pairs), tuple(spreads), line)
        return Sequence((*items, *(Opaque("spread", line, (spread,)) for spread in spreads)), line)
