"""First-party classes and their objects: attributes, properties, bases, settings."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from aigov.scan import arguments, attached, bound_settings, declared_fields, enums, inherited
from aigov.scan.choices import is_null
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Constant, Import, Name, Scope
from aigov.scan.lineage import ancestry, external_bases
from aigov.scan.partial import is_constructed
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
    Value,
    Values,
)

_MAX_DESCENT = 3
_PROPERTY = frozenset(("property", "cached_property", "computed_field", "classproperty"))


def receiver(place: Place, name: str) -> Values:
    """What ``self`` or ``this`` is at ``place``; for ``cls`` the class."""
    found: Value | None = None
    if place.frame is not None and place.frame.facts is place.facts:
        found = place.frame.receiver
    if found is None:
        held = next((scope for scope in place.facts.chain(place.scope) if scope.kind == "class"), None)
        found = ObjectValue(ClassValue(place.facts, held.index), None, place) if held else None
    if found is None:
        return (NotKnown("the object of this function is not known"),)
    return (found.cls,) if name == "cls" and isinstance(found, ObjectValue) else (found,)


def calling(resolver: Evaluator, value: ObjectValue) -> FunctionValue | None:
    """What runs when an object is called like a function: Python, torch, Kotlin, PHP."""
    found = (method(resolver, value, name) for name in ("__call__", "forward", "invoke", "__invoke"))
    return next((method for method in found if method is not None), None)


def method(resolver: Evaluator, value: ObjectValue, name: str) -> FunctionValue | None:
    """The method of that name, of the class or a first-party base."""
    for cls in ancestry(resolver, value.cls):
        found = attached.own_member(resolver, cls, name)
        if found is not None and found[1].kind == "function":
            return FunctionValue(found[0], found[1].index, receiver=value)
    return None


def object_attribute(resolver: Evaluator, value: ObjectValue, name: str) -> Values:
    """``value.name`` of an object of a first-party class."""
    if name == "class" and value.cls.facts.row.bare_calls:
        return of_object(resolver, value)
    return declared_fields.within(value, name, _held(resolver, value, name))


def _held(resolver: Evaluator, value: ObjectValue, name: str) -> Values:
    later = arguments.assigned_since(resolver, value, name)
    if value.call is not None and value.cls.facts.row.accessors and (given := dict(value.call.keywords).get(name)):
        return (*later, *resolver.eval(given, value.place))  # of a builder
    unset: Values = ()
    for cls in ancestry(resolver, value.cls):
        found = _assigned_attribute(resolver, cls, inherited.as_base(value, cls), name)
        if found and not (_is_open(found) and _only_set(cls, name)):
            return found
        unset = found or unset
        held = attached.own_member(resolver, cls, name)
        if held is not None and held[1].kind == "function":
            facts, scope = held
            function = FunctionValue(facts, scope.index, receiver=value)
            if value.call is None and not facts.returns.get(scope.index):
                overriding = _overriding(resolver, value, name)
                if overriding:
                    return overriding
            if _is_property(scope):
                return resolver.returned(function, None, value.place)
            return (function,)
        if value.call is not None:
            for keyword, expr in value.call.keywords:
                if keyword == name and cls.facts.named_bindings(cls.scope, name):
                    return (*later, *resolver.eval(expr, value.place))
            given = declared_fields.positional(cls, value.call, name)
            if given is not None:
                return (*later, *resolver.eval(given, value.place))
        if later:
            return later
        if (
            value.call is not None
            and cls.facts.row.self_type
            and (made := attached.own_member(resolver, cls, "default"))
        ):
            base = FunctionValue(made[0], made[1].index)
            return tuple(
                found
                for default in resolver.returned(base, None, value.place)
                if isinstance(default, ObjectValue) and default.call is not value.call
                for found in object_attribute(resolver, default, name)
            )
        found = attached.literal_fields(resolver, cls, value, name) or _class_value(resolver, cls, name)
        if found:
            return found
    overriding = _overriding(resolver, value, name) if value.call is None else ()
    if overriding:
        return overriding
    dynamic = method(resolver, value, "__getattr__")
    if dynamic is not None:
        line = value.cls.facts.scopes[value.cls.scope].line
        asked = CallExpr(Name(name, line), (Constant(name, line),), (), (), line)
        return resolver.returned(dynamic, asked, value.place)
    for symbol in external_bases(resolver, value.cls):
        if not symbol.builtin:
            return (Made(symbol, value.call, value.place, (name,)),)
    if unset:
        return unset
    return (NotKnown(f"attribute {name} of {value.cls.facts.scopes[value.cls.scope].name} is not set in this code"),)


def implicit_member(resolver: Evaluator, place: Place, scope: Scope, name: str) -> Values:
    """What ``name`` is as a member of the class ``scope`` around ``place``, or of a first-party base; empty if it is
    none."""
    facts = place.facts
    for cls in ancestry(resolver, ClassValue(facts, scope.index)):
        if cls.facts.named_bindings(cls.scope, name) or cls.facts.defined(cls.scope, name) is not None:
            break
        if is_constructed(cls, name):
            break
    else:
        return ()
    held = receiver(place, "this")[0]
    if not isinstance(held, ObjectValue) or held.cls.facts is not facts or held.cls.scope != scope.index:
        held = ObjectValue(ClassValue(facts, scope.index), None, place)
    defined = facts.defined(scope.index, name)
    if defined is not None and defined.kind == "class":
        return (ClassValue(facts, defined.index),)
    return object_attribute(resolver, held, name)


def _overriding(resolver: Evaluator, value: ObjectValue, name: str) -> Values:
    """What the classes that extend an object's class make of an attribute that the class itself leaves open.

    Only for an object whose making is not known (``self`` in a method of a base class): any of them may have made it.
    """
    found: list[Value] = []
    for cls in _descent(resolver, value.cls):
        made = ObjectValue(cls, None, Place(cls.facts, cls.scope))
        scope = cls.facts.defined(cls.scope, name)
        if scope is None:
            found += _assigned_attribute(resolver, cls, made, name) or _class_value(resolver, cls, name)
        elif scope.kind == "function" and cls.facts.returns.get(scope.index):
            function = FunctionValue(cls.facts, scope.index, receiver=made)
            found += resolver.returned(function, None, made.place) if _is_property(scope) else (function,)
    return tuple(found)


def of_object(resolver: Evaluator, value: ObjectValue) -> Values:
    """The class of an object; of one whose making is not known also those that extend it."""
    return (value.cls, *(_descent(resolver, value.cls) if value.call is None else ()))


def _descent(resolver: Evaluator, cls: ClassValue, depth: int = 0) -> Iterator[ClassValue]:
    """Classes that extend a class, directly or through others. What tests derive says nothing of the app."""
    tested = scope_of(cls.facts.path) == "test"
    for other in resolver.derived(cls.facts.scopes[cls.scope].name or "") if depth < _MAX_DESCENT else ():
        if not tested and scope_of(other.facts.path) == "test":
            continue
        scope = other.facts.scopes[other.scope]
        bases = (
            base
            for expr in scope.bases
            for base in resolver.eval(expr, Place(other.facts, scope.parent or 0))
            if isinstance(base, ClassValue)
        )
        if any(base.facts is cls.facts and base.scope == cls.scope for base in bases):
            yield other
            yield from _descent(resolver, other, depth + 1)


def _is_open(values: Values) -> bool:
    """Whether nothing is known of values, not even what decides them."""
    return all(isinstance(value, NotKnown) and not value.variable and not value.more for value in values)


def _only_set(cls: ClassValue, name: str) -> bool:
    """Whether a field has a value before anything sets it: setters, and no constructor, assign to it."""
    facts = cls.facts
    return not any(
        binding.path[1:] == (name,)
        for scope in facts.methods(cls.scope)
        if scope.name == facts.row.constructor
        for own in facts.row.receivers
        for binding in facts.named_bindings(scope.index, own)
    )


def _assigned_attribute(resolver: Evaluator, cls: ClassValue, value: ObjectValue, name: str) -> Values:
    """What the methods of a class assign to ``self.name``."""
    results: list[Value] = []
    owner = cls.facts.scopes[cls.scope].name or ""
    for facts in attached.files_extending(resolver, cls, f"{owner}.") if cls.facts.row.open_fields else ():
        for scope in facts.attached(owner):
            for own in {scope.receiver} if scope.receiver else facts.row.receivers:
                for binding in facts.named_bindings(scope.index, own):
                    if binding.path[1:] == (name,) and binding.kind != "augment":
                        results += resolver.bound(binding, Place(facts, scope.index))
    facts = cls.facts
    for scope in facts.methods(cls.scope):
        for own in facts.row.receivers:
            for binding in facts.named_bindings(scope.index, own):
                if binding.path[1:] != (name,) or binding.kind == "augment":
                    continue
                is_constructor = scope.name == facts.row.constructor
                frame = (
                    Frame(facts, scope.index, value.call, value.place, value)
                    if is_constructor and value.call is not None and value.cls.scope == cls.scope
                    else None
                )
                results += resolver.bound(binding, Place(facts, scope.index, frame))
        if facts.row.implicit_members and not facts.row.module_classes:
            for binding in facts.named_bindings(scope.index, name):
                if len(binding.path) == 1 and binding.kind == "assign" and facts.named_bindings(cls.scope, name):
                    results += resolver.bound(binding, Place(facts, scope.index))
    known = [found for found in results if not is_null(found)]
    return tuple(known)


def _assigned_to_class(resolver: Evaluator, cls: ClassValue, name: str) -> Values:
    """What the class methods of a class assign to ``cls.name``."""
    results: list[Value] = []
    for scope in cls.facts.methods(cls.scope) if "cls" in cls.facts.row.receivers else ():
        for binding in cls.facts.named_bindings(scope.index, "cls"):
            if binding.path[1:] == (name,) and binding.kind != "augment":
                results += resolver.bound(binding, Place(cls.facts, scope.index))
    return tuple(found for found in results if not is_null(found))


def class_attribute(resolver: Evaluator, cls: ClassValue, name: str) -> Values:
    """``Class.name``."""
    for ancestor in ancestry(resolver, cls):
        found = _class_value(resolver, ancestor, name)
        found = found or _assigned_to_class(resolver, ancestor, name)
        if found:
            return found
        held = attached.own_member(resolver, ancestor, name)
        if held is not None:
            facts, scope = held
            if scope.kind == "class":
                return (ClassValue(facts, scope.index),)
            receiver_value = ObjectValue(cls, None, Place(cls.facts, cls.scope))
            return (FunctionValue(facts, scope.index, receiver=receiver_value),)
    companion = cls.facts.defined(cls.scope, "companion")
    if companion is not None and companion.kind == "class":
        if name == "Companion":
            return (ClassValue(cls.facts, companion.index),)
        return class_attribute(resolver, ClassValue(cls.facts, companion.index), name)
    found = _elsewhere(resolver, cls, name)
    if found:
        return found
    if cls.facts.row.self_type:
        if cls.facts.scopes[cls.scope].members == "enum" and name[:1].isupper() and not name[1:].isupper():
            return (ObjectValue(cls, None, Place(cls.facts, cls.scope)),)
        constant = resolver.in_module(cls.facts, name)
        if constant:
            return constant
    listed = enums.listed(resolver, cls, name)
    if listed is not None or name in cls.facts.row.begins:
        return (listed or cls,)  # a builder that nobody writes: Lombok's
    if cls.facts.row.class_parameters:  # an object that has no class: Kotlin, Scala
        own = object_attribute(resolver, ObjectValue(cls, None, Place(cls.facts, cls.scope)), name)
        if not all(isinstance(value, NotKnown) for value in own):
            return own
    for symbol in external_bases(resolver, cls):
        if not symbol.builtin and symbol.module not in TYPING_MODULES:
            return (Symbol(symbol.module, (*symbol.names, name)),)
    return (NotKnown(f"{cls.facts.scopes[cls.scope].name} has no {name}"),)


def _elsewhere(resolver: Evaluator, cls: ClassValue, name: str) -> Values:
    """What another file adds to a class or module that several files open."""
    if cls.facts.row.ambient is None:
        return ()
    wanted = {f"{cls.facts.scopes[cls.scope].qualified}.{name}"}
    for path in resolver.peers(cls.facts, name):
        peer = resolver.load(path)
        found = nested(resolver, peer, name, wanted) if peer is not None else ()
        if found:
            return found
    return ()


def spelled_module(resolver: Evaluator, value: Symbol, name: str, place: Place) -> Values:
    """The module of the tree that its whole name means, where none needs to be imported (``Desk.Llm`` of Elixir)."""
    spelled = f"{value.qualified}.{name}"
    if not value.builtin:
        return ()
    path = resolver.modules.find(place.facts.path, place.facts.row.family, Import(module=spelled, line=0))
    facts = resolver.load(path) if path else None
    scopes = facts.scopes if facts is not None else ()
    return tuple(ClassValue(facts, scope.index) for scope in scopes if facts is not None and scope.name == spelled)


def nested(resolver: Evaluator, facts: FileFacts, name: str, wanted: Collection[str]) -> Values:
    """The class, or constant of a class, whose dotted path within a file is among ``wanted``."""
    for scope in facts.scopes:
        if scope.kind != "class":
            continue
        if scope.name == name and scope.qualified in wanted:
            return (ClassValue(facts, scope.index),)
        if f"{scope.qualified}.{name}" in wanted and facts.named_bindings(scope.index, name):
            return _class_value(resolver, ClassValue(facts, scope.index), name)
    return ()


def _class_value(resolver: Evaluator, cls: ClassValue, name: str) -> Values:
    facts = cls.facts
    results: list[Value] = []
    for binding in facts.named_bindings(cls.scope, name):
        if len(binding.path) == 1:
            results += resolver.bound(binding, Place(facts, cls.scope))
    results = [*attached.put_since(cls, name, tuple(results))]
    bindable = facts.row.accessors or facts.row.settings_objects is not None
    if bindable and facts.named_bindings(cls.scope, name):
        return bound_settings.bound_setting(resolver, cls, name, tuple(results))
    return declared_fields.filled(resolver, cls, name, tuple(results))


def _is_property(scope: Scope) -> bool:
    for decorator in scope.decorators:
        name = decorator.name if isinstance(decorator, (Name, Attribute)) else ""
        if name in _PROPERTY:
            return True
    return False
