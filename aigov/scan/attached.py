"""What of a class stands elsewhere (Go, Rust): methods outside of it, values of its fields in literals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from aigov.scan.choices import is_null
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import Name, Scope
from aigov.scan.scopes import scope_of
from aigov.scan.values import (
    ClassValue,
    Evaluator,
    NotKnown,
    ObjectValue,
    Place,
    Symbol,
    TableValue,
    Value,
    Values,
)

_MAX_LITERALS = 24
"""Literals of one type that are looked at."""


def receiver_of(resolver: Evaluator, scope: Scope, at: Place) -> Values:
    """The object of a method that is written outside of its class."""
    frame = at.frame
    if frame is not None and frame.facts is at.facts and frame.scope == scope.index and frame.receiver is not None:
        return (frame.receiver,)
    owner = Name(scope.owner or "", scope.line, 0)
    return tuple(
        ObjectValue(value, None, at)
        for value in resolver.eval(owner, Place(at.facts, scope.parent or 0))
        if isinstance(value, ClassValue)
    ) or (NotKnown("the object of this function is not known"),)


def self_type(resolver: Evaluator, place: Place) -> Values:
    """The class that the method around ``place`` belongs to, where it is written outside of that."""
    for scope in place.facts.chain(place.scope):
        if scope.owner:
            owner = Name(scope.owner, scope.line, 0)
            return tuple(
                value
                for value in resolver.eval(owner, Place(place.facts, scope.parent or 0))
                if isinstance(value, (ClassValue, Symbol))
            )
    return ()


def own_object(place: Place, cls: ClassValue) -> Values:
    """The object of the method around ``place``."""
    frame = place.frame
    if frame is not None and frame.facts is place.facts and frame.receiver is not None:
        return (frame.receiver,)
    return (ObjectValue(cls, None, place),)


def own_member(resolver: Evaluator, cls: ClassValue, name: str) -> tuple[FileFacts, Scope] | None:
    """The function or class that a class holds under ``name``, in its body or written outside of it."""
    found = cls.facts.defined(cls.scope, name)
    if found is not None:
        return cls.facts, found
    owner = cls.facts.scopes[cls.scope].name
    for facts in files_extending(resolver, cls, f"{owner}.{name}"):
        for scope in facts.attached(owner or ""):
            if scope.name == name:
                return facts, scope
    return None


def files_extending(resolver: Evaluator, cls: ClassValue, asked: str) -> Iterator[FileFacts]:
    """Files that may hold methods of a class that are written outside of it, its own first.

    :param asked: ``Class.method``, or ``Class.`` for all.
    """
    yield cls.facts
    for path in resolver.peers(cls.facts, asked) if cls.facts.row.attaches is not None else ():
        facts = resolver.load(path)
        if facts is not None:
            yield facts


def put_since(cls: ClassValue, name: str, values: Values) -> Values:
    """The tables that a class holds as ``name``, with what its body puts into them: ``static { MODELS.put(…); }``."""
    later = tuple(binding for binding in cls.facts.named_bindings(cls.scope, name) if len(binding.path) == 2)
    at = Place(cls.facts, cls.scope)
    return tuple(
        replace(value, later=later, later_place=at) if later and isinstance(value, TableValue) else value
        for value in values
    )


def literal_fields(resolver: Evaluator, cls: ClassValue, value: ObjectValue, name: str) -> Values:
    """What the literals of a type give one of its fields, wherever they stand, for an object whose making is not
    known. A field that is set from outside (a tag says so) keeps its variable and default, too."""
    bindings = cls.facts.named_bindings(cls.scope, name)
    if not cls.facts.row.open_fields or value.call is not None or not bindings:
        return ()
    tested = scope_of(cls.facts.path) == "test"
    results: list[Value] = [
        found
        for binding in bindings
        if binding in cls.facts.tags
        for found in resolver.bound(binding, Place(cls.facts, cls.scope))
    ]
    count = 0
    spelled = (cls.facts.scopes[cls.scope].name or "", *filter(None, (cls.facts.row.self_type,)))
    for facts, site in (site for name in spelled for site in resolver.callers(name)):
        if not tested and scope_of(facts.path) == "test":
            continue
        call = facts.call(site)
        given = next((expr for key, expr in call.keywords if key == name), None) if call is not None else None
        if call is None or given is None:
            continue
        place = Place(facts, facts.scope_at(site.offset))
        made = resolver.eval(call.callee, place)
        if any(isinstance(item, ClassValue) and item.facts is cls.facts and item.scope == cls.scope for item in made):
            count += 1
            if count > _MAX_LITERALS:
                results.append(NotKnown(f"it is set by more than {_MAX_LITERALS} literals", more=True))
                break
            results += resolver.eval(given, place)
    known = [found for found in results if not is_null(found)]
    return tuple(known)
