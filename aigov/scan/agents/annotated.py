"""Tools that annotations make of methods: ``[KernelFunction]``, ``@Tool``, ``[McpServerTool]``.

Where a program hands over an object, or names a class, these methods of it are the tools.
"""

from __future__ import annotations

from collections.abc import Iterator

from aigov.catalogue.agent_rules import AgentRules, Rule
from aigov.scan import lineage
from aigov.scan.context import Context
from aigov.scan.facts.types import Attribute, CallExpr, Expr, Name
from aigov.scan.values import ClassValue, FunctionValue, ObjectValue, Place, Symbol


def annotated_methods(context: Context, rules: AgentRules, value: ClassValue) -> Iterator[FunctionValue]:
    """The methods of a class, and of the first-party classes that it extends, that an annotation makes tools."""
    held = ObjectValue(value, None, Place(value.facts, value.scope))
    for cls in lineage.ancestry(context.resolver, value):
        for scope in cls.facts.scopes:
            if scope.parent != cls.scope or scope.kind != "function":
                continue
            place = Place(cls.facts, cls.scope)
            known = (*rules.tools, *rules.offers)
            if any(annotation(context, known, expr, place) is not None for expr in scope.decorators):
                yield FunctionValue(cls.facts, scope.index, receiver=held)


def annotation(context: Context, rules: tuple[Rule, ...], decorator: Expr, place: Place) -> Rule | None:
    """The rule that knows an annotation; None for those of others."""
    callee = decorator.callee if isinstance(decorator, CallExpr) else decorator
    tail = callee.name if isinstance(callee, (Name, Attribute)) else ""
    family = place.facts.row.family
    wanted = [rule for rule in rules if tail in rule.tails and family in rule.languages]
    for value in context.resolver.resolve(callee, place) if wanted else ():
        if isinstance(value, Symbol):
            return next((rule for rule in wanted if rule.pattern.fullmatch(value.qualified)), None)
    return None
