"""Expressions of Kotlin that no other language has: lambdas after a call's arguments, types as paths, ``"a" to "b"``.

tree-sitter-kotlin 1.1 names hardly any field, so that most is told by the kinds and the order of the children.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from aigov.scan.facts.expressions import ExpressionReader
from aigov.scan.facts.languages import Form
from aigov.scan.facts.nodes import node_text
from aigov.scan.facts.texts import join_texts
from aigov.scan.facts.types import Attribute, CallExpr, Choice, Constant, Expr, Name, Opaque

_HOLE = re.compile(r"[A-Za-z_]\w*")
_WORDS = {"true": True, "false": False, "null": None}
_CALLS = ("call_expression", "constructor_invocation", "enum_entry")


class KotlinReader(ExpressionReader):
    """Reads the expressions of Kotlin."""

    __slots__ = ()

    def text_of(self, node: Node) -> str | None:
        """The value of a string node without holes; None when it has some."""
        if b"$" not in (node.text or b""):
            return super().text_of(node)
        value = self._string(node, self._row.forms[node.type], 0, 0)
        return value.value if isinstance(value, Constant) and isinstance(value.value, str) else None

    def callee_span(self, node: Node) -> tuple[int, int] | None:
        """First byte of what a call calls, and the byte after it; None where the node calls nothing by name."""
        if node.type not in _CALLS:
            return super().callee_span(node)
        callee = _callee_of(node)
        return None if callee is None else (callee.start_byte, callee.end_byte)

    def continues(self, node: Node) -> bool:
        """Whether a call is a link of a builder chain, or the part of a call before its lambda."""
        above = node.parent
        before_lambda = above is not None and above.type == "call_expression" and _split(above)[0] == node
        return before_lambda or super().continues(node)

    def _link(self, node: Node) -> tuple[Node | None, Node | None]:
        if node.type == "call_expression":
            node = _split(node)[0]
        base, name = super()._link(node)
        return base, name

    def _name(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        text = node_text(node)
        return Constant(_WORDS[text], line) if text in _WORDS else Name(text.strip("`"), line, node.start_byte)

    def _attribute(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        parts = [child for child in node.named_children if not child.is_extra]
        if len(parts) < 2:
            return Opaque("incomplete attribute", line)
        if parts[0].type == "callable_reference":
            return self.read(parts[0], depth + 1)  # Foo::class.java
        return Attribute(self.read(parts[0], depth + 1), node_text(parts[-1]), parts[-1].start_point[0] + 1)

    def _call(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        whole = node
        node, closure = _split(node)
        callee = _callee_of(node)
        if callee is None:
            return Opaque("call without a callee", line)
        args: list[Expr] = []
        keywords: list[tuple[str, Expr]] = []
        spreads: list[Expr] = []
        for argument in _arguments_of(node):
            parts = [child for child in argument.named_children if not child.is_extra]
            tokens = {child.type for child in argument.children if not child.is_named}
            if not parts:
                continue
            value = self.read(parts[-1], depth + 1)
            if "=" in tokens and len(parts) > 1:
                keywords.append((node_text(parts[0]), value))
            elif "*" in tokens:
                spreads.append(value)
            else:
                args.append(value)
        if closure is not None:
            args.append(self.read(closure, depth + 1))
        target = self._path(callee, line, depth) if callee.type == "user_type" else self.read(callee, depth + 1)
        call = CallExpr(target, tuple(args), tuple(keywords), tuple(spreads), line, whole.start_byte)
        if self.begin_of(whole) is None or self.continues(whole):
            return self._built(call)
        return self._going_on(self._built(call, open_ended=True), whole, depth)

    def _arguments(self, node: Node, form: Form) -> Iterator[Node]:
        for argument in _arguments_of(node):
            yield from (child for child in argument.named_children[-1:] if not child.is_extra)

    def _generic(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        inner = [self.read(part, depth + 1) for held in node.named_children if held.type == "type_arguments"
                 for part in held.named_children if part.type in self._row.forms]  # fmt: skip
        base = self._path(node, line, depth)
        held = isinstance(base, (Name, Attribute)) and base.name in self._row.holders
        return Choice((base, *inner), line) if inner and held else base

    def _path(self, node: Node, line: int, depth: int) -> Expr:
        """``com.acme.Foo``: the names of a type, dotted."""
        names = [child for child in node.named_children if child.type == "identifier"]
        if not names:
            return Opaque("a type without a name", line)
        expr: Expr = Name(node_text(names[0]), line, names[0].start_byte)
        for name in names[1:]:
            expr = Attribute(expr, node_text(name), line)
        return expr

    def _binary(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        if node.type != "infix_expression":
            return super()._binary(node, form, line, depth)
        parts = [child for child in node.named_children if not child.is_extra]
        if len(parts) != 3:
            return Opaque("incomplete operation", line)
        callee = Attribute(self.read(parts[0], depth + 1), node_text(parts[1]), line)
        return CallExpr(callee, (self.read(parts[2], depth + 1),), (), (), line, node.start_byte)

    def _string(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        parts: list[Expr] = [Constant("", line)]
        dollar = False
        for child in node.named_children:
            text = node_text(child)
            if child.type in self._row.holes:
                inner = next((part for part in child.named_children if not part.is_extra), None)
                parts.append(self.read(inner, depth + 1) if inner is not None else Opaque("empty hole", line))
            elif child.type in self._row.escape:
                parts.append(self._escaped(child, line))
            elif child.type in self._row.text:
                # The grammar takes "$name" within a line for the texts "$" and "name".
                hole = _HOLE.match(text) if dollar else None
                if hole is not None:
                    parts += [Name(hole[0], line, child.start_byte), Constant(text[hole.end() :], line)]
                elif text != "$":
                    parts.append(Constant(f"${text}" if dollar else text, line))
            dollar = child.type in self._row.text and text == "$"
        return join_texts(parts, line)

    def _escaped(self, node: Node, line: int) -> Expr:
        text = node_text(node)
        return Constant({"\\n": "\n", "\\t": "\t", "\\r": "\r"}.get(text, text[1:]), line)


def _split(call: Node) -> tuple[Node, Node | None]:
    """A call without the lambda after it, and the lambda."""
    parts = [child for child in call.named_children if not child.is_extra]
    closure = next((part for part in parts if part.type == "annotated_lambda"), None)
    literal = (
        next((part for part in closure.named_children if part.type == "lambda_literal"), None) if closure else None
    )
    if literal is not None and parts[0].type == "call_expression" and not _arguments_of(call):
        return parts[0], literal
    return call, literal


def _callee_of(call: Node) -> Node | None:
    inner, _ = _split(call) if call.type == "call_expression" else (call, None)
    return next((child for child in inner.named_children if not child.is_extra), None)


def _arguments_of(call: Node) -> list[Node]:
    held = next((child for child in call.named_children if child.type == "value_arguments"), None)
    return [child for child in held.named_children if child.type == "value_argument"] if held is not None else []
