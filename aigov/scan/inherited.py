"""What a class passes to the constructor of its base: ``super("gpt-4o")``, ``object Fast : Base("…")``."""

from __future__ import annotations

from tree_sitter import Node

from aigov.scan.facts.types import CallExpr
from aigov.scan.values import ClassValue, Frame, ObjectValue, Place

_SUPER = frozenset(("super", "super.init", "parent.__construct", "super.__init__", "super().__init__"))
_HEADS = ("delegation_specifiers", "extends_clause")
"""Node kinds of what stands between the name of a class and its body, with the call in it."""


def as_base(value: ObjectValue, cls: ClassValue) -> ObjectValue:
    """The object as the constructor of ``cls`` makes it, a class that its own class extends; itself where that does
    not say."""
    if cls.facts is value.cls.facts and cls.scope == value.cls.scope:
        return value
    found = _super_call(value)
    if found is None:
        return value
    call, place = found
    return ObjectValue(cls, call, place, value.later, value.later_place)


def _super_call(value: ObjectValue) -> tuple[CallExpr, Place] | None:
    facts, scope = value.cls.facts, value.cls.facts.scopes[value.cls.scope]
    constructor = facts.row.constructor
    for own in facts.methods(scope.index) if constructor else ():
        for site in facts.calls if own.name == constructor else ():
            if own.start <= site.offset < own.end and (site.callee in _SUPER or site.tail == "super"):
                call = facts.call(site)
                frame = Frame(facts, own.index, value.call, value.place, value)
                return None if call is None else (call, Place(facts, own.index, frame))
    head = _head(facts.node_at(scope.start, scope.start + 1), scope.start)
    call = _call_in(head, facts.expr) if head is not None else None
    held = facts.defined(scope.index, constructor) if constructor else None
    if call is None:
        return None
    if held is None:
        return call, Place(facts, scope.index)
    return call, Place(facts, held.index, Frame(facts, held.index, value.call, value.place, value))


def _head(node: Node | None, start: int) -> Node | None:
    while node is not None and node.start_byte >= start and not any(c.type in _HEADS for c in node.named_children):
        node = node.parent
    found = (child for child in node.named_children if child.type in _HEADS) if node is not None else ()
    return next(iter(found), None)


def _call_in(node: Node, read: object) -> CallExpr | None:
    assert callable(read)
    for child in node.named_children:
        found = read(child) if child.type == "constructor_invocation" else _call_in(child, read)
        if isinstance(found, CallExpr):
            return found
    return None
