"""Interfaces that a framework implements: whatever their methods are called, what they are passed goes to a model.

LangChain4j makes an object of an interface of the tree (``AiServices.create(Assistant.class, model)``) or of every
interface with an annotation (``@RegisterAiService``, ``@AiService``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aigov.catalogue.entry import Method
from aigov.scan.clients import Client, Clients
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Name, Scope
from aigov.scan.resolve import Resolver
from aigov.scan.values import ClassValue, FunctionValue, Made, ObjectValue, Place, Symbol

SERVICE = "service"
"""``returns`` of a constructor that makes or marks such an object."""
_MARKS = frozenset(("SystemMessage", "UserMessage", "Agent", "Moderate", "RegisterAiService", "AiService"))
_MAX_PARAMETERS = 6


def method_of(family: str) -> Method:
    """Any method of such an object: every argument is data."""
    return Method(language=family, path="", data_args=tuple(f"#{index}" for index in range(_MAX_PARAMETERS)))


def served(clients: Clients, resolver: Resolver, function: FunctionValue) -> tuple[Client, Made] | None:
    """The client behind a method of an interface that is marked as a service; None for any other method."""
    facts = function.facts
    scope = facts.scopes[function.scope]
    holder = facts.scopes[scope.parent] if scope.parent is not None else None
    if holder is None or holder.kind != "class":
        return None
    place = Place(facts, holder.parent or 0)
    for decorator in holder.decorators:
        call = decorator if isinstance(decorator, CallExpr) else None
        for value in resolver.resolve(call.callee if call is not None else decorator, place):
            found = clients.constructor(value, call, place) if isinstance(value, Symbol) else None
            if isinstance(value, Symbol) and found is not None and found[1].returns == SERVICE:
                made = Made(value, call, place, (scope.name or "",))
                return clients.read_call(*found, call, place), made
    return None


def names_of(files: Iterable[FileFacts], resolver: Resolver) -> frozenset[str]:
    """Names of the methods of every interface of the tree that a framework implements."""
    found: set[str] = set()
    for facts in files:
        if not any(imported.alias in _MARKS or imported.alias == "AiServices" for imported in facts.imports):
            continue
        for holder in facts.scopes:
            inner = [scope for scope in facts.methods(holder.index) if scope.kind == "function" and scope.name]
            if holder.kind == "class" and any(_marked(scope) for scope in (holder, *inner)):
                found.update(scope.name or "" for scope in inner)
        for cls in _made(facts, resolver):
            found.update(scope.name or "" for scope in cls.facts.methods(cls.scope) if scope.kind == "function")
    return frozenset(found - {""})


def _made(facts: FileFacts, resolver: Resolver) -> Iterator[ClassValue]:
    """Interfaces whose objects a file makes."""
    for site in facts.calls:
        call = facts.call(site) if site.callee.startswith("AiServices.") else None
        if call is not None and call.args:
            for value in resolver.resolve(call.args[0], Place(facts, facts.scope_at(site.offset))):
                if isinstance(value, (ClassValue, ObjectValue)):
                    yield value if isinstance(value, ClassValue) else value.cls


def _marked(scope: Scope) -> bool:
    for decorator in scope.decorators:
        callee = decorator.callee if isinstance(decorator, CallExpr) else decorator
        if isinstance(callee, (Name, Attribute)) and callee.name in _MARKS:
            return True
    return False
