"""What names mean: scopes, the binding that reaches a use, parameters and the calls that supply them, types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from aigov.model import Step
from aigov.scan import arguments, attached, classes, cli_options, closures, enums, injected, items, joins, unbound
from aigov.scan.choices import is_null, share_variable, with_step
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import (
    Attribute,
    Binding,
    CallExpr,
    Choice,
    Constant,
    Expr,
    Name,
    Opaque,
    Parameter,
    Scope,
    Sequence,
    Subscript,
)
from aigov.scan.partial import program_member
from aigov.scan.scopes import scope_of
from aigov.scan.values import (
    TYPING_MODULES,
    ClassValue,
    Evaluator,
    Frame,
    FunctionValue,
    Made,
    NotKnown,
    ObjectValue,
    Place,
    Symbol,
    TableValue,
    Text,
    Value,
    Values,
)

_MANY = 4
"""More definitions of one name at the top of a file are those of modules that are written within it."""
MAX_CALLERS = 12
"""Calls of a function that are looked at to learn what its parameters can be."""
MORE_CALLS = NotKnown(f"it is passed by more than {MAX_CALLERS} calls", more=True)


def lookup(resolver: Evaluator, name: str, place: Place, offset: int) -> Values:
    """What ``name`` can be at ``offset``; empty when nothing in the file says so."""
    facts = place.facts
    inner = True
    for scope in facts.chain(place.scope):
        if scope.kind == "class" and facts.row.class_parameters:
            given = _of_whole_class(resolver, name, scope, place)
            if given:
                return given
        if scope.kind == "class" and not inner:
            found = classes.implicit_member(resolver, place, scope, name) if facts.row.implicit_members else ()
            found = found or (_imported_within(resolver, name, scope, facts) if facts.row.module_classes else ())
            if found:
                return found
            continue
        found = in_scope(resolver, name, scope, place, offset if inner else None)
        if not found and scope.kind == "class" and facts.row.implicit_members:
            found = classes.implicit_member(resolver, place, scope, name)  # what a field is set to where it is declared
        if found:
            return found
        inner = False
    found = (
        unbound.opened(resolver, name, facts)
        or unbound.ambient(resolver, name, place)
        or unbound.offered(resolver, name, facts)
    )
    return found or program_member(resolver, facts, name)


def _imported_within(resolver: Evaluator, name: str, scope: Scope, facts: FileFacts) -> Values:
    """What an import in the body of a module binds, for the functions of the module."""
    return tuple(
        found
        for imported in facts.imported_as(name)
        if facts.scope_at(imported.offset) == scope.index
        for found in resolver.imported(facts, imported)
    )


def _of_whole_class(resolver: Evaluator, name: str, scope: Scope, place: Place) -> Values:
    """What the constructor of a class is given, or its companion holds, as ``name``; empty where neither has it."""
    facts = place.facts
    if facts.named_bindings(scope.index, name):
        return ()
    at = Place(facts, scope.index, _frame_for(place, scope))
    constructor = facts.defined(scope.index, facts.row.constructor)
    found = _parameter(resolver, name, constructor, at) if constructor is not None else ()
    companion = facts.defined(scope.index, "companion")
    if not found and companion is not None and companion.kind == "class":
        found = in_scope(resolver, name, companion, place, None)
    return found


def _in_sight(facts: FileFacts, binding: Binding, offset: int) -> bool:
    """Whether a binding means something at an offset of its scope: the variable of a comprehension does within that."""
    node = facts.given(binding) if binding.kind == "element" else None
    whole = node.parent.parent if node is not None and node.parent is not None else None
    if whole is None or whole.type not in facts.row.comprehensions:
        return True
    return whole.start_byte <= offset < whole.end_byte


def in_scope(resolver: Evaluator, name: str, scope: Scope, place: Place, offset: int | None) -> Values:
    """What ``name`` is in one scope; None as offset: every binding may reach the use."""
    facts = place.facts
    at = Place(facts, scope.index, _frame_for(place, scope))
    own = [binding for binding in facts.named_bindings(scope.index, name) if binding.kind != "export"]
    own = own if offset is None else [binding for binding in own if _in_sight(facts, binding, offset)]
    plain = [binding for binding in own if len(binding.path) == 1 and binding.kind != "augment"]
    imports = [item for item in facts.imported_as(name) if facts.scope_at(item.offset) == scope.index]
    defined = facts.defined(scope.index, name)
    if facts.row.path_roots and scope.index == 0 and len(plain) > _MANY:
        return (NotKnown(f"{name} is one of many that this file defines"),)
    reaching, sure = _reaching(facts, plain, offset, alone=not imports and defined is None)
    results: list[Value] = []
    for binding in reaching:
        results += bound(resolver, binding, at)
    if not sure:
        results += _parameter(resolver, name, scope, at)
        for imported in imports:
            results += resolver.imported(facts, imported)
        if defined is not None:
            value: Value = (
                ClassValue(facts, defined.index)
                if defined.kind == "class"
                else FunctionValue(facts, defined.index, frame=at.frame)
            )
            results.append(value)
    if not results:
        # Only assigned further down: the use is in a loop, or runs later.
        for binding in plain:
            results += bound(resolver, binding, at)
    # A variable that one assignment reads is what the others stand in for: if model == "" { model = "…" }.
    results = share_variable(results) if len(reaching) > 1 else results
    if any(binding.kind == "augment" for binding in own) and any(isinstance(value, Text) for value in results):
        results = [*joins.lengthened(resolver, results, own, at, offset)]
    deep = tuple(
        binding
        for binding in own
        if len(binding.path) == 2
        and (offset is None or (binding.offset < offset and not facts.exclusive(binding.offset, offset)))
    )
    if deep:
        sure_keys = frozenset(
            binding.path[1] for binding in deep if offset is not None and _reaches(facts, binding, offset)
        )
        results = [_assigned_later(value, deep, at, sure_keys) for value in results]
    return tuple(results)


def _assigned_later(value: Value, deep: tuple[Binding, ...], at: Place, sure: frozenset[str]) -> Value:
    """A value with what was assigned to its keys or attributes since."""
    if isinstance(value, TableValue):
        return TableValue(value.table, value.place, deep, at, sure)
    if isinstance(value, ObjectValue) or (isinstance(value, Made) and value.call is not None and not value.names):
        return replace(value, later=deep, later_place=at)
    return value


def _frame_for(place: Place, scope: Scope) -> Frame | None:
    """The frame that supplies the arguments of ``scope``, if the place was reached through a call of it."""
    frame = place.frame
    while frame is not None:
        inside = frame.facts is place.facts
        if inside and any(outer.index == frame.scope for outer in place.facts.chain(scope.index)):
            return frame
        frame = None
    return None


def _reaching(
    facts: FileFacts, bindings: list[Binding], offset: int | None, *, alone: bool
) -> tuple[list[Binding], bool]:
    """Bindings that may supply a use at ``offset``, and whether one of them surely does.

    :param offset: None where the use is in a nested scope, so that every binding may.
    :param alone: whether no import, function or class gives the name as well. One that does is an alternative to
        each binding that is not sure: ``try: from openai import OpenAI`` / ``except ImportError: OpenAI = None``.
    """
    if not bindings:
        return [], False
    if offset is None:
        return bindings, alone
    before = [
        binding
        for binding in bindings
        if facts.end_of(binding) <= offset and not facts.exclusive(binding.offset, offset)
    ]
    if not before:
        return [], False
    if alone and len(before) == 1 and facts.scopes[before[0].scope].kind != "function":
        return before, True
    kept: list[Binding] = []
    for binding in sorted(before, key=lambda b: b.offset, reverse=True):
        kept.append(binding)
        if _reaches(facts, binding, offset):
            return kept[::-1], True
    return kept[::-1], False


def _reaches(facts: FileFacts, binding: Binding, offset: int) -> bool:
    """Whether a binding surely ran before a use further down: the use is in the binding's own block."""
    start, end = facts.block_of(binding.offset, binding.offset)
    return start <= offset < end and not facts.is_fallback(binding)


