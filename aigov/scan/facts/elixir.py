"""Expressions of Elixir: everything is a call; pipes, module attributes, aliases, maps."""

from __future__ import annotations

from tree_sitter import Node

from aigov.scan.facts.expressions import ExpressionReader
from aigov.scan.facts.languages import Form
from aigov.scan.facts.nodes import node_text
from aigov.scan.facts.types import Attribute, CallExpr, Choice, Constant, Expr, Fallback, Name, Opaque, Table

_DOCS = frozenset(("moduledoc", "doc", "typedoc", "shortdoc"))
_CHOICES = frozenset(("if", "unless", "case", "cond"))


class ElixirReader(ExpressionReader):
    """Reads the expressions of Elixir."""

    __slots__ = ()

    def text_of(self, node: Node) -> str | None:
        """The value of a string node without holes; None when it has some. Documentation is no text."""
        around = node.parent.parent if node.parent is not None else None
        target = around.child_by_field_name("target") if around is not None else None
        if target is not None and node_text(target) in _DOCS:
            return ""
        return super().text_of(node)

    def _name(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        first, *rest = node_text(node).split(".")
        found: Expr = Name(first, line, node.start_byte)
        for name in rest:
            found = Attribute(found, name.strip(), line)
        return found

    def _attribute(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        base, name = node.child_by_field_name("left"), node.child_by_field_name("right")
        if base is not None and name is not None and base.type == "atom":
            return Attribute(Name(node_text(base), line, base.start_byte), node_text(name), line)  # Erlang's ``:httpc``
        return super()._attribute(node, form, line, depth)

    def _own(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        operand = node.child_by_field_name("operand")
        if operand is None or operand.type != "identifier" or not node_text(node).startswith("@"):
            return Opaque("an operator is not followed", line, self._held(node, depth))
        return Attribute(Name("__MODULE__", line, node.start_byte), node_text(operand), line)

    def _call(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        target = node.child_by_field_name("target")
        if target is None:
            return Opaque("call without a callee", line)
        if target.type == "identifier" and node_text(target) in _CHOICES:
            return self._alternatives(node, line, depth)
        args: list[Expr] = []
        keywords: list[tuple[str, Expr]] = []
        piped = _piped(node)
        if piped is not None:
            args.append(self.read(piped, depth + 1))
        for held in node.named_children:
            for child in held.named_children if held.type == "arguments" else ():
                if child.type == "keywords":
                    keywords += [(key, self.read(value, depth + 1)) for key, value in _pairs(child)]
                else:
                    args.append(self.read(child, depth + 1))
        return CallExpr(self.read(target, depth + 1), tuple(args), tuple(keywords), (), line, node.start_byte)

    def _alternatives(self, node: Node, line: int, depth: int) -> Expr:
        options: list[Node] = []
        for held in node.named_children:
            if held.type == "do_block":
                clauses = [child for child in held.named_children if child.type == "stab_clause"]
                options += [last for clause in clauses if (last := _last(clause.child_by_field_name("right")))]
                if not clauses and (last := _last(held)) is not None:
                    options.append(last)
                options += [
                    last for child in held.named_children if child.type == "else_block" and (last := _last(child))
                ]
            for child in held.named_children if held.type == "arguments" else ():
                options += [value for key, value in _pairs(child) if key in ("do", "else")]
        return Choice(tuple(self.read(option, depth + 1) for option in options[:64]), line)

    def _binary(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        operator, right = node.child_by_field_name("operator"), node.child_by_field_name("right")
        sign = node_text(operator) if operator is not None else ""
        if sign in ("|>", "=") and right is not None:
            return self.read(right, depth + 1)
        if sign in ("||", "or") and right is not None and (left := node.child_by_field_name("left")) is not None:
            return Fallback((self.read(left, depth + 1), self.read(right, depth + 1)), line)
        return super()._binary(node, form, line, depth)

    def _table(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        pairs: list[tuple[Expr, Expr]] = []
        spreads: list[Expr] = []
        content = next((child for child in node.named_children if child.type == "map_content"), None)
        for child in content.named_children if content is not None else ():
            left, right = child.child_by_field_name("left"), child.child_by_field_name("right")
            if child.type == "keywords" or (right is not None and right.type == "keywords"):
                held = child if child.type == "keywords" else right
                pairs += [
                    (Constant(key, line), self.read(value, depth + 1))
                    for key, value in _pairs(held)
                    if held is not None
                ]
                spreads += [self.read(left, depth + 1)] if left is not None else []
            elif left is not None and right is not None:
                pairs.append((self.read(left, depth + 1), self.read(right, depth + 1)))
        return Table(tuple(pairs), tuple(spreads), line)

    def _sequence(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        held = node.named_children[0] if node.named_child_count == 1 else None
        if held is not None and held.type == "keywords":
            pairs = tuple((Constant(key, line), self.read(value, depth + 1)) for key, value in _pairs(held))
            return Table(pairs, (), line)
        return super()._sequence(node, form, line, depth)


def _pairs(node: Node | None) -> list[tuple[str, Node]]:
    found = []
    for pair in node.named_children if node is not None and node.type == "keywords" else ():
        key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
        if key is not None and value is not None:
            found.append((node_text(key).strip(': "'), value))
    return found


def _piped(call: Node) -> Node | None:
    """What a pipe hands to a call as its first argument."""
    parent = call.parent
    if parent is None or parent.type != "binary_operator" or parent.child_by_field_name("right") != call:
        return None
    operator = parent.child_by_field_name("operator")
    return parent.child_by_field_name("left") if operator is not None and node_text(operator) == "|>" else None


def _last(block: Node | None) -> Node | None:
    children = (
        [c for c in block.named_children if c.type != "else_block" and not c.is_extra] if block is not None else []
    )
    return children[-1] if children else None
