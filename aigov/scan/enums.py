"""Which constants an enumeration has, for a value of which only the type is known: ``Tier tier``.

Whoever runs the program decides which; each may be meant.
"""

from __future__ import annotations

from aigov.scan.facts.types import Attribute, Choice, Constant, Expr, Name, Sequence
from aigov.scan.values import ClassValue, Evaluator, ListValue, ObjectValue, Place, Values

_ALL = frozenset(("values", "entries", "cases", "allCases", "getEntries"))
"""Members of an enumeration that list its constants."""
_ONE = frozenset(("valueOf", "from", "tryFrom", "withName", "withNameOption", "enumValueOf", "fromValue", "parse"))
"""Functions that give one of them by its name or value."""
_MOST = 40
_LOWER = ("swift",)
"""Languages whose constants of enumerations begin with a small letter."""


def of_type(resolver: Evaluator, annotation: Expr | None, place: Place) -> Values:
    """What a parameter or field of an enumeration's type can be; empty for any other type."""
    if isinstance(annotation, Constant) and isinstance(annotation.value, str):
        annotation = Name(annotation.value, annotation.line)
    if isinstance(annotation, Choice):
        return tuple(found for part in annotation.options for found in of_type(resolver, part, place))
    if not isinstance(annotation, (Name, Attribute)):
        return ()
    return tuple(
        found
        for value in resolver.eval(annotation, place)
        if isinstance(value, ClassValue) and value.facts.scopes[value.scope].members == "enum"
        for found in (ObjectValue(value, None, Place(value.facts, value.scope)), *_constants(resolver, value))
    )


def listed(resolver: Evaluator, cls: ClassValue, name: str) -> ListValue | None:
    """The list of its constants that an enumeration gives under ``name``; None where it gives none."""
    facts = cls.facts
    if name not in _ALL or facts.scopes[cls.scope].members != "enum":
        return None
    items = tuple(Name(constant, line, line) for constant, line in _names(cls))
    return ListValue(Sequence(items, facts.scopes[cls.scope].line), Place(facts, cls.scope))


def asked(resolver: Evaluator, cls: ClassValue, name: str) -> Values | None:
    """What a call of a function gives that every enumeration has; None for any other function or class."""
    facts = cls.facts
    if facts.scopes[cls.scope].members != "enum" or facts.defined(cls.scope, name) is not None:
        return None
    found = listed(resolver, cls, name)
    if found is not None:
        return (found,)
    return (ObjectValue(cls, None, Place(facts, cls.scope)), *_constants(resolver, cls)) if name in _ONE else None


def _constants(resolver: Evaluator, cls: ClassValue) -> Values:
    at = Place(cls.facts, cls.scope)
    return tuple(
        value
        for name, _ in _names(cls)
        for binding in cls.facts.named_bindings(cls.scope, name)
        for value in resolver.bound(binding, at)
    )


def _names(cls: ClassValue) -> list[tuple[str, int]]:
    """Names of the constants, in source order; a field that each of them has is none."""
    facts = cls.facts
    found = []
    for name, bindings in facts.bindings.get(cls.scope, {}).items():
        binding = bindings[0]
        if len(binding.path) == 1 and binding.kind == "assign" and (name[:1].isupper() or facts.row.name in _LOWER):
            found.append((name, binding.offset))
    return sorted(found, key=lambda pair: pair[1])[:_MOST]
