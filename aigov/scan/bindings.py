"""What names and attributes mean: scopes, parameters, imports, exports, classes and their objects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from aigov.model import Step
from aigov.scan import arguments
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import (
    Attribute,
    Binding,
    CallExpr,
    Choice,
    Constant,
    Expr,
    Import,
    Name,
    Opaque,
    Parameter,
    Scope,
    Subscript,
)
from aigov.scan.values import (
    ClassValue,
    Frame,
    FunctionValue,
    Made,
    ModuleValue,
    NotKnown,
    ObjectValue,
    Place,
    Symbol,
    TableValue,
    Text,
    Value,
    Values,
)

if TYPE_CHECKING:
    from aigov.scan.resolve import Resolver

MAX_CALLERS = 12
"""Calls of a function that are looked at to learn what its parameters can be."""
_PROPERTY = frozenset(("property", "cached_property", "computed_field", "classproperty"))


# --- names ----------------------------------------------------------------------------------------------------------


def lookup(resolver: Resolver, name: str, place: Place, offset: int) -> Values:
    """What ``name`` can be at ``offset``; empty when nothing in the file says so."""
    facts = place.facts
    inner = True
    for scope in facts.chain(place.scope):
        if scope.kind == "class" and not inner:
            continue
        found = _in_scope(resolver, name, scope, place, offset if inner else None)
        if found:
            return found
        inner = False
    for imported in facts.imports:
        if imported.name == "*" and imported.export is None:
            target = resolver.modules.find(facts.path, facts.row.family, imported)
            if target:
                found = export(resolver, target, name)
                if not all(isinstance(value, NotKnown) for value in found):
                    return found
    return ()


def _in_scope(resolver: Resolver, name: str, scope: Scope, place: Place, offset: int | None) -> Values:
    facts = place.facts
    at = Place(facts, scope.index, _frame_for(place, scope))
    own = [binding for binding in facts.named_bindings(scope.index, name) if binding.kind != "export"]
    plain = [binding for binding in own if len(binding.path) == 1 and binding.kind != "augment"]
    reaching, sure = _reaching(facts, plain, offset)
    results: list[Value] = []
    for binding in reaching:
        results += _bound(resolver, binding, at)
    if not sure:
        results += _parameter(resolver, name, scope, at)
        for imported in facts.imports:
            if imported.alias == name and imported.scope == scope.index:
                results += import_value(resolver, facts, imported)
        defined = facts.defined(scope.index, name)
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
            results += _bound(resolver, binding, at)
    deep = tuple(
        binding
        for binding in own
        if len(binding.path) == 2
        and (offset is None or (binding.offset < offset and not facts.exclusive(binding.offset, offset)))
    )
    if deep:
        results = [
            TableValue(value.table, value.place, deep, at) if isinstance(value, TableValue) else value
            for value in results
        ]
    return tuple(results)


def _frame_for(place: Place, scope: Scope) -> Frame | None:
    """The frame that supplies the arguments of ``scope``, if the place was reached through a call of it."""
    frame = place.frame
    while frame is not None:
        inside = frame.facts is place.facts
        if inside and any(outer.index == frame.scope for outer in place.facts.chain(scope.index)):
            return frame
        frame = None
    return None


def _reaching(facts: FileFacts, bindings: list[Binding], offset: int | None) -> tuple[list[Binding], bool]:
    """Bindings that may supply a use at ``offset``, and whether one of them surely does.

    None as offset: the use is in a nested scope, so every binding may.
    """
    if not bindings:
        return [], False
    if offset is None:
        return bindings, True
    before = [
        binding
        for binding in bindings
        if facts.end_of(binding) <= offset and not facts.exclusive(binding.offset, offset)
    ]
    if not before:
        return [], False
    if len(before) == 1 and facts.scopes[before[0].scope].kind != "function":
        return before, True
    kept: list[Binding] = []
    for binding in sorted(before, key=lambda b: b.offset, reverse=True):
        kept.append(binding)
        start, end = facts.block_of(binding.offset, binding.offset)
        if start <= offset < end:
            return kept[::-1], True
    return kept[::-1], False


def _bound(resolver: Resolver, binding: Binding, at: Place) -> Values:
    from aigov.scan.resolve import with_step

    facts = at.facts
    expr = facts.value(binding)
    values: Values
    if expr is None:
        values = ()
    elif binding.kind == "element":
        values = tuple(item for value in resolver.eval(expr, at) for item in resolver.items(value))
        if binding.key is not None:
            values = arguments.picked(resolver, values, binding.key, None, at)
    elif binding.kind == "pick":
        values = arguments.picked(resolver, resolver.eval(expr, at), binding.key, binding.default, at)
    else:
        values = resolver.eval(expr, at)
    annotation = facts.annotation(binding)
    if annotation is not None and (not values or all(isinstance(value, NotKnown) for value in values)):
        values = annotated(resolver, annotation, at) or values
    step = Step(file=facts.path, line=binding.line, what=f"{'.'.join(binding.path)} = …")
    return with_step(values, step)


def _parameter(resolver: Resolver, name: str, scope: Scope, at: Place) -> Values:
    if scope.kind != "function":
        return ()
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
    resolver: Resolver, parameter: Parameter, parameters: list[Parameter], scope: Scope, at: Place
) -> Values:
    from aigov.scan.resolve import with_step

    names = frozenset(other.name for other in parameters)
    step = Step(
        file=at.facts.path, line=parameter.line, what=f"parameter {parameter.name or '{…}'} of {scope.qualified}"
    )
    outside = Place(at.facts, scope.parent or 0, None)
    frame = at.frame
    if frame is not None and frame.scope == scope.index and frame.facts is at.facts:
        if frame.call is not None:
            values = arguments.passed(resolver, frame.call, parameter, frame.caller, names)
            if values:
                return with_step(values, step)
        if parameter.default is not None:
            return with_step(resolver.eval(parameter.default, outside), step)
        return annotated(resolver, parameter.annotation, outside) or (
            NotKnown(f"parameter {parameter.name} is not passed by the call that was followed"),
        )
    typed = annotated(resolver, parameter.annotation, outside)
    if typed:
        return typed
    results: list[Value] = []
    if parameter.default is not None:
        results += with_step(resolver.eval(parameter.default, outside), step)
    for call, caller in _calls_of(resolver, scope, at.facts):
        results += with_step(arguments.passed(resolver, call, parameter, caller, names), step)
    if not results:
        results.append(NotKnown(f"parameter {parameter.name or '{…}'} has no default, and no call of it was found"))
    elif all(_is_null(value) for value in results):
        results.append(NotKnown(f"parameter {parameter.name} is unset by default, and no call that sets it was found"))
    return tuple(results)


def _calls_of(resolver: Resolver, scope: Scope, facts: FileFacts) -> Iterator[tuple[CallExpr, Place]]:
    """Calls of a first-party function or constructor, in the files that were read."""
    constructor = scope.name == facts.row.constructor and scope.parent is not None
    target = facts.scopes[scope.parent] if constructor and scope.parent is not None else scope
    name = target.name or _assigned_name(facts, target)
    if not name:
        return
    found = 0
    for other, site in resolver.callers(name):
        call = other.call(site)
        if call is None or (other is facts and scope.start <= site.offset < scope.end):
            continue
        place = Place(other, other.scope_at(site.offset))
        for value in resolver.eval(call.callee, place):
            same = (
                isinstance(value, (FunctionValue, ClassValue)) and value.facts is facts and value.scope == target.index
            )
            if same:
                yield call, place
                found += 1
                break
        if found >= MAX_CALLERS:
            return


def _assigned_name(facts: FileFacts, scope: Scope) -> str | None:
    """Name of the variable that holds a function written as an expression."""
    for name, held in facts.bindings.get(scope.parent or 0, {}).items():
        for binding in held:
            if binding.offset < scope.start and facts.end_of(binding) >= scope.end and len(binding.path) == 1:
                return name
    return None


# --- imports and exports --------------------------------------------------------------------------------------------


def import_value(resolver: Resolver, facts: FileFacts, imported: Import) -> Values:
    """What an import binds."""
    target = resolver.modules.find(facts.path, facts.row.family, imported)
    if target is None:
        if (
            facts.row.family == "python"
            and imported.name is None
            and imported.alias == imported.module.partition(".")[0]
        ):
            return (Symbol(imported.alias),)
        return (Symbol(imported.module, (imported.name,) if imported.name else ()),)
    if target == "":
        return (NotKnown(f"module {'.' * imported.level}{imported.module} is not in this tree"),)
    if imported.name is None:
        if (
            facts.row.family == "python"
            and imported.alias == imported.module.partition(".")[0]
            and "." in imported.module
        ):
            top = Import(module=imported.module.partition(".")[0], line=imported.line, scope=0)
            target = resolver.modules.find(facts.path, "python", top) or target
        return (ModuleValue(target),)
    return export(resolver, target, imported.name)


def loaded_module(resolver: Resolver, call: CallExpr, place: Place) -> Values:
    """What ``require("x")``, ``import("x")`` or ``importlib.import_module("x")`` gives."""
    results: list[Value] = []
    for value in resolver.eval(call.args[0], place) if call.args else ():
        if isinstance(value, Text) and value.complete:
            module = value.value
            level = len(module) - len(module.lstrip(".")) if place.facts.row.family == "python" else 0
            imported = Import(module=module[level:], line=call.line, scope=place.scope, level=level)
            results += import_value(resolver, place.facts, imported)
        else:
            results.append(NotKnown("the module's name is not known"))
    return tuple(results) or (NotKnown("no module is named"),)


def export(resolver: Resolver, path: str, name: str) -> Values:
    """What the first-party module at ``path`` hands out as ``name``."""
    facts = resolver.load(path)
    if facts is None:
        inner = resolver.modules.submodule(path, name)
        return (ModuleValue(inner),) if inner else (NotKnown(f"module {path} cannot be read"),)
    at = Place(facts, 0)
    results: list[Value] = []
    for binding in facts.named_bindings(0, name):
        if binding.kind == "export":
            expr = facts.value(binding)
            results += resolver.eval(expr, at) if expr is not None else ()
    if results:
        return tuple(results)
    found = _in_scope(resolver, name, facts.scopes[0], at, None)
    if found:
        return found
    for imported in facts.imports:
        if imported.export == name or (imported.export == "*" and imported.name == "*"):
            found = _reexported(resolver, facts, imported, name)
            if found:
                return found
    for binding in (*facts.named_bindings(0, "module"), *facts.named_bindings(0, "exports")):
        found = _assigned_export(resolver, facts, binding, name)
        if found:
            return found
    inner = resolver.modules.submodule(path, name)
    if inner:
        return (ModuleValue(inner),)
    found = lookup(resolver, name, at, facts.size)
    return found or (NotKnown(f"{name} is not defined in {path}"),)


def _reexported(resolver: Resolver, facts: FileFacts, imported: Import, name: str) -> Values:
    target = resolver.modules.find(facts.path, facts.row.family, imported)
    wanted = name if imported.export == "*" else imported.name
    if target is None:
        return (Symbol(imported.module, (wanted,) if wanted else ()),) if imported.export != "*" else ()
    if not target:
        return ()
    if wanted is None:
        return (ModuleValue(target),)
    found = export(resolver, target, wanted)
    return () if all(isinstance(value, NotKnown) for value in found) else found


def _assigned_export(resolver: Resolver, facts: FileFacts, binding: Binding, name: str) -> Values:
    """``module.exports = {…}``, ``module.exports.x = …``, ``exports.x = …``."""
    path = binding.path[1:] if binding.path[0] == "module" else binding.path
    expr = facts.value(binding)
    if expr is None or path[0] != "exports":
        return ()
    at = Place(facts, 0)
    if len(path) == 2:
        return resolver.eval(expr, at) if path[1] == name else ()
    values = resolver.eval(expr, at)
    if name == "default":
        return values
    return tuple(
        found
        for value in values
        if isinstance(value, TableValue)
        for found in arguments.table_key(resolver, value, name)
    )


# --- types ----------------------------------------------------------------------------------------------------------


def annotated(resolver: Resolver, annotation: Expr | None, place: Place) -> Values:
    """Objects of the declared type, where it is a class of the tree or of a package; empty otherwise."""
    if annotation is None:
        return ()
    if isinstance(annotation, Constant) and isinstance(annotation.value, str):
        annotation = Name(annotation.value, annotation.line)
    if isinstance(annotation, (Opaque, Choice)):
        parts = annotation.parts if isinstance(annotation, Opaque) else annotation.options
        return tuple(found for part in parts for found in annotated(resolver, part, place))
    if isinstance(annotation, Subscript):
        return annotated(resolver, annotation.key, place)
    if not isinstance(annotation, (Name, Attribute)):
        return ()
    results: list[Value] = []
    for value in resolver.eval(annotation, place):
        if isinstance(value, Symbol) and not value.builtin and value.names and value.module not in _TYPING:
            results.append(Made(value, None, place))
        elif isinstance(value, ClassValue) and value.facts.scopes[value.scope].members == "plain":
            results.append(ObjectValue(value, None, place))
    return tuple(results)


_TYPING = frozenset(("typing", "typing_extensions", "collections", "collections.abc", "enum", "pydantic", "datetime"))


# --- classes and objects --------------------------------------------------------------------------------------------


def receiver(place: Place) -> Values:
    """What ``self`` or ``this`` is at ``place``."""
    if place.frame is not None and place.frame.facts is place.facts and place.frame.receiver is not None:
        return (place.frame.receiver,)
    for scope in place.facts.chain(place.scope):
        if scope.kind == "class":
            return (ObjectValue(ClassValue(place.facts, scope.index), None, place),)
    return (NotKnown("the object of this function is not known"),)


def method(resolver: Resolver, value: ObjectValue, name: str) -> FunctionValue | None:
    """The method of that name, of the class or a first-party base."""
    for cls in _ancestry(resolver, value.cls):
        found = cls.facts.defined(cls.scope, name)
        if found is not None and found.kind == "function":
            return FunctionValue(cls.facts, found.index, receiver=value)
    return None


def _ancestry(resolver: Resolver, cls: ClassValue, depth: int = 0) -> Iterator[ClassValue]:
    yield cls
    if depth > 6:
        return
    for base in cls.facts.scopes[cls.scope].bases:
        for value in resolver.eval(base, Place(cls.facts, cls.facts.scopes[cls.scope].parent or 0)):
            if isinstance(value, ClassValue) and value.facts is not cls.facts or _other_class(value, cls):
                yield from _ancestry(resolver, value, depth + 1)  # type: ignore[arg-type]


def _other_class(value: Value, cls: ClassValue) -> bool:
    return isinstance(value, ClassValue) and value.scope != cls.scope


def external_bases(resolver: Resolver, cls: ClassValue) -> list[Symbol]:
    """Classes of packages that a first-party class extends, directly or through others."""
    found: list[Symbol] = []
    for ancestor in _ancestry(resolver, cls):
        scope = ancestor.facts.scopes[ancestor.scope]
        for base in scope.bases:
            values = resolver.eval(base, Place(ancestor.facts, scope.parent or 0))
            found += [value for value in values if isinstance(value, Symbol)]
    return found


def object_attribute(resolver: Resolver, value: ObjectValue, name: str) -> Values:
    """``value.name`` of an object of a first-party class."""
    for cls in _ancestry(resolver, value.cls):
        found = _assigned_attribute(resolver, cls, value, name)
        if found:
            return found
        scope = cls.facts.defined(cls.scope, name)
        if scope is not None and scope.kind == "function":
            function = FunctionValue(cls.facts, scope.index, receiver=value)
            if _is_property(scope):
                return resolver.returned(function, None, value.place)
            return (function,)
        if value.call is not None:
            for keyword, expr in value.call.keywords:
                if keyword == name and cls.facts.named_bindings(cls.scope, name):
                    return resolver.eval(expr, value.place)
        found = _class_value(resolver, cls, name)
        if found:
            return found
    for symbol in external_bases(resolver, value.cls):
        if not symbol.builtin:
            return (Made(symbol, value.call, value.place, (name,)),)
    return (NotKnown(f"attribute {name} of {value.cls.facts.scopes[value.cls.scope].name} is not set in this code"),)


def _assigned_attribute(resolver: Resolver, cls: ClassValue, value: ObjectValue, name: str) -> Values:
    """What the methods of a class assign to ``self.name``."""
    facts = cls.facts
    results: list[Value] = []
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
                results += _bound(resolver, binding, Place(facts, scope.index, frame))
    known = [found for found in results if not _is_null(found)]
    return tuple(known)


def _is_null(value: Value) -> bool:
    from aigov.scan.values import Scalar

    return isinstance(value, Scalar) and value.value is None


def class_attribute(resolver: Resolver, cls: ClassValue, name: str) -> Values:
    """``Class.name``."""
    for ancestor in _ancestry(resolver, cls):
        found = _class_value(resolver, ancestor, name)
        if found:
            return found
        scope = ancestor.facts.defined(ancestor.scope, name)
        if scope is not None:
            if scope.kind == "class":
                return (ClassValue(ancestor.facts, scope.index),)
            receiver_value = ObjectValue(cls, None, Place(cls.facts, cls.scope))
            return (FunctionValue(ancestor.facts, scope.index, receiver=receiver_value),)
    for symbol in external_bases(resolver, cls):
        if not symbol.builtin and symbol.module not in _TYPING:
            return (Symbol(symbol.module, (*symbol.names, name)),)
    return (NotKnown(f"{cls.facts.scopes[cls.scope].name} has no {name}"),)


def _class_value(resolver: Resolver, cls: ClassValue, name: str) -> Values:
    facts = cls.facts
    results: list[Value] = []
    for binding in facts.named_bindings(cls.scope, name):
        if len(binding.path) == 1:
            results += _bound(resolver, binding, Place(facts, cls.scope))
    if not results:
        return ()
    variable = setting_variable(resolver, cls, name)
    if variable is None:
        return tuple(results)
    from aigov.scan.resolve import _named

    return tuple(_named(value, variable) for value in results)


def setting_variable(resolver: Resolver, cls: ClassValue, name: str) -> str | None:
    """The environment variable that sets a field of a settings class; None for other classes."""
    if not any(symbol.names[-1:] == ("BaseSettings",) for symbol in external_bases(resolver, cls)):
        return None
    return f"{_env_prefix(resolver, cls)}{name}".upper()


def _env_prefix(resolver: Resolver, cls: ClassValue) -> str:
    facts = cls.facts
    place = Place(facts, cls.scope)
    for binding in facts.named_bindings(cls.scope, "model_config"):
        expr = facts.value(binding)
        if isinstance(expr, CallExpr):
            for value in arguments.argument(resolver, expr, "env_prefix", place):
                if isinstance(value, Text):
                    return value.value
    config = facts.defined(cls.scope, "Config")
    if config is not None:
        for binding in facts.named_bindings(config.index, "env_prefix"):
            expr = facts.value(binding)
            if isinstance(expr, Constant) and isinstance(expr.value, str):
                return expr.value
    return ""


def _is_property(scope: Scope) -> bool:
    for decorator in scope.decorators:
        name = decorator.name if isinstance(decorator, (Name, Attribute)) else ""
        if name in _PROPERTY:
            return True
    return False