def bound(resolver: Evaluator, binding: Binding, at: Place) -> Values:
    """What ``binding`` gives its target."""
    facts = at.facts
    expr = facts.value(binding)
    values: Values
    if expr is None:
        values = ()
    elif binding.kind == "element":
        values = tuple(item for value in resolver.eval(expr, at) for item in items.looped(resolver, value, facts))
        if binding.key is not None:
            values = arguments.picked(resolver, values, binding.key, None, at)
    elif binding.kind == "draw" and binding.key is None:
        values = tuple(item for value in resolver.eval(expr, at) for item in items.drawn(resolver, value))
    elif binding.kind in ("pick", "draw"):
        values = arguments.picked(resolver, resolver.eval(expr, at), binding.key, binding.default, at)
    else:
        values = resolver.eval(expr, at)
    tag = facts.tags.get(binding)
    if tag is not None:
        variable, default, line = tag
        reason = f"environment variable {variable} has no default here"
        known = default is not None
        values = (Text(default or "", facts.path, line, variable) if known else NotKnown(reason, variable),)
        if default is not None and default.endswith("()"):
            made = resolver.in_module(facts, default[:-2].rpartition("::")[2])
            values = tuple(v for f in made if isinstance(f, FunctionValue) for v in resolver.returned(f, None, at))
    annotation = facts.annotation(binding)
    if annotation is not None and (not values or all(isinstance(value, NotKnown) for value in values)):
        values = annotated(resolver, annotation, at) or values or enums.of_type(resolver, annotation, at)
    step = Step(file=facts.path, line=binding.line, what=f"{'.'.join(binding.path)} = …")
    return with_step(values, step)


