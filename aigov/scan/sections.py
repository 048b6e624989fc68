"""Sections of a .NET program's settings: ``configuration.GetSection("AI").GetSection("Chat")``."""

from __future__ import annotations

from aigov.scan.facts.types import Attribute, CallExpr, Expr
from aigov.scan.values import Evaluator, Place, Text

SECTIONS = frozenset(("GetSection", "GetRequiredSection"))


def section_of(resolver: Evaluator, expr: Expr, place: Place) -> str:
    """The key of the section that an expression is, with a colon."""
    if not isinstance(expr, CallExpr) or not isinstance(expr.callee, Attribute) or not expr.args:
        return ""
    keys = [value.value for value in resolver.eval(expr.args[0], place) if isinstance(value, Text)]
    return f"{section_of(resolver, expr.callee.base, place)}{keys[0]}:" if keys else ""
