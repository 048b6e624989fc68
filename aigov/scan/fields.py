"""What objects of the tree's own classes hold in a field: what their constructor, or whoever makes them, gives it."""

from __future__ import annotations

from collections.abc import Iterator

from aigov.scan import lineage
from aigov.scan.bindings import calls_of
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import Binding, CallExpr, Expr, Scope
from aigov.scan.values import ClassValue, Evaluator, Frame, FunctionValue, ObjectValue, Place

_MOST_MADE = 12
"""Places that make objects of one class; beyond them they stand for no data in particular."""
_ABOVE = ("super", "parent")
"""How a constructor calls the one of the class that its own extends."""

Fields = tuple[str, ...]
"""What is asked of a value: names of a field and of fields within it, ``#0`` the first item; empty for all of it."""
Held = tuple[Expr, Place, Fields]
"""An expression, where it stands (the frame of the place supplies the parameters of a constructor), and what of it."""


def held(resolver: Evaluator, made: ObjectValue, name: str) -> list[Held]:
    """The expressions that one object holds as ``name``; empty where nothing in the tree says.

    An object of which the making is not seen may be any of its class.
    """
    found: list[Held] = []
    if made.later_place is not None:
        found += [
            (expr, made.later_place, picked(binding))
            for binding in made.later
            if binding.path[-1] == name and (expr := made.later_place.facts.value(binding)) is not None
        ]
    call, caller = made.call, made.place
    for cls in lineage.ancestry(resolver, made.cls):
        facts = cls.facts
        constructor = _constructor(cls)
        frame = Frame(facts, constructor.index, call, caller, made) if constructor is not None and call else None
        for scope in facts.methods(cls.scope):
            at = Place(facts, scope.index, frame if scope is constructor else None)
            found += _values(facts, _assigned(facts, cls, scope, name), at)
        plain = [binding for binding in facts.named_bindings(cls.scope, name) if len(binding.path) == 1]
        found += _values(facts, plain, Place(facts, cls.scope, frame))
        if constructor is None and call is not None:
            found += _given(cls, call, caller, name)
        elif constructor is not None:
            call, caller = _above(facts, constructor, frame)
        if found:
            break
    if made.call is None and (not found or _constructor(made.cls) is None):
        found += _of_any(resolver, made.cls, name)
    return found


def _constructor(cls: ClassValue) -> Scope | None:
    name = cls.facts.row.constructor
    scope = cls.facts.defined(cls.scope, name) if name else None
    return scope if scope is not None and scope.kind == "function" else None


def _assigned(facts: FileFacts, cls: ClassValue, scope: Scope, name: str) -> Iterator[Binding]:
    for receiver in facts.row.receivers:
        for binding in facts.named_bindings(scope.index, receiver):
            if binding.path[1:] == (name,):
                yield binding
    if facts.row.implicit_members and not facts.row.module_classes and facts.named_bindings(cls.scope, name):
        for binding in facts.named_bindings(scope.index, name):
            if len(binding.path) == 1 and binding.kind == "assign":
                yield binding


def _values(facts: FileFacts, bindings: Iterator[Binding] | list[Binding], at: Place) -> Iterator[Held]:
    values = ((facts.value(binding), binding) for binding in bindings)
    return ((expr, at, picked(binding)) for expr, binding in values if expr is not None)


def picked(binding: Binding) -> Fields:
    """What of its value a binding takes: ``{text} = item``, ``first, second = pair``."""
    if binding.kind != "pick" or binding.key is None:
        return ()
    return (binding.key if isinstance(binding.key, str) else f"#{binding.key}",)


def _given(cls: ClassValue, call: CallExpr, caller: Place, name: str) -> list[Held]:
    """What a call gives a field of a record: by its name, or by its place among the fields."""
    named: list[Held] = [(expr, caller, ()) for key, expr in call.keywords if key == name]
    if named or not call.args:
        return named
    firsts = {
        field: bindings[0].offset
        for field, bindings in cls.facts.bindings.get(cls.scope, {}).items()
        if len(bindings[0].path) == 1
    }
    order = sorted(firsts, key=firsts.__getitem__)
    at = order.index(name) if name in firsts else len(call.args)
    return [(expr, caller, ()) for expr in call.args[at : at + 1]]


def _above(facts: FileFacts, constructor: Scope, frame: Frame | None) -> tuple[CallExpr | None, Place]:
    """The call by which a constructor has that of the class above run."""
    at = Place(facts, constructor.index, frame)
    for site in facts.calls:
        inside = constructor.start <= site.offset < constructor.end and site.tail in ("super", facts.row.constructor)
        if inside and site.callee.startswith(_ABOVE):
            return facts.call(site), at
    return None, at


def _of_any(resolver: Evaluator, cls: ClassValue, name: str) -> list[Held]:
    """What the field is given wherever an object of the class is made; nothing where that is everywhere."""
    found: list[Held] = []
    scope = cls.facts.scopes[cls.scope]
    for count, (call, place) in enumerate(calls_of(resolver, scope, cls.facts)):
        if count == _MOST_MADE:
            return []
        found += held(resolver, ObjectValue(cls, call, place), name)
    return found


def gives_data(value: FunctionValue | ClassValue) -> bool:
    """Whether a first-party call gives what it is given: a record does, an object with a constructor of its own keeps
    what that pleases."""
    return isinstance(value, FunctionValue) or _constructor(value) is None
