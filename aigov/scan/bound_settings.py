"""Fields that a framework fills in from the settings.

A field of a class that is bound to settings (``@ConfigurationProperties("ai")``, ``Configure<AiOptions>(section)``) has
the value of ``ai.model``, and what the code assigns to it is the default.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from aigov.scan import placeholders
from aigov.scan.choices import is_null, named, with_variable
from aigov.scan.facts.types import Attribute, CallExpr, Name
from aigov.scan.sections import section_of
from aigov.scan.values import ClassValue, Evaluator, NotKnown, ObjectValue, Place, Text, Value, Values, Variables

_SUFFIX = re.compile(r"(?:Options|Settings|Config|Configuration)$")
_BINDS = frozenset(("ConfigurationProperties", "ConfigMapping"))


def bound_setting(resolver: Evaluator, cls: ClassValue, name: str, default: Values) -> Values:
    """The values of a field of a class that is bound to settings; those of ``default`` for any other class."""
    if cls.facts.row.settings_objects is not None:
        return _of_sections(resolver, cls, name, default)
    prefix = _prefix(resolver, cls)
    if prefix is None:
        return default
    known = tuple(value for value in default if isinstance(value, (Text, NotKnown)))
    if len(known) < len(default):
        return default  # a group of settings, not one
    return placeholders.setting(resolver, cls.facts.path, f"{prefix}.{name}".strip("."), default)


def _of_sections(resolver: Evaluator, cls: ClassValue, name: str, default: Values) -> Values:
    """The values of a field of a .NET class, by the sections that the program binds it to."""
    path = cls.facts.path
    bound: str | None = None
    for section, sure in _sections(resolver, cls):
        key = f"{section}:{name}"
        found = resolver.setting(path, key)
        if found:
            return with_variable(found, key)
        bound = bound or (key if sure else None)
    if bound is None:
        return default
    below = Variables(bound, ":")
    values: list[Value] = [
        replace(value, variables=below) if isinstance(value, ObjectValue) else named(value, bound) for value in default
    ]
    if all(is_null(value) for value in values):
        values.append(NotKnown(f"setting {bound} has no default here", bound))
    return tuple(values)


def _sections(resolver: Evaluator, cls: ClassValue) -> Iterator[tuple[str, bool]]:
    """Keys of the settings that fill in objects of a class, and whether something says so: the program, the class's
    own constant, else only its name (``AiOptions``: ``Ai``)."""
    held = cls.facts.scopes[cls.scope].name or ""
    for tail in ("Configure", "Get", "BindConfiguration", "Bind"):
        for facts, site in resolver.callers(tail):
            call = facts.call(site)
            if call is None or not isinstance(call.callee, Attribute) or held not in _types(call):
                continue
            place = Place(facts, facts.scope_at(site.offset))
            exprs = call.args if tail != "Get" else (call.callee.base,)
            for expr in exprs:
                section = section_of(resolver, expr, place).strip(":")
                texts = resolver.eval(expr, place) if tail == "BindConfiguration" else ()
                yield from ((text.value, True) for text in texts if isinstance(text, Text))
                if section:
                    yield section, True
    for constant in ("SectionName", "Section", "Position", "ConfigurationSection"):
        for binding in cls.facts.named_bindings(cls.scope, constant):
            values = resolver.bound(binding, Place(cls.facts, cls.scope))
            yield from ((value.value, True) for value in values if isinstance(value, Text))
    yield held, False
    yield _SUFFIX.sub("", held), False


def _types(call: CallExpr) -> set[str]:
    """Names of the type arguments of a call, or of the call that its chain begins with: ``AddOptions<T>().Bind(…)``."""
    link = call.callee.base if isinstance(call.callee, Attribute) else None
    types = [*call.types, *(link.types if isinstance(link, CallExpr) else ())]
    return {expr.name for expr in types if isinstance(expr, (Name, Attribute))}


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
