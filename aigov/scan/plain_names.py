"""What a simple name means where no scope of the file binds it, or a language gives it a meaning of its own."""

from __future__ import annotations

import builtins
from collections.abc import Iterable

from aigov.scan import attached, bindings, classes, closures, unbound
from aigov.scan.facts.types import Import, Name
from aigov.scan.values import (
    ClassValue,
    Evaluator,
    ModuleValue,
    NotKnown,
    ObjectValue,
    Place,
    Symbol,
    Text,
    Value,
    Values,
)

_PYTHON_NAMES = frozenset(dir(builtins))


def meaning(resolver: Evaluator, expr: Name, place: Place) -> Values:
    """What a simple name can be: at least one value."""
    if expr.name.startswith("::"):
        bare = expr.name.removeprefix("::")
        return unbound.rooted(resolver, bare, place.facts) or (Symbol("", (bare,), builtin=True),)
    found = bindings.lookup(resolver, expr.name, place, expr.offset)
    if found:
        return found
    row = place.facts.row
    if expr.name == "it" and row.runs:
        return closures.implicit(resolver, place) or (NotKnown("what it stands for is not known"),)
    if expr.name in row.path_roots or (expr.name in row.receivers and row.self_type):
        return _path_root(resolver, expr.name, place)
    if expr.name in row.receivers:
        return classes.receiver(place, expr.name)
    if row.self_type and expr.name == row.self_type:
        return attached.self_type(resolver, place)
    if row.path_roots and any(imported.mention and imported.module == expr.name for imported in place.facts.imports):
        target = resolver.modules.find(place.facts.path, row.family, Import(module=expr.name, line=0))
        if target:
            return (ModuleValue(target),)
        return (Symbol(expr.name) if expr.name.islower() else Symbol("", (expr.name,), builtin=True),)
    if row.family == "python" and expr.name not in _PYTHON_NAMES:
        return (NotKnown(f"{expr.name} is not defined in this file"),)
    if expr.name.startswith(".") and (models := _implied(resolver, expr, place)):
        return models
    if row.creates and expr.name == row.creates:
        held = classes.receiver(place, next(iter(row.receivers)))  # new(…) within its class
        return tuple(value.cls if isinstance(value, ObjectValue) else value for value in held)
    module, backslash, last = expr.name.rpartition("\\")
    return (Symbol(module, (last,)),) if backslash else (Symbol("", (expr.name,), builtin=True),)


def _implied(resolver: Evaluator, expr: Name, place: Place) -> Values:
    """The models that ``.gpt4_o`` may stand for, whose type the parameter tells: one of an imported vendor's."""
    facts = place.facts
    modules = [imported.module for imported in facts.imports if imported.name == "*"]
    found = (resolver.constant(facts.row.family, module, (expr.name.lstrip("."),)) for module in modules)
    return tuple(Text(model, facts.path, expr.line) for model in dict.fromkeys(filter(None, found)))


def _path_root(resolver: Evaluator, name: str, place: Place) -> Values:
    """The object of a method, or the module of the tree that a path begins at."""
    owner = attached.self_type(resolver, place) if name in place.facts.row.receivers else ()
    if owner and isinstance(owner[0], ClassValue):
        return attached.own_object(place, owner[0])
    target = resolver.modules.find(place.facts.path, place.facts.row.family, Import(module=name, line=0))
    return (ModuleValue(target),) if target else (NotKnown(f"{name} is not in this tree"),)


def as_models(resolver: Evaluator, values: Iterable[Value], place: Place, line: int) -> list[Value]:
    """The values, with those that are a vendor's names for models as what they stand for."""
    results: list[Value] = []
    for value in values:
        model = None
        if isinstance(value, Symbol) and not value.builtin and value.names:
            spelled_as = place.facts.row.constants.get(".".join((value.module, *value.names[:-1])))
            named = resolver.constant(place.facts.row.family, value.module, value.names)
            model = spelled_as(value.names[-1]) if spelled_as is not None else named
        results.append(value if model is None else Text(model, place.facts.path, line))
    return results
