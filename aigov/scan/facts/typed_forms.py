"""Expressions that typed languages have: literals with a type, type arguments, enumerations, arms that give a value."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import replace

from tree_sitter import Node

from aigov.scan.facts.chains import ChainReader
from aigov.scan.facts.languages import Form
from aigov.scan.facts.nodes import node_text
from aigov.scan.facts.types import CallExpr, Choice, Constant, Expr, Name, Opaque, Sequence, Table


class TypedFormReader(ChainReader):
    """Reads the forms ``literal``, ``elided``, ``generic``, ``member`` and ``arms``."""

    __slots__ = ()

    @abstractmethod
    def read(self, node: Node, depth: int = 0) -> Expr:
        """The expression at ``node``."""

    @abstractmethod
    def _call(self, node: Node, form: Form, line: int, depth: int) -> Expr: ...

    @abstractmethod
    def _table(self, node: Node, form: Form, line: int, depth: int) -> Expr: ...

    @abstractmethod
    def _sequence(self, node: Node, form: Form, line: int, depth: int) -> Expr: ...

    @abstractmethod
    def _arguments(self, node: Node, form: Form) -> Iterator[Node]: ...

    def _going_on(self, call: CallExpr, node: Node, depth: int) -> CallExpr:
        """A builder with what later statements set of it; of several values for one thing any may be meant."""
        given: dict[str, list[Expr]] = {}
        for name, link in self.continued(node):
            args = [self.read(child, depth + 1) for child in self._arguments(link, self._row.forms[link.type])]
            value: Expr = args[0] if args else Constant(True, link.start_point[0] + 1)
            given.setdefault(name, []).append(value if len(args) < 2 else Sequence(tuple(args), value.line))
        if not given:
            return call
        own = tuple((name, value) for name, value in call.keywords if name not in given)
        for name, value in call.keywords:
            given.get(name, []).insert(0, value)
        later = (
            (name, values[0] if len(values) == 1 else Choice(tuple(values), values[0].line))
            for name, values in given.items()
        )
        return replace(call, keywords=(*own, *later))

    def _literal(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        type_node, members = self._role(node, form, "callee"), self._role(node, form, "members")
        if type_node is None or members is None or type_node.type not in self._row.tables | self._row.lists:
            return self._call(node, form, line, depth)
        if type_node.type in self._row.tables:
            return self._table(members, form, line, depth)
        items = []
        for child in members.named_children:
            value = (
                child.child_by_field_name(self._row.keyword[child.type][1])
                if child.type in self._row.keyword
                else child
            )
            if value is not None and not child.is_extra:
                items.append(self.read(value, depth + 1))
        return Sequence(tuple(items), line)

    def _elided(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        if not any(child.type in self._row.pair for child in node.named_children):
            return self._sequence(node, form, line, depth)
        table = self._table(node, form, line, depth)
        if not isinstance(table, Table):
            return table
        # The type that is left out tells fields from keys; names are fields in nearly all code.
        pairs = ((Constant(key.name, key.line) if isinstance(key, Name) else key, value) for key, value in table.pairs)
        return replace(table, pairs=tuple(pairs))

    def _generic(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        base, held = self._role(node, form, "base"), self._role(node, form, "arguments")
        inner = [child for child in held.named_children if child.type in self._row.forms] if held is not None else []
        if base is not None and node_text(base).rpartition(".")[2] not in self._row.holders:
            inner = []
        return Choice(tuple(self.read(part, depth + 1) for part in (base, *inner) if part is not None), line)

    def _member(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        around = node.parent
        while around is not None and around.type not in self._row.enums:
            around = around.parent
        name = around.child_by_field_name("name") if around is not None else None
        if name is None and around is not None and around.parent is not None:
            name = around.parent.child_by_field_name("name")
        if name is None:
            return Opaque("a constant outside an enumeration", line)
        args = tuple(self.read(child, depth + 1) for child in self._arguments(node, form))
        return CallExpr(Name(node_text(name), line, node.start_byte), args, (), (), line, node.start_byte)

    def _arms(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        body = self._role(node, form, "body") or node
        arms = [child for child in body.named_children if child.type in self._row.arms]
        options = tuple(self.read(last, depth + 1) for arm in arms if (last := self._last_expression(arm)) is not None)
        return Choice(options, line)

    def _last_expression(self, arm: Node) -> Node | None:
        """The expression that an alternative gives; None where it gives none (it throws, or returns)."""
        found: Node | None = arm
        while found is not None and found.type not in self._row.forms:
            if found.type.startswith("throw"):
                return None
            found = next((child for child in reversed(found.named_children) if not child.is_extra), None)
        return found
