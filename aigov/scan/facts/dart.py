"""Expressions of Dart. Its grammar writes ``a.b(c)`` as a name and selectors beside it, and a string without parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tree_sitter import Node

from aigov.scan.facts.expressions import ExpressionReader
from aigov.scan.facts.languages import Form
from aigov.scan.facts.nodes import node_text
from aigov.scan.facts.texts import join_texts, unescape
from aigov.scan.facts.types import (
    Attribute,
    CallExpr,
    Choice,
    Constant,
    Expr,
    Fallback,
    Name,
    Opaque,
    Subscript,
)

_SELECTORS = frozenset(("selector", "cascade_section"))
_MOST_SELECTORS = 60
_MOST_SIBLINGS = 2000
_LITERAL = re.compile(
    r"(r?)(?:'''(.*?)'''|\"\"\"(.*?)\"\"\"|'((?:\\.|[^'\\\n])*)'|\"((?:\\.|[^\"\\\n])*)\")", re.DOTALL
)
_HOLE = re.compile("\0(\\d+)\0")


class DartReader(ExpressionReader):
    """Reads the expressions of Dart."""

    __slots__ = ()

    def read(self, node: Node, depth: int = 0) -> Expr:
        """The expression at ``node``: with the selectors that follow it, or up to it where it is one itself."""
        if node.type in _SELECTORS:
            return self._chain(node, depth)
        following = _beside(node, 1) if _is_small(node.parent) else None
        if node.type in self._row.forms and following is not None and following.type in _SELECTORS:
            last = following
            for _ in range(_MOST_SELECTORS):
                after = _beside(last, 1)
                if after is None or after.type not in _SELECTORS:
                    break
                last = after
            return self._chain(last, depth)
        return super().read(node, depth)

    def text_of(self, node: Node) -> str | None:
        """The value of a string node without holes; None when it has some."""
        if any(child.type in self._row.holes for child in node.named_children):
            return None
        return "".join(_pieces(node_text(node)))

    def callee_span(self, node: Node) -> tuple[int, int] | None:
        """First byte of what a call calls, and the byte after it; None where the node calls nothing by name."""
        if node.type == "selector":
            first = _chain_of(node)[0]
            return (first.start_byte, node.start_byte) if first.end_byte <= node.start_byte else None
        arguments = _arguments_of(node)
        return None if arguments is None else (node.start_byte, arguments.start_byte)

    def _string(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        holes = [child for child in node.named_children if child.type in self._row.holes]
        text, start = node.text or b"", node.start_byte
        for index, hole in reversed(list(enumerate(holes))):
            text = text[: hole.start_byte - start] + b"\0%d\0" % index + text[hole.end_byte - start :]
        parts: list[Expr] = []
        for piece in _pieces(text.decode("utf-8", "replace")):
            at = 0
            for match in _HOLE.finditer(piece):
                parts.append(Constant(piece[at : match.start()], line))
                inner = next(iter(holes[int(match[1])].named_children), None) if int(match[1]) < len(holes) else None
                parts.append(self.read(inner, depth + 1) if inner is not None else Opaque("empty hole", line))
                at = match.end()
            parts.append(Constant(piece[at:], line))
        return join_texts(parts, line) if parts else Constant("", line)

    def _chain(self, last: Node, depth: int) -> Expr:
        """A name and the selectors after it, up to ``last``."""
        first, *selectors = _chain_of(last)
        found = super().read(first, depth + 1)
        for selector in selectors:
            if selector.type == "cascade_section":
                found = self._cascade(found, selector, depth)
                continue
            arguments = _arguments_of(selector)
            if arguments is not None:
                found = self._applied(found, arguments, selector, depth)
                continue
            held = selector.named_children[0] if selector.named_children else None
            inner = held.named_children[0] if held is not None and held.named_children else None
            line = selector.start_point[0] + 1
            if inner is None:
                continue  # a!, a<T>
            if inner.type == "index_selector":
                key = inner.named_children[0] if inner.named_children else None
                found = Subscript(found, self.read(key, depth + 1) if key else Opaque("no key", line), line)
            else:
                found = Attribute(found, node_text(inner), line)
        return found

    def _cascade(self, found: Expr, section: Node, depth: int) -> Expr:
        """``Foo()..model = "x"``: what is set counts as an argument."""
        name, value = section.named_children[0], section.named_children[-1]
        if not isinstance(found, CallExpr) or name.id == value.id or value.type not in self._row.forms:
            return found
        return replace(found, keywords=(*found.keywords, (node_text(name), self.read(value, depth + 1))))

    def _applied(self, callee: Expr, arguments: Node, node: Node, depth: int) -> CallExpr:
        args: list[Expr] = []
        keywords: list[tuple[str, Expr]] = []
        for child in arguments.named_children:
            held = [part for part in child.named_children if not part.is_extra]
            if child.type == "named_argument" and len(held) > 1:
                keywords.append((node_text(held[0]).rstrip(": "), self.read(held[1], depth + 1)))
            elif child.type == "argument" and held:
                args.append(self.read(held[0], depth + 1))
        return CallExpr(callee, tuple(args), tuple(keywords), (), node.start_point[0] + 1, node.start_byte)

    def _call(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        """``const Foo(x)``, ``new Foo(x)``."""
        arguments = _arguments_of(node)
        names = [child for child in node.named_children if child.type in ("type_identifier", "identifier")]
        if arguments is None or not names:
            return Opaque("incomplete call", line)
        callee: Expr = Name(node_text(names[0]), line, names[0].start_byte)
        for name in names[1:]:
            callee = Attribute(callee, node_text(name), line)
        return self._applied(callee, arguments, node, depth)

    def _binary(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        if node.type == "if_null_expression":
            first, second = node.child_by_field_name("first"), node.child_by_field_name("second")
            if first is None or second is None:
                return Opaque("incomplete operation", line)
            return Fallback((self.read(first, depth + 1), self.read(second, depth + 1)), line)
        if not any(node_text(child) == "+" for child in node.named_children):
            return Opaque("an operator is not followed", line, self._held(node, depth))
        return join_texts([self.read(child, depth + 1) for child in self._operands_of(node)], line)

    def _choice(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        options = (node.child_by_field_name(name) for name in ("consequence", "alternative"))
        test = node.named_children[0]
        return Choice(
            tuple(self.read(option, depth + 1) for option in options if option is not None),
            line,
            (self.read(test, depth + 1),),
        )

    def _operands_of(self, node: Node) -> Iterator[Node]:
        return (child for child in node.named_children if child.type in self._row.forms)


def _is_small(parent: Node | None) -> bool:
    """Whether the siblings below a node may be asked for one by one: each asking counts them from the first."""
    return parent is not None and parent.child_count <= _MOST_SIBLINGS


def _beside(node: Node, step: int) -> Node | None:
    """The next sibling, or the one before, that is no comment."""
    found = node.next_named_sibling if step > 0 else node.prev_named_sibling
    while found is not None and found.is_extra:
        found = found.next_named_sibling if step > 0 else found.prev_named_sibling
    return found


def _chain_of(last: Node) -> list[Node]:
    """The name, and the selectors after it up to ``last``."""
    found = [last]
    if not _is_small(last.parent):
        return found
    while found[-1].type in _SELECTORS and len(found) < _MOST_SELECTORS:
        before = _beside(found[-1], -1)
        if before is None:
            break
        found.append(before)
    return found[::-1]


def _arguments_of(node: Node) -> Node | None:
    for child in node.named_children:
        if child.type == "arguments":
            return child
        if child.type == "argument_part":
            return next((inner for inner in child.named_children if inner.type == "arguments"), None)
    return None


def _pieces(text: str) -> list[str]:
    """The values of the literals that stand next to each other."""
    found = []
    for match in _LITERAL.finditer(text):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.append(value if match[1] or "\\" not in value else unescape(value))
    return found
