"""Attributes that are set on a package's module: ``openai.api_base = "…"``, ``litellm.anthropic_key = key``.

They hold for every call of the module's own functions, wherever in the program they are set.
"""

from __future__ import annotations

from collections.abc import Iterator

from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import Attribute, Binding, CallExpr, Import, Name
from aigov.scan.resolve import Resolver
from aigov.scan.scopes import scope_of
from aigov.scan.values import Place, Values

_LANGUAGES = frozenset(("python", "ruby"))


class ModuleSettings:
    """What the files that can reach AI set on modules of packages."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._set: dict[tuple[str, str], list[tuple[FileFacts, Binding]]] | None = None

    def value(self, call: CallExpr, name: str, place: Place) -> Values:
        """What ``name`` was set to on the module whose function is called; empty where nothing sets it."""
        module = _module_of(call, place.facts)
        if module is None:
            return ()
        if self._set is None:
            self._set = {}
            for facts in self._resolver.read_files():
                for imported, binding in set_on_modules(facts):
                    self._set.setdefault((imported.module, binding.path[1]), []).append((facts, binding))
        found = self._set.get((module, name), ())
        # What tests set says nothing of the app, and what the file itself sets comes first.
        tested = scope_of(place.facts.path) == "test"
        held = [pair for pair in found if tested or scope_of(pair[0].path) != "test"]
        held = [pair for pair in held if pair[0] is place.facts] or held
        return tuple(
            value for facts, binding in held for value in self._resolver.bound(binding, Place(facts, binding.scope))
        )


def set_on_modules(facts: FileFacts) -> Iterator[tuple[Import, Binding]]:
    """Imports of whole modules, and what one file assigns to an attribute of theirs."""
    if facts.row.family not in _LANGUAGES:
        return
    modules = {
        imported.alias: imported
        for imported in facts.imports
        if imported.alias and imported.name is None and not imported.level
    }
    for held in facts.bindings.values() if modules else ():
        for alias, imported in modules.items():
            for binding in held.get(alias, ()):
                if binding.kind == "assign" and len(binding.path) == 2:
                    yield imported, binding


def _module_of(call: CallExpr, facts: FileFacts) -> str | None:
    base = call.callee
    while isinstance(base, Attribute):
        base = base.base
    names = facts.imported_as(base.name) if isinstance(base, Name) else ()
    # ``import litellm`` and ``from litellm import completion`` mean the same module.
    return next((imported.module for imported in names if imported.name != "*" and not imported.level), None)
