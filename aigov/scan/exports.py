"""What crosses files: imports, dynamic loading, re-exports, CommonJS exports."""

from __future__ import annotations

from aigov.scan import arguments, cli_options
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import Binding, CallExpr, Import
from aigov.scan.values import (
    ClassValue,
    Evaluator,
    ModuleValue,
    NotKnown,
    Place,
    Symbol,
    TableValue,
    Text,
    Value,
    Values,
)


def import_value(resolver: Evaluator, facts: FileFacts, imported: Import) -> Values:
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
    if facts.row.module_classes:
        module = f"{imported.module}.{imported.name}" if imported.name else imported.module
        peer = resolver.load(target)
        scope = peer.defined(0, module) if peer is not None else None
        return (ClassValue(peer, scope.index),) if peer is not None and scope is not None else (ModuleValue(target),)
    if imported.name is None:
        if (
            facts.row.family == "python"
            and imported.alias == imported.module.partition(".")[0]
            and "." in imported.module
        ):
            top = Import(module=imported.module.partition(".")[0], line=imported.line)
            target = resolver.modules.find(facts.path, "python", top) or target
        return (ModuleValue(target),)
    if facts.row.package_of is not None and (found := _member(resolver, imported, target)):
        return found
    return resolver.export(target, imported.name)


def _member(resolver: Evaluator, imported: Import, target: str) -> Values:
    """A member of a class whose file is not called after it (Kotlin, Scala): ``import com.acme.Models.CHAT``."""
    parts = imported.module.split(".")
    first = next((at for at, part in enumerate(parts) if part[:1].isupper()), len(parts))
    names = [*parts[first:], imported.name or ""]
    facts = resolver.load(target)
    holder = facts.defined(0, names[0]) if facts is not None and len(names) > 1 else None
    if facts is None or holder is None:
        return ()
    values: Values = (ClassValue(facts, holder.index),)
    for name in names[1:]:
        at = Place(facts, 0)
        values = tuple(found for value in values for found in resolver.attribute(value, name, at)) or values
    return values if not all(isinstance(value, NotKnown) for value in values) else ()


def program_setting(resolver: Evaluator, symbol: Symbol, name: str, place: Place) -> Values:
    """What a member of an object can be that holds the settings of the whole program: what the tree's settings modules
    assign to ``django.conf.settings.NAME``, the flags of absl; empty for other objects."""
    if symbol.qualified != "django.conf.settings":
        return cli_options.parsed(resolver, symbol, name, place) or ()
    found: list[Value] = []
    for path in resolver.modules.django_settings:
        facts = resolver.load(path)
        found += resolver.in_module(facts, name) if facts is not None else ()
    return tuple(found)


def loaded_module(resolver: Evaluator, call: CallExpr, place: Place) -> Values:
    """What ``require("x")``, ``import("x")`` or ``importlib.import_module("x")`` gives."""
    results: list[Value] = []
    for value in resolver.eval(call.args[0], place) if call.args else ():
        if isinstance(value, Text) and value.complete:
            module = value.value
            level = len(module) - len(module.lstrip(".")) if place.facts.row.family == "python" else 0
            imported = Import(module=module[level:], line=call.line, level=level)
            results += import_value(resolver, place.facts, imported)
        else:
            results.append(NotKnown("the module's name is not known"))
    return tuple(results) or (NotKnown("no module is named"),)


def export(resolver: Evaluator, path: str, name: str) -> Values:
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
    found = resolver.in_module(facts, name)
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
    stem = path.rpartition("/")[2].partition(".")[0]
    holder = facts.defined(0, stem) if facts.row.package_of is not None else None
    if holder is not None:
        # A member of the class that the file is named after: com.acme.Models.FAST, com.acme.Models.Kind.
        return resolver.attribute(ClassValue(facts, holder.index), name, at)
    # Where an import opens a module, what that module itself has opened is not handed on.
    found = resolver.lookup(name, at, facts.size) if not facts.row.opens else ()
    return found or (NotKnown(f"{name} is not defined in {path}"),)


def _reexported(resolver: Evaluator, facts: FileFacts, imported: Import, name: str) -> Values:
    target = resolver.modules.find(facts.path, facts.row.family, imported)
    wanted = name if imported.export == "*" else imported.name
    if target is None:
        return (Symbol(imported.module, (wanted,) if wanted else ()),) if imported.export != "*" else ()
    if not target:
        return ()
    if wanted is None:
        return (ModuleValue(target),)
    found = resolver.export(target, wanted)
    return () if all(isinstance(value, NotKnown) for value in found) else found


def _assigned_export(resolver: Evaluator, facts: FileFacts, binding: Binding, name: str) -> Values:
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
