"""Names that nothing in a file binds: brought by an import of all names, defined by a neighbour, or a vendor's."""

from __future__ import annotations

from dataclasses import replace

from aigov.scan import classes
from aigov.scan.facts.engine import FileFacts
from aigov.scan.values import Evaluator, NotKnown, Place, Symbol, Values

_MAX_OPENED = 30
"""Modules that are asked for a name that one of them hands on."""


def opened(resolver: Evaluator, name: str, facts: FileFacts) -> Values:
    """What a first-party module gives whose names are all imported."""
    if name in facts.row.prelude:
        return ()
    if facts.row.path_roots:
        return _reexported(resolver, name, facts)
    of_packages = facts.row.package_of is not None
    for imported in facts.imports:
        if imported.name == "*" and imported.export is None:
            target = resolver.modules.find(facts.path, facts.row.family, imported)
            if target == "" and of_packages:
                # A package is no file: the one of its files that defines the name.
                target = resolver.modules.find(facts.path, facts.row.family, replace(imported, name=name))
            if target:
                found = resolver.export(target, name)
                if not all(isinstance(value, NotKnown) for value in found):
                    return found
    return ()


def _reexported(resolver: Evaluator, name: str, facts: FileFacts) -> Values:
    """``_opened`` where modules hand on all that they import (Rust), round in circles, too: each is asked once."""
    seen = {facts.path}
    queue = [facts]
    while queue and len(seen) < _MAX_OPENED:
        current = queue.pop(0)
        for imported in current.imports:
            target = resolver.modules.find(current.path, current.row.family, imported) if imported.name == "*" else None
            peer = resolver.load(target) if target and target not in seen else None
            if target is None or peer is None:
                continue
            seen.add(target)
            found = resolver.in_module(peer, name)
            if found and not all(isinstance(value, NotKnown) for value in found):
                return found
            queue.append(peer)
    return ()


def ambient(resolver: Evaluator, name: str, place: Place) -> Values:
    """What another file defines whose names need no import, at its top or in a namespace that is open here."""
    facts = place.facts
    open_here = {f"{scope.qualified}.{name}" for scope in facts.chain(place.scope) if scope.qualified}
    for path in resolver.peers(facts, name) if facts.row.ambient is not None else ():
        peer = resolver.load(path)
        found = resolver.in_module(peer, name) if peer is not None else ()
        if peer is not None and not found and open_here:
            found = classes.nested(resolver, peer, name, open_here)
        if found:
            return found
    return ()


def rooted(resolver: Evaluator, name: str, facts: FileFacts) -> Values:
    """The class or module of the tree that ``::Name`` is: one that stands in no other."""
    peers = (resolver.load(path) for path in resolver.peers(facts, name))
    for file in (facts, *(peer for peer in peers if peer is not None)):
        found = classes.nested(resolver, file, name, {name})
        if found:
            return found
    return ()


def offered(resolver: Evaluator, name: str, facts: FileFacts) -> Values:
    """A vendor's name, brought by an import of all that its module has."""
    for imported in (*facts.imports, *resolver.shared(facts)):
        if imported.name == "*" and not imported.level and resolver.offers(facts.row.family, imported.module, name):
            return (Symbol(imported.module, (name,)),)
    return ()
