"""Fields that a framework fills in from the settings.

A field of a class that is bound to settings (``@ConfigurationProperties("ai")``) has the value of ``ai.model``, and
what the code assigns to it is the default.
"""

from __future__ import annotations

from aigov.scan import placeholders
from aigov.scan.facts.types import Attribute, CallExpr, Name
from aigov.scan.values import ClassValue, Evaluator, NotKnown, Place, Text, Values

_BINDS = frozenset(("ConfigurationProperties", "ConfigMapping"))


def bound_setting(resolver: Evaluator, cls: ClassValue, name: str, default: Values) -> Values:
    """The values of a field of a class that is bound to settings; those of ``default`` for any other class."""
    prefix = _prefix(resolver, cls)
    if prefix is None:
        return default
    known = tuple(value for value in default if isinstance(value, (Text, NotKnown)))
    if len(known) < len(default):
        return default  # a group of settings, not one
    return placeholders.setting(resolver, cls.facts.path, f"{prefix}.{name}".strip("."), default)


def _prefix(resolver: Evaluator, cls: ClassValue) -> str | None:
    for decorator in cls.facts.scopes[cls.scope].decorators:
        callee = decorator.callee if isinstance(decorator, CallExpr) else decorator
        if not isinstance(callee, (Name, Attribute)) or callee.name not in _BINDS:
            continue
        keywords = dict(decorator.keywords) if isinstance(decorator, CallExpr) else {}
        args = decorator.args if isinstance(decorator, CallExpr) else ()
        named = args[0] if args else keywords.get("prefix") or keywords.get("value")
        place = Place(cls.facts, cls.facts.scopes[cls.scope].parent or 0)
        values = resolver.eval(named, place) if named is not None else ()
        return next((value.value for value in values if isinstance(value, Text)), "")
    return None
