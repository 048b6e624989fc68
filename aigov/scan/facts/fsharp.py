"""Expressions of F#: names joined by dots, calls without parentheses, computation expressions, interpolated strings."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from aigov.scan.facts.expressions import ExpressionReader
from aigov.scan.facts.languages import Form
from aigov.scan.facts.nodes import node_text
from aigov.scan.facts.texts import join_texts, unescape
from aigov.scan.facts.types import Attribute, CallExpr, Concat, Constant, Expr, Fallback, Name, Opaque, Table

_HOLES = frozenset(("format_string_eval",))
_GIVES_LEFT = frozenset(("|>", ":>", ":?>"))
_MOST_ARGUMENTS = 64


class FsharpReader(ExpressionReader):
    """Reads the expressions of F#."""

    __slots__ = ()

    def text_of(self, node: Node) -> str | None:
        """The value of a string node without holes; None when it has some."""
        raw = node_text(node)
        if raw.startswith("$") and next(_holes(node), None) is not None:
            return None
        return _plain(raw)

    def callee_span(self, node: Node) -> tuple[int, int] | None:
        """First byte of what a call calls, and the byte after it; None where the node calls nothing by name."""
        callee = _first(node) if node.type == "application_expression" else None
        return None if callee is None else (callee.start_byte, callee.end_byte)

    def _string(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        value = self.text_of(node)
        if value is not None:
            return Constant(value, line)
        raw, at = node.text or b"", 0
        parts: list[Expr] = []
        for hole in _holes(node):
            start = hole.start_byte - node.start_byte
            before = raw[at:start].decode("utf-8", "replace").lstrip("$") if at == 0 else raw[at:start].decode()
            parts.append(Constant(unescape(before.lstrip('"') if at == 0 else before).rstrip("{").lstrip("}"), line))
            inner = _first(hole)
            parts.append(self.read(inner, depth + 1) if inner is not None else Opaque("empty hole", line))
            at = hole.end_byte - node.start_byte
        parts.append(Constant(unescape(raw[at:].decode("utf-8", "replace").rstrip('"')).lstrip("}"), line))
        kept = tuple(part for part in parts if not (isinstance(part, Constant) and part.value == ""))
        return Concat(kept, line)

    def _boolean(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        return Constant(node_text(node) == "true", line)

    def _attribute(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        """``client.Chat.Ask``, which is one node, or what an expression is followed by."""
        base = node.child_by_field_name("base") if node.type == "dot_expression" else None
        names = list(_names(node.child_by_field_name("field") or node) if base is not None else _names(node))
        found: Expr | None = None
        if base is not None:
            # What the grammar puts beside the base are names that follow it.
            held = [child for child in node.named_children if child.type == "identifier"]
            names = [*held, *names]
            found = self.read(base, depth + 1)
        for name in names:
            at = name.start_point[0] + 1
            spelled = node_text(name).strip("`")
            found = Name(spelled, at, name.start_byte) if found is None else Attribute(found, spelled, at)
        return found if found is not None else Opaque("a name of operators", line)

    def _call(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        callee = _first(node)
        if callee is None:
            return Opaque("nothing is called", line)
        args: list[Expr] = []
        keywords: list[tuple[str, Expr]] = []
        for argument in _arguments(node):
            named = _named(argument)
            if named is not None:
                keywords.append((named[0], self.read(named[1], depth + 1)))
            else:
                args.append(self.read(argument, depth + 1))
        called = self.read(callee, depth + 1)
        if isinstance(called, CallExpr) and callee.type == "application_expression":
            # f a b is a call of f with both.
            return CallExpr(
                called.callee, (*called.args, *args), (*called.keywords, *keywords), (), line, called.offset
            )
        return CallExpr(called, tuple(args), tuple(keywords), (), line, node.start_byte)

    def _binary(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        parts = [child for child in node.named_children if not child.is_extra]
        if len(parts) != 3:
            return Opaque("incomplete operation", line)
        left, sign, right = self.read(parts[0], depth + 1), node_text(parts[1]), parts[2]
        if sign in _GIVES_LEFT:
            return left
        second = self.read(right, depth + 1)
        if sign == "+":
            return join_texts([left, second], line)
        if sign == "||":
            return Fallback((left, second), line)
        return Opaque(f"operator {sign} is not followed", line, (left, second))

    def _table(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        pairs: list[tuple[Expr, Expr]] = []
        for child in _below(node, "field_initializer"):
            field, value = child.child_by_field_name("field"), child.child_by_field_name("value")
            if field is not None and value is not None:
                key = Constant(node_text(field).rpartition(".")[2], field.start_point[0] + 1)
                pairs.append((key, self.read(value, depth + 1)))
        return Table(tuple(pairs), (), line)


def _first(node: Node) -> Node | None:
    return next((child for child in node.named_children if not child.is_extra), None)


def _below(node: Node, kind: str) -> Iterator[Node]:
    for child in node.named_children:
        if child.type == kind:
            yield child
        elif child.type == "field_initializers":
            yield from _below(child, kind)


def _names(node: Node) -> Iterator[Node]:
    """The identifiers of a dotted name, in order."""
    if node.type == "identifier":
        yield node
    for child in node.named_children:
        if child.type in ("identifier", "long_identifier"):
            yield from _names(child)


def _holes(node: Node) -> Iterator[Node]:
    for child in node.named_children:
        if child.type in _HOLES:
            yield child
        else:
            yield from _holes(child)


def _plain(raw: str) -> str:
    text = raw.lstrip("$@")
    if text.startswith('"""'):
        return text[3:-3]
    return text[1:-1].replace('""', '"') if raw.startswith(("@", "$@")) else unescape(text[1:-1])


def _arguments(node: Node) -> Iterator[Node]:
    """The arguments of one application: the parts of a tuple, or the one that stands alone; none of ``()``."""
    for held in [child for child in node.named_children if not child.is_extra][1:]:
        while held.type == "paren_expression" and (inner := _first(held)) is not None:
            held = inner
        if held.type == "tuple_expression":
            yield from [child for child in held.named_children if not child.is_extra][:_MOST_ARGUMENTS]
        elif node_text(held) != "()":
            yield held


def _named(argument: Node) -> tuple[str, Node] | None:
    """``model = "gpt-4o"`` among arguments."""
    parts = [child for child in argument.named_children if not child.is_extra]
    if argument.type != "infix_expression" or len(parts) != 3 or node_text(parts[1]) != "=":
        return None
    name = node_text(parts[0])
    return (name, parts[2]) if name.replace("?", "").isidentifier() else None
