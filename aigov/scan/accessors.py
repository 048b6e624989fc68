"""Members that nobody writes: getters of Lombok, records and properties, and fields that a framework fills in.

``settings.getModel()`` and ``settings.model()`` give back the field ``model`` where the class has no such method. A
field of a class that is bound to settings (``@ConfigurationProperties("ai")``) has the value of ``ai.model``, and what
the code assigns to it is the default.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigov.scan import classes, placeholders
from aigov.scan.facts.types import Attribute, Binding, CallExpr, Name
from aigov.scan.values import ClassValue, Evaluator, NotKnown, ObjectValue, Place, Text, Values

_GETTER = re.compile(r"(?:get|is)([A-Z]\w*)")
_BINDS = frozenset(("ConfigurationProperties", "ConfigMapping"))


def accessed(resolver: Evaluator, bases: Values, name: str) -> Values | None:
    """What a getter gives that the classes of ``bases`` do not write themselves; None where it is none."""
    if not bases or not all(isinstance(base, ObjectValue) for base in bases):
        return None
    found = _GETTER.fullmatch(name)
    spelled = (f"{found[1][:1].lower()}{found[1][1:]}", name) if found else (name,)
    results: Values = ()
    for base in bases:
        assert isinstance(base, ObjectValue)
        if classes.method(resolver, base, name) is not None:
            return None
        held = next((field for field in spelled if has_field(resolver, base.cls, field)), None)
        if held is None:
            return None
        results += resolver.attribute(base, held, base.place)
    return results


def has_field(resolver: Evaluator, cls: ClassValue, name: str) -> bool:
    """Whether a class, or one that it extends, declares a field of that name."""
    for own in classes.ancestry(resolver, cls):
        if own.facts.named_bindings(own.scope, name):
            return True
        for scope in own.facts.methods(own.scope):
            constructor = scope.name == own.facts.row.constructor
            if constructor and any(binding.path[1:] == (name,) for binding in _receiver_bindings(own, scope.index)):
                return True
    return False


def _receiver_bindings(cls: ClassValue, scope: int) -> Iterator[Binding]:
    for own in cls.facts.row.receivers:
        yield from cls.facts.named_bindings(scope, own)


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
