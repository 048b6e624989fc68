"""Syntax nodes to the expression algebra of ``types.py``, driven by a language's row.

Forms and their roles:

=========== ===========================================================================================
string      text, escapes and holes as children; a hole makes it a ``Concat``
strings     adjacent strings
name        the node's own text
attribute   ``base``, ``name``
call        ``callee``, ``arguments``, ``members`` (an initialiser in braces after the arguments)
method      ``base`` (optional), ``name``, ``arguments``: a call whose callee is no node of its own; ``block``: a
            function that stands after the arguments
binary      ``left``, ``operator``, ``right``; the operator decides between concatenation, fallback and pipe
table       pairs, shorthands, spreads and methods as children
sequence    items as children
choice      ``then``, ``else``, ``test``
subscript   ``base``, ``key``
wrap        ``value``, or the first named child
closure     a function as a value
own         a name that is an attribute of the object around it: ``@client``
atom        a name as text: ``:chat``
operands    opaque; its children are kept for the data flow
generic     ``base``, ``arguments``: a type with type arguments, any of which may be meant
member      ``arguments``: a constant of an enumeration, which a call of the enumeration around it makes
arms        ``body``: one of several (``switch``, ``match``, ``when``); ``row.arms`` are the alternatives
literal     ``callee`` (a type), ``members``: a table, a list, or like a call, as ``Language.tables`` and ``.lists`` say
elided      a literal whose type is left out: a table where it has keys, else a list
=========== ===========================================================================================

A role is a field name of the grammar, or the index of a named child as digits.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from aigov.scan.facts.languages import Form
from aigov.scan.facts.nodes import node_text, part_of
from aigov.scan.facts.texts import formatted, join_texts, unescape
from aigov.scan.facts.typed_forms import TypedFormReader
from aigov.scan.facts.types import (
    Attribute,
    CallExpr,
    Choice,
    Closure,
    Concat,
    Constant,
    Expr,
    Fallback,
    Name,
    Opaque,
    Sequence,
    Subscript,
    Table,
)

_LONGEST_TYPED = 400
"""Bytes of a callee that is asked whether it has type arguments."""
MAX_DEPTH = 120
"""Nesting beyond this is opaque; generated code nests thousands deep."""


class ExpressionReader(TypedFormReader):
    """Reads the expressions of one language."""

    __slots__ = ()

    def read(self, node: Node, depth: int = 0) -> Expr:
        """The expression at ``node``."""
        line = node.start_point[0] + 1
        if depth > MAX_DEPTH:
            return Opaque("nested too deeply", line)
        form = self._row.forms.get(node.type)
        if form is None:
            return Opaque(f"{node.type.replace('_', ' ')} is not followed", line, self._held(node, depth))
        reader = getattr(self, f"_{form.kind}")
        result: Expr = reader(node, form, line, depth)
        return result

    def text_of(self, node: Node) -> str | None:
        """The value of a string node without holes; None when it has some."""
        raw = node.text or b""
        if raw[:1] in (b'"', b"'") and b"\\" not in raw and b"#{" not in raw and b"$" not in raw:
            # No prefix, no escape: nine of ten strings, and their child nodes need not be made.
            quotes = 3 if raw[:3] in (b'"""', b"'''") and len(raw) >= 6 else 1
            return raw[quotes:-quotes].decode("utf-8", "replace")
        if any(child.type in self._row.holes for child in node.children):
            return None
        value = self._string(node, self._row.forms[node.type], 0, 0)
        return value.value if isinstance(value, Constant) and isinstance(value.value, str) else None

    def _held(self, node: Node, depth: int) -> tuple[Expr, ...]:
        if node.child_count > 64 or depth > MAX_DEPTH // 2:
            return ()
        return tuple(self.read(child, depth + 1) for child in node.named_children if child.type in self._row.forms)

    def _string(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        parts: list[Expr] = []
        text: list[str] = []
        raw = False
        for child in node.children:
            kind = child.type
            if kind in self._row.text:
                piece = node_text(child)
                text.append(piece if raw or "\\" not in piece or kind.startswith("raw_") else unescape(piece))
            elif kind in self._row.escape:
                text.append(unescape(node_text(child)))
            elif kind in self._row.holes:
                if text:
                    parts.append(Constant("".join(text), line))
                    text = []
                held = [part for part in child.named_children if not part.is_extra]
                inner = next((part for part in held if part.type in self._row.forms), held[0] if held else None)
                inner = child if kind in self._row.forms else inner
                parts.append(self.read(inner, depth + 1) if inner is not None else Opaque("empty hole", line))
            elif kind == "string_start":
                raw = "r" in node_text(child).lower()
        if not parts:
            return Constant("".join(text), line)
        if text:
            parts.append(Constant("".join(text), line))
        return Concat(tuple(parts), line)

    def _strings(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        return join_texts([self.read(child, depth + 1) for child in node.named_children if not child.is_extra], line)

    def _number(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        text = node_text(node).replace("_", "")
        try:
            return Constant(int(text, 0), line)
        except ValueError:
            pass
        try:
            return Constant(float(text), line)
        except ValueError:
            return Opaque("number of another notation", line)

    def _true(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        return Constant(True, line)

    def _false(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        return Constant(False, line)

    def _null(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        return Constant(None, line)

    def _name(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        return Name(node_text(node), line, node.start_byte)

    def _attribute(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        base = self._role(node, form, "base")
        name = self._role(node, form, "name")
        if base is None and name is not None and node_text(node).startswith("::"):
            return Name(node_text(node), line, node.start_byte)
        if base is None or name is None:
            return Opaque("incomplete attribute", line)
        return Attribute(self.read(base, depth + 1), node_text(name), name.start_point[0] + 1)

    def _subscript(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        base = self._role(node, form, "base")
        key = self._role(node, form, "key")
        if base is None or key is None:
            return Opaque("incomplete subscript", line)
        field = form.roles.get("key", "key")
        keys = node.children_by_field_name(field) if not field.isdigit() else [key]
        read = [self.read(part, depth + 1) for part in keys]
        return Subscript(self.read(base, depth + 1), read[0] if len(read) == 1 else Sequence(tuple(read), line), line)

    def _own(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        owner = next(iter(self._row.receivers))
        return Attribute(Name(owner, line, node.start_byte), node_text(node).lstrip("@"), line)

    def _atom(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        return Constant(_bare(node_text(node)), line)

    def _call(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        if self.callee_span(node) is None:
            return Opaque("call without a callee", line)
        args: list[Expr] = []
        keywords: list[tuple[str, Expr]] = []
        spreads: list[Expr] = []
        positional = True
        for child in self._arguments(node, form):
            kind = child.type
            if kind in self._row.keyword:
                name_field, value_field = self._row.keyword[kind]
                name, value = child.child_by_field_name(name_field), part_of(child, value_field)
                if name is None and positional:
                    value = value or next((part for part in child.named_children if not part.is_extra), None)
                    args.append(self.read(value, depth + 1) if value is not None else Opaque("empty argument", line))
                elif name is not None:
                    key = _bare(node_text(name))
                    short = Name(key, child.start_point[0] + 1, child.start_byte)
                    keywords.append((key, self.read(value, depth + 1) if value is not None else short))
            elif kind in self._row.shorthand:
                keywords.append((node_text(child), Name(node_text(child), child.start_point[0] + 1, child.start_byte)))
            elif kind in self._row.spread_list or kind in self._row.spread_table:
                inner = next(iter(child.named_children), None)
                if inner is not None:
                    spreads.append(self.read(inner, depth + 1))
                positional = positional and kind in self._row.spread_table and kind not in self._row.spread_list
            elif positional:
                args.append(self.read(child, depth + 1))
        keywords += self._block(node, form, depth)
        call = CallExpr(
            self._callee(node, form, depth), tuple(args), tuple(keywords), tuple(spreads), line, node.start_byte
        )
        if self.begin_of(node) is None or self.continues(node):
            return self._built(call)
        return self._going_on(self._built(call, open_ended=True), node, depth)

    _method = _call

    def callee_span(self, node: Node) -> tuple[int, int] | None:
        """First byte of what a call calls, and the byte after it; None where the node calls nothing by name."""
        form = self._row.forms.get(node.type)
        if form is None:
            return None
        if form.kind == "method":
            name, base = self._role(node, form, "name"), self._role(node, form, "base")
            if base is not None and name is not None and self._creates(name):
                return base.start_byte, base.end_byte
            return None if name is None else ((base or name).start_byte, name.end_byte)
        callee = self._role(node, form, "callee")
        return None if callee is None else (callee.start_byte, callee.end_byte)

    def _callee(self, node: Node, form: Form, depth: int) -> Expr:
        if form.kind != "method":
            callee = self._role(node, form, "callee")
            kind = self._row.forms.get(callee.type) if callee is not None else None
            if callee is not None and kind is not None and self._has_types(callee, kind):
                callee = self._role(callee, kind, "base")
            return self.read(callee, depth + 1) if callee is not None else Opaque("nothing is called", 0)
        base, name = self._role(node, form, "base"), self._role(node, form, "name")
        if name is None:
            return Opaque("nothing is called", node.start_point[0] + 1)
        at = name.start_point[0] + 1
        if base is None:
            return Name(node_text(name), at, name.start_byte)
        if self._creates(name):
            return self.read(base, depth + 1)
        return Attribute(self.read(base, depth + 1), node_text(name), at)

    def _has_types(self, callee: Node, form: Form) -> bool:
        """Whether a callee has type arguments; some languages write them as they write subscripts."""
        if form.kind != "subscript" or callee.end_byte - callee.start_byte > _LONGEST_TYPED:
            return form.kind == "generic"
        text = node_text(callee)
        return self._row.untyped(text) != text

    def _creates(self, name: Node) -> bool:
        return bool(self._row.creates) and node_text(name) == self._row.creates

    def _block(self, node: Node, form: Form, depth: int) -> Iterator[tuple[str, Expr]]:
        """What a block after the arguments gives, as ``&block``, and what it sets of its parameter, as keywords:
        ``configure { |config| config.uri_base = "…" }``."""
        block = self._role(node, form, "block")
        body = block.child_by_field_name("body") if block is not None else None
        if block is None or body is None:
            return
        yield "&block", self.read(body, depth + 1)
        owner = block.child_by_field_name("parameters")
        owned = node_text(owner).strip("| ()") if owner is not None else ""
        for statement in body.named_children if owned else ():
            target, value = statement.child_by_field_name("left"), statement.child_by_field_name("right")
            before, _, name = (node_text(target) if target is not None else "").rpartition(".")
            if before == owned and value is not None:
                yield name, self.read(value, depth + 1)

    def _arguments(self, node: Node, form: Form) -> Iterator[Node]:
        for role in ("arguments", "members"):
            held = self._role(node, form, role)
            if held is not None:
                yield from (child for child in held.named_children if not child.is_extra)

    def _binary(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        left, right = (node.child_by_field_name(form.roles.get(role, role)) for role in ("left", "right"))
        operator = node.child_by_field_name(form.roles.get("operator", "operator"))
        if left is None or right is None or operator is None:
            return Opaque("incomplete operation", line)
        sign = operator.type
        first, second = self.read(left, depth + 1), self.read(right, depth + 1)
        if sign in self._row.fallback:
            return Fallback((first, second), line)
        if sign in self._row.pipe:
            return Choice((first, second), line)
        if sign == "%" and isinstance(first, Constant) and isinstance(first.value, str):
            return formatted(first.value, second, line)
        if sign in self._row.concat:
            return join_texts([first, second], line)
        return Opaque(f"operator {sign} is not followed", line, (first, second))

    def _table(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        pairs: list[tuple[Expr, Expr]] = []
        spreads: list[Expr] = []
        for child in node.named_children:
            if child.is_extra:
                continue
            kind = child.type
            at = child.start_point[0] + 1
            if kind in self._row.pair:
                key_field, value_field = self._row.pair[kind]
                key, value = part_of(child, key_field), part_of(child, value_field)
                if key is not None and value is not None:
                    pairs.append((self._key(key, depth), self.read(value, depth + 1)))
                elif key is not None and key.type in self._row.shorthand:
                    pairs.append((self._key(key, depth), Name(node_text(key), at, key.start_byte)))
            elif kind in self._row.shorthand:
                pairs.append((Constant(node_text(child), at), Name(node_text(child), at, child.start_byte)))
            elif kind in self._row.spread_table:
                inner = next(iter(child.named_children), None)
                if inner is not None:
                    spreads.append(self.read(inner, depth + 1))
            elif (name := child.child_by_field_name("name")) is not None:
                pairs.append((Constant(node_text(name), at), Closure(child.start_byte, at)))
        return Table(tuple(pairs), tuple(spreads), line)

    def _key(self, node: Node, depth: int) -> Expr:
        if node.type in self._row.forms:
            return self.read(node, depth + 1)
        if node.type == "computed_property_name":
            inner = next(iter(node.named_children), None)
            return self.read(inner, depth + 1) if inner is not None else Opaque("empty key", node.start_point[0] + 1)
        return Constant(node_text(node), node.start_point[0] + 1)

    def _sequence(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        items = []
        for child in node.named_children:
            if child.is_extra:
                continue
            inner = next(iter(child.named_children), None) if child.type in self._row.spread_list else None
            items.append(
                Opaque("spread", line, (self.read(inner, depth + 1),))
                if inner is not None
                else self.read(child, depth + 1)
            )
        return Sequence(tuple(items), line)

    def _choice(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        then, other, test = (self._role(node, form, role) for role in ("then", "else", "test"))
        options = tuple(self.read(option, depth + 1) for option in (then, other) if option is not None)
        return Choice(options, line, (self.read(test, depth + 1),) if test is not None else ())

    def _wrap(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        inner = self._role(node, form, "value")
        if inner is None:
            inner = next((child for child in node.named_children if not child.is_extra), None)
        return self.read(inner, depth + 1) if inner is not None else Opaque("empty expression", line)

    def _operands(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        return Opaque(f"{node.type.replace('_', ' ')} is not followed", line, self._held(node, depth))

    def _closure(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        return Closure(node.start_byte, line)


def _bare(text: str) -> str:
    """A key or symbol without what marks it as one."""
    return text.strip(":\"'")
