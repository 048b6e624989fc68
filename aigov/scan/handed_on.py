"""Calls that another function makes: ``asyncio.to_thread(client.messages.create, model=…)``."""

from __future__ import annotations

import re

from aigov.scan.facts.engine import CallSite
from aigov.scan.facts.types import Attribute, CallExpr, Name

_POSITION = {
    "to_thread": 0,
    "run_in_executor": 1,
    "run_in_threadpool": 0,
    "run_sync": 0,
    "submit": 0,
    "apply_async": 0,
    "partial": 0,
    "call_soon": 0,
    "create_task": 0,
    "add_task": 0,
}
"""Last name of the function -> position of the function that it calls; what follows are that one's arguments."""
_FIRST = re.compile(r"\(\s*([A-Za-z_$][\w.$]*)\s*[,)]")
_SECOND = re.compile(r"\(\s*[^,()]*(?:\([^()]*\))?\s*,\s*([A-Za-z_$][\w.$]*)\s*[,)]")


def hands_on(site: CallSite) -> bool:
    """Whether the call's last name is that of a function that calls another."""
    return site.tail in _POSITION


def handed_tail(site: CallSite) -> str | None:
    """Last name of the function that a call hands on; None when it hands on none. Told from the text alone."""
    position = _POSITION.get(site.tail)
    if position is None:
        return None
    match = (_SECOND if position else _FIRST).match(site.arguments.decode("utf-8", "replace"))
    return match[1].rpartition(".")[2] if match else None


def handed_on(site: CallSite, expr: CallExpr) -> tuple[CallSite, CallExpr]:
    """The call that is really made, in the place of the one that is written."""
    position = _POSITION.get(site.tail)
    if position is None or position >= len(expr.args):
        return site, expr
    function = expr.args[position]
    if not isinstance(function, (Attribute, Name)):
        return site, expr
    spelled = _spelled(function)
    inner = CallExpr(function, expr.args[position + 1 :], expr.keywords, expr.spreads, expr.line)
    # The node stays out: its callee is the function that hands on.
    named = CallSite(site.node.child_by_field_name("arguments") or site.node, site.offset, site.line, spelled, spelled)
    return named, inner


def _spelled(expr: Attribute | Name) -> str:
    names: list[str] = []
    base: object = expr
    while isinstance(base, Attribute):
        names.append(base.name)
        base = base.base
    return ".".join(reversed([*names, base.name if isinstance(base, Name) else "…"]))
