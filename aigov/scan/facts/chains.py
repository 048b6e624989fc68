"""Builder chains: ``X.builder().model("m").build()`` is one call of ``X.builder`` with keywords."""

from __future__ import annotations

from dataclasses import replace

from tree_sitter import Node

from aigov.scan.facts.languages import Form, Language
from aigov.scan.facts.nodes import node_text, part_of
from aigov.scan.facts.types import Attribute, CallExpr, Constant, Expr, Sequence

_LONGEST_CHAIN = 40
"""Calls of one builder chain; each is asked where its chain begins."""


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
