"""Classes that are written in several places: ``partial class`` of C#, a Razor component and the file behind it."""

from __future__ import annotations

from collections.abc import Iterator

from aigov.scan.facts.engine import FileFacts
from aigov.scan.values import ClassValue, Evaluator, Place, Values

_PROGRAM = "Program"
"""The class whose method the statements at the top of a file are."""


def parts(resolver: Evaluator, cls: ClassValue) -> Iterator[ClassValue]:
    """The other places that a class is written in."""
    name = cls.facts.scopes[cls.scope].name
    if name is None or name not in cls.facts.partial:
        return
    for facts in (cls.facts, *_peers(resolver, cls.facts, name)):
        for scope in facts.scopes:
            same = facts is cls.facts and scope.index == cls.scope
            if scope.kind == "class" and scope.name == name and not same and name in facts.partial:
                yield ClassValue(facts, scope.index)


def is_constructed(cls: ClassValue, name: str) -> bool:
    """Whether a parameter of the class itself is a member: ``class Assistant(ChatClient client)``."""
    facts = cls.facts
    return any(
        binding.path[1:] == (name,)
        for scope in facts.methods(cls.scope)
        if scope.name == facts.row.constructor
        for own in facts.row.receivers
        for binding in facts.named_bindings(scope.index, own)
    )


def program_member(resolver: Evaluator, facts: FileFacts, name: str) -> Values:
    """What ``name`` is to the statements at the top of a file, as a member of the class that they belong to."""
    if facts.row.partials is None:
        return ()
    for peer in _peers(resolver, facts, _PROGRAM):
        for scope in peer.scopes:
            if scope.kind == "class" and scope.name == _PROGRAM:
                cls = ClassValue(peer, scope.index)
                if peer.named_bindings(scope.index, name) or peer.defined(scope.index, name) is not None:
                    return resolver.attribute(cls, name, Place(peer, scope.index))
    return ()


def _peers(resolver: Evaluator, facts: FileFacts, name: str) -> Iterator[FileFacts]:
    folder = facts.path.rpartition("/")[0]
    for path in resolver.peers(facts, name):
        # A class of the same name in another project is another class.
        near = path.startswith(f"{folder}/") or folder.startswith(path.rpartition("/")[0])
        peer = resolver.load(path) if near else None
        if peer is not None:
            yield peer
