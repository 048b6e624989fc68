"""Expressions of Scala that no other language has: strings without parts, operators that are names; its imports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from aigov.scan.facts.expressions import ExpressionReader
from aigov.scan.facts.languages import Form
from aigov.scan.facts.nodes import node_text
from aigov.scan.facts.texts import join_texts
from aigov.scan.facts.types import Attribute, CallExpr, Constant, Expr, Opaque

_ESCAPE = re.compile(r'\\([btnfr"\'\\])')
_SIMPLE = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}


class ScalaReader(ExpressionReader):
    """Reads the expressions of Scala."""

    __slots__ = ()

    def text_of(self, node: Node) -> str | None:
        """The value of a string node without holes; None when it has some."""
        value = self._string(node, self._row.forms[node.type], 0, 0)
        return value.value if isinstance(value, Constant) and isinstance(value.value, str) else None

    def _string(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        if node.type == "string":
            return Constant(_bare(node_text(node)), line)
        held = next((child for child in node.named_children if child.type == "interpolated_string"), node)
        raw = held.text or b""
        quotes = 3 if raw.startswith(b'"""') else 1
        at, end = held.start_byte + quotes, held.end_byte - quotes
        parts: list[Expr] = []
        for hole in held.named_children:
            if hole.type != "interpolation":
                continue
            before = raw[at - held.start_byte : hole.start_byte - held.start_byte]
            parts.append(Constant(before.decode("utf-8", "replace"), line))
            inner = next((part for part in hole.named_children if not part.is_extra), None)
            parts.append(self.read(inner, depth + 1) if inner is not None else Opaque("empty hole", line))
            at = hole.end_byte
        last = raw[at - held.start_byte : max(end, at) - held.start_byte]
        parts.append(Constant(last.decode("utf-8", "replace"), line))
        return join_texts(parts, line)

    def _binary(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        operator = node.child_by_field_name("operator")
        if left is None or right is None or operator is None:
            return Opaque("incomplete operation", line)
        sign = node_text(operator)
        first, second = self.read(left, depth + 1), self.read(right, depth + 1)
        if sign in self._row.concat:
            return join_texts([first, second], line)
        return CallExpr(Attribute(first, sign, line), (second,), (), (), line, node.start_byte)


def _bare(text: str) -> str:
    if text.startswith('"""'):
        return text[3:-3] if len(text) >= 6 else ""
    return _ESCAPE.sub(lambda found: _SIMPLE.get(found[1], found[1]), text[1:-1])


def imported_names(statement: str) -> Iterator[tuple[str, str, str | None]]:
    """Module, name (``*``: all) and local name of everything that one import statement brings."""
    text = re.sub(r"/\*.*?\*/|//[^\n]*", " ", statement.removeprefix("import"), flags=re.DOTALL)
    for part in re.split(r",(?![^{]*\})", text):
        path, _, selectors = part.strip().partition("{")
        if not selectors:
            words = path.split()
            module, _, name = (words[0] if words else "").rpartition(".")
            selected = [(name, words[2] if len(words) == 3 else name)]
        else:
            module = path.strip().rstrip(".")
            names = (re.split(r"\s+as\s+|\s*=>\s*", item.strip()) for item in selectors.rstrip("} \n\t").split(","))
            selected = [(pair[0], pair[-1]) for pair in names if pair[0]]
        for name, local in selected:
            if not module or name == "given" or local == "_" != name:
                continue  # given instances, and names that are left out: {Foo => _}
            yield (module, "*", None) if name in ("_", "*") else (module, name, local)
