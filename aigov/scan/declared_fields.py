"""Fields that a library fills in: of pydantic's settings classes from environment variables, of attrs from methods.

https://docs.pydantic.dev/latest/concepts/pydantic_settings/#environment-variable-names
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from aigov.scan import arguments, lineage
from aigov.scan.choices import is_null, named
from aigov.scan.facts.types import Attribute, CallExpr, Choice, Expr, Name, Sequence, Subscript
from aigov.scan.values import (
    ClassValue,
    Evaluator,
    FunctionValue,
    ListValue,
    Made,
    NotKnown,
    ObjectValue,
    Place,
    Text,
    Value,
    Values,
    Variables,
)

_ALIASES = ("env", "validation_alias", "alias")
_BASE = "BaseSettings"
_RECORDS = frozenset(("dataclass", "define", "frozen", "mutable", "attrs", "s", "attributes"))
_MODELS = frozenset(("NamedTuple",))


def filled(resolver: Evaluator, cls: ClassValue, name: str, default: Values) -> Values:
    """The values of a field, given what the class itself assigns to it (nothing, where it only declares the field)."""
    declared = cls.facts.named_bindings(cls.scope, name)
    if not declared or cls.facts.row.family != "python":
        return default
    default = _by_method(resolver, cls, name, default)
    variable = setting_variable(resolver, cls, name)
    if variable is None:
        return default
    below = Variables(variable, _setting_of(resolver, cls, "env_nested_delimiter"))
    values: list[Value] = [
        replace(value, variables=below) if isinstance(value, ObjectValue) else named(value, variable)
        for value in default
    ]
    if all(is_null(value) for value in values):
        values.append(NotKnown(f"environment variable {variable} has no default here", variable))
    return tuple(values)


def within(value: ObjectValue, name: str, found: Values) -> Values:
    """The values of a field of an object that is itself a field of a settings class."""
    if value.variables is None:
        return found
    variable = value.variables.of(name.upper() if value.cls.facts.row.family == "python" else name)
    below = replace(value.variables, prefix=variable)
    return tuple(
        replace(item, variables=below) if isinstance(item, ObjectValue) else named(item, variable) for item in found
    )


def positional(cls: ClassValue, call: CallExpr, name: str) -> Expr | None:
    """What a call gives a field of a record by its place among the fields; None where it gives none."""
    facts = cls.facts
    scope = facts.scopes[cls.scope]
    if not call.args or not (facts.row.open_fields or _is_record(cls)):
        return None
    if facts.row.constructor and facts.defined(scope.index, facts.row.constructor) is not None:
        return None
    firsts = {
        field: bindings[0].offset
        for field, bindings in facts.bindings.get(cls.scope, {}).items()
        if len(bindings[0].path) == 1
    }
    if name not in firsts:
        return None
    at = sorted(firsts, key=firsts.__getitem__).index(name)
    return call.args[at] if at < len(call.args) else None


def replaced(resolver: Evaluator, call: CallExpr, place: Place) -> Values:
    """A record with other values in some of its fields: ``dataclasses.replace(models, chat="…")``."""
    found: list[Value] = []
    for value in resolver.eval(call.args[0], place):
        if isinstance(value, ObjectValue):
            made = value.call
            if made is None or not (made.args or made.keywords):
                changed = CallExpr(call.callee, (), call.keywords, (), call.line, call.offset)
                found.append(replace(value, call=changed, place=place))
                continue
        found.append(value)
    return tuple(found)


def _is_record(cls: ClassValue) -> bool:
    scope = cls.facts.scopes[cls.scope]
    decorators = (held.callee if isinstance(held, CallExpr) else held for held in scope.decorators)
    names = {held.name for held in decorators if isinstance(held, (Name, Attribute))}
    bases = {base.name for base in scope.bases if isinstance(base, (Name, Attribute))}
    return bool(names & _RECORDS or bases & _MODELS)


def _by_method(resolver: Evaluator, cls: ClassValue, name: str, default: Values) -> Values:
    """What the method gives that is the default of a field of attrs: ``@model.default``."""
    if any(not isinstance(value, NotKnown) for value in default):
        return default
    for scope in cls.facts.methods(cls.scope):
        for held in scope.decorators:
            if isinstance(held, Attribute) and held.name == "default" and getattr(held.base, "name", "") == name:
                made = ObjectValue(cls, None, Place(cls.facts, cls.scope))
                return resolver.returned(FunctionValue(cls.facts, scope.index, receiver=made), None, made.place)
    return default


def setting_variable(resolver: Evaluator, cls: ClassValue, name: str) -> str | None:
    """The environment variable that sets a field of a settings class: its alias as it is, else its name after the
    prefix of the class; None for other classes."""
    if not any(symbol.names[-1:] == (_BASE,) for symbol in lineage.external_bases(resolver, cls)):
        return None
    facts = cls.facts
    place = Place(facts, cls.scope)
    for binding in facts.named_bindings(cls.scope, name):
        for field in _fields(facts.value(binding), facts.annotation(binding)):
            keywords = dict(field.keywords)
            for alias in (keywords[key] for key in _ALIASES if key in keywords):
                for value in resolver.eval(alias, place):
                    spelled = _alias(resolver, value)
                    if spelled is not None:
                        return spelled
    return f"{_setting_of(resolver, cls, 'env_prefix') or ''}{name}".upper()


def _alias(resolver: Evaluator, value: Value) -> str | None:
    """The name that an alias gives, the first of ``AliasChoices("A", "B")``."""
    if isinstance(value, Text):
        return value.value
    first: Expr | None = None
    if isinstance(value, Made) and value.call is not None:
        first = next(iter(value.call.args), None)
    elif isinstance(value, ListValue):
        first = next(iter(value.items.items), None)
    if first is None or not isinstance(value, (Made, ListValue)):
        return None
    return next((text.value for text in resolver.eval(first, value.place) if isinstance(text, Text)), None)


def _fields(*exprs: Expr | None) -> Iterator[CallExpr]:
    """The calls of ``Field`` in what a field is given and in its type: ``Annotated[str, Field(alias="…")]``."""
    for expr in exprs:
        if isinstance(expr, CallExpr) and getattr(expr.callee, "name", "") == "Field":
            yield expr
        elif isinstance(expr, Subscript):
            yield from _fields(expr.key)
        elif isinstance(expr, Sequence):
            yield from _fields(*expr.items)
        elif isinstance(expr, Choice):
            yield from _fields(*expr.options)


def _setting_of(resolver: Evaluator, cls: ClassValue, name: str) -> str | None:
    """What a settings class, or a first-party base, configures: ``model_config = SettingsConfigDict(env_prefix=…)``."""
    for ancestor in lineage.ancestry(resolver, cls):
        facts = ancestor.facts
        for binding in facts.named_bindings(ancestor.scope, "model_config"):
            expr = facts.value(binding)
            values = resolver.eval(expr, Place(facts, ancestor.scope)) if expr is not None else ()
            for value in (found for held in values for found in arguments.member(resolver, held, name)):
                if isinstance(value, Text):
                    return value.value
        config = facts.defined(ancestor.scope, "Config")
        for binding in facts.named_bindings(config.index, name) if config is not None else ():
            for value in resolver.bound(binding, Place(facts, config.index if config is not None else 0)):
                if isinstance(value, Text):
                    return value.value
    return None
