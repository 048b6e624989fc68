"""Expressions of C# that no other language has: target-typed ``new()``, ``a?.B``, type arguments, verbatim strings."""

from __future__ import annotations

from dataclasses import replace

from tree_sitter import Node

from aigov.scan.facts.expressions import ExpressionReader
from aigov.scan.facts.languages import Form
from aigov.scan.facts.nodes import node_text
from aigov.scan.facts.types import (
    Attribute,
    CallExpr,
    Choice,
    Constant,
    Expr,
    Name,
    Opaque,
    Subscript,
    Table,
)

_IMPLICIT = "implicit_object_creation_expression"
_PASSED_THROUGH = frozenset(
    ("parenthesized_expression", "conditional_expression", "binary_expression", "arrow_expression_clause", "block")
)
_MEMBERS = frozenset(("method_declaration", "local_function_statement", "property_declaration"))
_MOST_STEPS = 12


class CsharpReader(ExpressionReader):
    """Reads the expressions of C#."""

    __slots__ = ()

    def text_of(self, node: Node) -> str | None:
        """The value of a string node without holes; None when it has some."""
        if node.type == "verbatim_string_literal":
            return node_text(node).lstrip("@")[1:-1].replace('""', '"')
        if node.type == "string_literal" and node.child_count > 3:
            value = self._string(node, self._row.forms[node.type], 0, 0)
            return value.value if isinstance(value, Constant) and isinstance(value.value, str) else None
        return super().text_of(node)

    def callee_span(self, node: Node) -> tuple[int, int] | None:
        """First byte of what a call calls, and the byte after it; None where the node calls nothing by name."""
        if node.type != _IMPLICIT:
            return super().callee_span(node)
        wanted = _target_type(node) or node.children[0]
        return wanted.start_byte, wanted.end_byte

    def _callee(self, node: Node, form: Form, depth: int) -> Expr:
        if node.type != _IMPLICIT:
            return super()._callee(node, form, depth)
        wanted = _target_type(node)
        if wanted is None:
            return Name("new()", node.start_point[0] + 1, node.start_byte)
        found = self.read(wanted, depth + 1)
        return found.options[0] if isinstance(found, Choice) else found

    def _call(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        members = self._role(node, form, "members")
        if members is not None and members.type == "initializer_expression" and _is_table(members):
            return self._pairs(members, line, depth)
        found = super()._call(node, form, line, depth)
        types = self._type_arguments(node, form, depth)
        return replace(found, types=types) if isinstance(found, CallExpr) and types else found

    def _type_arguments(self, node: Node, form: Form, depth: int) -> tuple[Expr, ...]:
        callee = self._role(node, form, "callee")
        if callee is not None and callee.type in ("member_access_expression", "conditional_access_expression"):
            callee = _name_of(callee)
        if callee is None or callee.type != "generic_name":
            return ()
        held = callee.named_children[-1]
        return tuple(self.read(child, depth + 1) for child in held.named_children if child.type in self._row.forms)

    def _attribute(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        base, name = self._role(node, form, "base"), _name_of(node)
        if base is None:
            return Opaque("incomplete attribute", line)
        owner = self.read(base, depth + 1)
        if name is None:
            key = self._role(node, form, "name")
            inner = key.named_children[-1] if key is not None and key.named_child_count else None
            return Subscript(owner, self.read(inner, depth + 1), line) if inner is not None else owner
        if name.type == "generic_name":
            name = name.named_children[0]
        return Attribute(owner, node_text(name), name.start_point[0] + 1)

    def _string(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        if node.type == "verbatim_string_literal":
            return Constant(self.text_of(node), line)
        return super()._string(node, form, line, depth)

    def _boolean(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        return Constant(node_text(node) == "true", line)

    def _binary(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        right = node.child_by_field_name("right")
        left = node.child_by_field_name("left")
        if right is not None and left is not None and right.type == "throw_expression":
            return self.read(left, depth + 1)
        return super()._binary(node, form, line, depth)

    def _table(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        """``new { a = 1, b }`` and ``old with { A = 1 }``."""
        pairs: list[tuple[Expr, Expr]] = []
        spreads: list[Expr] = []
        held = node
        if node.type == "with_expression":
            spreads.append(self.read(node.named_children[0], depth + 1))
            children = [child for part in node.named_children[1:] for child in (part.children or [part])]
        else:
            children = held.children
        key: Node | None = None
        for index, child in enumerate(children):
            if not child.is_named or child.is_extra:
                continue
            if index + 1 < len(children) and children[index + 1].type == "=":
                key = child
                continue
            name = node_text(key) if key is not None else node_text(child).rpartition(".")[2]
            pairs.append((Constant(name, child.start_point[0] + 1), self.read(child, depth + 1)))
            key = None
        return Table(tuple(pairs), tuple(spreads), line)

    def _elided(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        if _is_table(node):
            return self._pairs(node, line, depth)
        if any(child.type == "assignment_expression" for child in node.named_children):
            pairs = [
                (Constant(node_text(left), left.start_point[0] + 1), self.read(right, depth + 1))
                for child in node.named_children
                if (left := child.child_by_field_name("left")) and (right := child.child_by_field_name("right"))
            ]
            return Table(tuple(pairs), (), line)
        return self._sequence(node, form, line, depth)

    def _pairs(self, node: Node, line: int, depth: int) -> Expr:
        """The initialiser of a dictionary: ``["a"] = 1`` and ``{"a", 1}``."""
        pairs: list[tuple[Expr, Expr]] = []
        for child in node.named_children:
            if child.type == "assignment_expression":
                left, right = child.child_by_field_name("left"), child.child_by_field_name("right")
                key = left.named_children[0] if left is not None and left.named_child_count else None
            else:
                parts = [part for part in child.named_children if not part.is_extra]
                key, right = (parts[0], parts[1]) if len(parts) == 2 else (None, None)
            if key is not None and right is not None:
                pairs.append((self.read(key, depth + 1), self.read(right, depth + 1)))
        return Table(tuple(pairs), (), line)


def _is_table(initialiser: Node) -> bool:
    """Whether an initialiser in braces is that of a dictionary."""
    children = [child for child in initialiser.named_children if not child.is_extra]
    return bool(children) and all(
        (child.type == "initializer_expression" and child.named_child_count == 2)
        or (
            child.type == "assignment_expression"
            and (left := child.child_by_field_name("left")) is not None
            and left.type == "element_binding_expression"
        )
        for child in children
    )


def _name_of(node: Node) -> Node | None:
    """The name that an access ends in; None for ``a?["key"]``."""
    if node.type == "conditional_access_expression":
        last = node.named_children[-1]
        return last.child_by_field_name("name")
    return node.child_by_field_name("name")


def _target_type(node: Node) -> Node | None:
    """The type that ``new(…)`` takes from its place: of the variable, property, parameter or result it is for."""
    child, parent = node, node.parent
    for _ in range(_MOST_STEPS):
        if parent is None:
            return None
        kind = parent.type
        if kind == "variable_declarator":
            holder = parent.parent
            return _spelled(holder.child_by_field_name("type") if holder is not None else None)
        if kind in ("property_declaration", "parameter"):
            return _spelled(parent.child_by_field_name("type"))
        if kind in _MEMBERS:
            return _spelled(parent.child_by_field_name("returns") or parent.child_by_field_name("type"))
        if kind == "assignment_expression":
            return _spelled(_declared(parent))
        if kind == "return_statement":
            child, parent = parent, _around(parent)
            continue
        if kind not in _PASSED_THROUGH or (kind == "block" and child.type != "return_statement"):
            return None
        child, parent = parent, parent.parent
    return None


def _around(node: Node) -> Node | None:
    """The method around a statement; None where that is a function written as an expression."""
    found = node.parent
    while (
        found is not None
        and found.type not in _MEMBERS
        and found.type not in ("lambda_expression", "class_declaration")
    ):
        found = found.parent
    return found


def _declared(assignment: Node) -> Node | None:
    """Type of the field or property of the class around an assignment that it assigns to."""
    left = assignment.child_by_field_name("left")
    if left is None:
        return None
    name = node_text(left).removeprefix("this.")
    around = assignment.parent
    while around is not None and around.type != "declaration_list":
        around = around.parent
    for member in around.named_children if around is not None else ():
        if member.type == "property_declaration" and node_text(member.child_by_field_name("name") or member) == name:
            return member.child_by_field_name("type")
        declaration = member.named_children[-1] if member.type == "field_declaration" else None
        if declaration is not None and any(
            node_text(part.child_by_field_name("name") or part) == name
            for part in declaration.named_children
            if part.type == "variable_declarator"
        ):
            return declaration.child_by_field_name("type")
    return None


def _spelled(kind: Node | None) -> Node | None:
    """A type's name, without ``?``, and of ``Task<X>`` the ``X``; None for ``var``."""
    while kind is not None and kind.type == "nullable_type" and kind.named_child_count:
        kind = kind.named_children[0]
    if kind is not None and kind.type == "generic_name" and node_text(kind.named_children[0]) in ("Task", "ValueTask"):
        inner = kind.named_children[-1].named_children
        return _spelled(inner[0]) if inner else None
    return None if kind is None or kind.type == "implicit_type" else kind
