"""Builder chains: ``X.builder().model("m").build()`` is one call of ``X.builder`` with keywords."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tree_sitter import Node

from aigov.scan.facts.languages import Form, Language
from aigov.scan.facts.nodes import node_text, part_of
from aigov.scan.facts.types import Attribute, CallExpr, Constant, Expr, Sequence

_LONGEST_CHAIN = 40
"""Calls of one builder chain; each is asked where its chain begins."""
_HOLDERS = frozenset(
    """variable_declarator property_declaration val_definition var_definition let_declaration assignment_expression
    initialized_variable_definition""".split()  # noqa: SIM905 - a word list reads better
)
"""Node kinds that give a variable its value."""
_STATEMENTS, _DEEPEST, _WIDEST = 60, 6, 40
"""How many statements after a builder is made are looked at, how deep, and how many parts of each."""


class ChainReader:
    """Tells where a builder chain begins and ends, and makes one call of it."""

    __slots__ = ("_row",)

    def __init__(self, row: Language) -> None:
        self._row = row

    def _role(self, node: Node, form: Form, role: str) -> Node | None:
        name = form.roles.get(role)
        return None if name is None else part_of(node, name)

    def begin_of(self, node: Node) -> Node | None:
        """The first call of a builder chain that ``node`` ends or goes on with; None where it does neither."""
        if not self._row.begins:
            return None
        found: Node | None = node
        first = True
        for _ in range(_LONGEST_CHAIN):
            if found is None:
                break
            base, name = self._link(found)
            if name is None:
                return None
            spelled = node_text(name)
            if spelled in self._row.begins or (base is None and spelled.endswith("Builder")):
                return found
            if spelled in self._row.builds and not first:
                return None
            found, first = base, False
        return None

    def continues(self, node: Node) -> bool:
        """Whether a call is a link of a builder chain that another call goes on with."""
        if self.begin_of(node) is None:
            return False
        above = node.parent  # asked for last: finding it takes as long as the node is deep
        if above is not None and self._kind(above) == "attribute":
            above = above.parent
        if above is None:
            return False
        base, name = self._link(node)
        ended = base is not None and name is not None and node_text(name) in self._row.builds
        return not ended and self._link(above)[0] == node

    def _kind(self, node: Node) -> str | None:
        form = self._row.forms.get(node.type)
        return None if form is None else form.kind

    def _link(self, node: Node) -> tuple[Node | None, Node | None]:
        """What a call is called on, and the name that is called; two times None where the node is no call."""
        form = self._row.forms.get(node.type)
        if form is None or form.kind not in ("call", "method"):
            return None, None
        if form.kind == "method":
            return self._role(node, form, "base"), self._role(node, form, "name")
        callee = self._role(node, form, "callee")
        inner = self._row.forms.get(callee.type) if callee is not None else None
        if callee is None or inner is None or inner.kind != "attribute":
            return None, callee
        base, name = self._role(callee, inner, "base"), self._role(callee, inner, "name")
        return (base if base is not None and self._kind(base) in ("call", "method") else None), name

    def continued(self, node: Node) -> Iterator[tuple[str, Node]]:
        """Calls of later statements that go on with a builder which a variable holds: ``builder.model("m");``."""
        holder = node.parent
        if holder is None or holder.type not in _HOLDERS:
            return
        target = next((child for child in holder.named_children if child.type != "modifiers"), None)
        while target is not None and target.named_child_count and target.type != "variable_name":
            target = target.named_children[0]
        if target is None or target.end_byte > node.start_byte:
            return
        name = node_text(target)
        statement = holder
        while statement.parent is not None and statement.parent.type not in self._row.blocks:
            statement = statement.parent
        after = statement.next_named_sibling
        for _ in range(_STATEMENTS):
            if after is None:
                return
            if name.encode() in (after.text or b""):
                yield from self._links_on(after, name, 0)
            after = after.next_named_sibling

    def _links_on(self, node: Node, name: str, depth: int) -> Iterator[tuple[str, Node]]:
        links: list[tuple[str, Node]] = []
        at: Node | None = node
        while at is not None and len(links) < _LONGEST_CHAIN:
            base, called = self._called_on(at)
            if called is None:
                break
            links.append((node_text(called), at))
            if base is not None and node_text(base) == name:
                yield from (link for link in reversed(links) if link[0] not in self._row.builds)
                return
            at = base
        for child in node.named_children[:_WIDEST] if depth < _DEEPEST else ():
            yield from self._links_on(child, name, depth + 1)

    def _called_on(self, node: Node) -> tuple[Node | None, Node | None]:
        """What a call is called on, of whatever kind, and the name that is called."""
        form = self._row.forms.get(node.type)
        if form is None or form.kind not in ("call", "method"):
            return None, None
        if form.kind == "method":
            return self._role(node, form, "base"), self._role(node, form, "name")
        callee = self._role(node, form, "callee")
        inner = self._row.forms.get(callee.type) if callee is not None else None
        if callee is None or inner is None or inner.kind != "attribute":
            return None, None
        return self._role(callee, inner, "base"), self._role(callee, inner, "name")

    def _built(self, call: CallExpr, *, open_ended: bool = False) -> CallExpr:
        """A builder chain as one call: what begins it, with the calls between as keywords."""
        callee = call.callee
        closed = isinstance(callee, Attribute) and callee.name in self._row.builds and not call.args
        if not isinstance(callee, Attribute) or not (closed or open_ended):
            return call
        keywords: list[tuple[str, Expr]] = []
        link = callee.base if closed else call
        while isinstance(link, CallExpr) and isinstance(link.callee, Attribute):
            if not isinstance(link.callee.base, CallExpr):
                break
            value: Expr = link.args[0] if link.args else Constant(True, link.line)
            keywords.append((link.callee.name, value if len(link.args) < 2 else Sequence(link.args, link.line)))
            link = link.callee.base
        if not isinstance(link, CallExpr):
            return call
        return replace(link, keywords=(*link.keywords, *reversed(keywords)), line=call.line, offset=call.offset)
