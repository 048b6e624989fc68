"""Methods that nobody writes: getters of Lombok, of records and of properties.

``settings.getModel()`` and ``settings.model()`` give back the field ``model`` where the class has no such method.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigov.scan import classes, lineage
from aigov.scan.facts.types import Binding, CallExpr
from aigov.scan.values import ClassValue, Evaluator, Made, ObjectValue, Place, Values

_RECORDS = (("Struct",), ("Data",), ("OpenStruct",))
_GETTER = re.compile(r"(?:get|is)([A-Z]\w*)")


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


def method_of(resolver: Evaluator, bases: Values, name: str, call: CallExpr, place: Place) -> Values | None:
    """What a method gives that bears the name of a field, where both have names of their own (Java, PHP); else None."""
    results: Values = ()
    for base in bases:
        written = classes.method(resolver, base, name) if isinstance(base, ObjectValue) else None
        if written is None or not isinstance(base, ObjectValue) or not has_field(resolver, base.cls, name):
            return None
        results += resolver.returned(written, call, place)
    return results or None


def displayed(resolver: Evaluator, bases: Values, place: Place) -> Values:
    """What objects write of themselves, ``impl Display``; empty where they do not say."""
    objects = [base for base in bases if isinstance(base, ObjectValue)]
    if any(classes.method(resolver, base, "to_string") is not None for base in objects):
        return ()
    methods = (classes.method(resolver, base, "fmt") for base in objects)
    return tuple(found for method in methods if method is not None for found in resolver.returned(method, None, place))


def of_record(resolver: Evaluator, value: Made, name: str) -> Values | None:
    """A member of a record that needs no class of its own (Ruby): ``Settings = Struct.new(:model)``."""
    if not value.symbol.builtin or value.symbol.names[:1] not in _RECORDS or value.call is None:
        return None
    call, place = value.since[-1] if value.since else (value.call, value.place)
    given = dict(call.keywords).get(name)
    return resolver.eval(given, place) if given is not None else None


def has_field(resolver: Evaluator, cls: ClassValue, name: str) -> bool:
    """Whether a class, or one that it extends, declares a field of that name."""
    for own in lineage.ancestry(resolver, cls):
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