def _parameter(resolver: Evaluator, name: str, scope: Scope, at: Place) -> Values:
    if scope.kind != "function":
        return ()
    if scope.receiver == name:
        return attached.receiver_of(resolver, scope, at)
    parameters = at.facts.parameters.get(scope.index, [])
    for parameter in parameters:
        if parameter.name == name:
            return _parameter_values(resolver, parameter, parameters, scope, at)
        for key, local, default in parameter.keys:
            if local == name:
                whole = _parameter_values(resolver, parameter, parameters, scope, at)
                return arguments.picked(resolver, whole, key, default, at)
    return ()


def _parameter_values(
    resolver: Evaluator, parameter: Parameter, parameters: list[Parameter], scope: Scope, at: Place
) -> Values:
    names = frozenset(other.name for other in parameters)
    shown = parameter.name or "{…}"
    step = Step(file=at.facts.path, line=parameter.line, what=f"parameter {shown} of {scope.qualified}")
    outside = Place(at.facts, scope.parent or 0, None)
    frame = at.frame
    if frame is not None and frame.scope == scope.index and frame.facts is at.facts:
        if frame.call is not None:
            values = arguments.passed(resolver, frame.call, parameter, frame.caller, names)
            if values:
                return with_step(values, step)
        if parameter.default is not None:
            return with_step(resolver.eval(parameter.default, outside), step)
        typed = annotated(resolver, parameter.annotation, outside)
        reason = f"parameter {parameter.name} is not passed by the call that was followed"
        return typed or enums.of_type(resolver, parameter.annotation, outside) or (NotKnown(reason),)
    typed = injected.supplied(resolver, parameter, outside) or annotated(resolver, parameter.annotation, outside)
    if typed:
        return keyed(resolver, typed, parameter.service, outside)
    results: list[Value] = []
    if parameter.default is not None:
        results += with_step(resolver.eval(parameter.default, outside), step)
    elif scope.decorators and at.facts.row.family == "python":
        results += with_step(cli_options.decorated(resolver, parameter, scope, outside), step)
    for count, (call, caller) in enumerate(calls_of(resolver, scope, at.facts)):
        if count == MAX_CALLERS:
            results.append(MORE_CALLS)
            break
        results += with_step(arguments.passed(resolver, call, parameter, caller, names), step)
    if not results:
        reason = f"parameter {shown} has no default, and no call of it was found"
        results += closures.given(resolver, scope, parameter.index, at.facts) or enums.of_type(
            resolver, parameter.annotation, outside
        )
        results = results or [NotKnown(reason)]
    elif all(is_null(value) for value in results):
        results.append(NotKnown(f"parameter {parameter.name} is unset by default, and no call that sets it was found"))
    return tuple(results)


def calls_of(
    resolver: Evaluator, scope: Scope, facts: FileFacts, *, any_class: bool = False
) -> Iterator[tuple[CallExpr, Place]]:
    """Calls of a first-party function or constructor, in the files that were read.

    :param any_class: also calls of a method that several classes have, which may or may not be this one.
    """
    constructor = scope.name == facts.row.constructor and scope.parent is not None
    target = facts.scopes[scope.parent] if constructor and scope.parent is not None else scope
    name = target.name or closures.assigned_name(facts, target)
    if not name:
        return
    # What tests pass says nothing of the app.
    tested = scope_of(facts.path) == "test"
    own = ("cls",) if constructor and "cls" in facts.row.receivers else ()
    sites = ((*site, None) for spelled in (name, *own) for site in resolver.callers(spelled))
    for other, site, handed in (*sites, *injected.makers(resolver, name, facts.row.family)):
        if not tested and scope_of(other.path) == "test":
            continue
        call = handed or other.call(site)
        if call is None or (other is facts and scope.start <= site.offset < scope.end):
            continue
        place = Place(other, other.scope_at(site.offset))
        values = resolver.callee(call.callee, place)
        if not any_class and _is_polymorphic(values):
            continue  # what is passed is meant for one of several classes, and nothing tells for which
        for value in values:
            same = (
                isinstance(value, (FunctionValue, ClassValue)) and value.facts is facts and value.scope == target.index
            )
            if same:
                yield call, place
                break


def _is_polymorphic(values: Values) -> bool:
    """Whether a call runs a method of one of several classes."""
    receivers = {
        (value.receiver.cls.facts.path, value.receiver.cls.scope)
        for value in values
        if isinstance(value, FunctionValue) and isinstance(value.receiver, ObjectValue)
    }
    return len(receivers) > 1


def _supplied(resolver: Evaluator, wanted: Symbol, place: Place) -> Values:
    """What the functions give that supply objects of a vendor's type; empty where there are none."""
    results: list[Value] = []
    for bean in resolver.beans(wanted, place.facts.path):
        if bean.facts is place.facts and any(scope.index == bean.scope for scope in bean.facts.chain(place.scope)):
            continue  # what the function itself is given
        with resolver.deeper() as allowed:
            values = resolver.returned(bean, None, Place(bean.facts, 0)) if allowed else ()
        results += [value for value in values if isinstance(value, (Made, ObjectValue))]
    return tuple(results)


def keyed(resolver: Evaluator, values: Values, key: Expr | None, place: Place) -> Values:
    """Objects that a container is asked for, with the key that tells them from others of their type."""
    keys = [value.value for value in resolver.eval(key, place) if isinstance(value, Text)] if key is not None else []
    if len(keys) != 1:
        return values
    return tuple(replace(value, service=keys[0]) if isinstance(value, Made) else value for value in values)


def annotated(resolver: Evaluator, annotation: Expr | None, place: Place) -> Values:
    """Objects of the declared type, where it is a class of the tree or of a package; empty otherwise."""
    if annotation is None:
        return ()
    if isinstance(annotation, Constant) and isinstance(annotation.value, str):
        annotation = Name(annotation.value, annotation.line)
    if isinstance(annotation, (Opaque, Choice)):
        parts = annotation.parts if isinstance(annotation, Opaque) else annotation.options
        return tuple(found for part in parts for found in annotated(resolver, part, place))
    if isinstance(annotation, Subscript):
        key = annotation.key
        return annotated(resolver, key.items[0] if isinstance(key, Sequence) and key.items else key, place)
    if not isinstance(annotation, (Name, Attribute)):
        return ()
    results: list[Value] = []
    for value in resolver.eval(annotation, place):
        if isinstance(value, Symbol) and not value.builtin and value.names and value.module not in TYPING_MODULES:
            results += _supplied(resolver, value, place) or (Made(value, None, place),)
        elif isinstance(value, ClassValue) and value.facts.scopes[value.scope].members == "plain":
            results.append(ObjectValue(value, None, place))
        elif isinstance(value, Symbol) and value.qualified in place.facts.row.http_types:
            results.append(Made(value, None, place))
    return tuple(results)
