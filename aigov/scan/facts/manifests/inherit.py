"""Fill in what manifests take from one another: variables, versions kept in one place, aliases of a catalogue.

Maven parents and imported BOMs of the same tree, ``Directory.Packages.props``, Gradle's version catalogues and
``gradle.properties``, Cargo's workspace dependencies and the catalogs of pnpm and bun all come down to the same three
tables of ``Dependencies``, looked up from the nearest file to the farthest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from aigov.scan.facts.manifests.records import Dependencies, Requirement
from aigov.scan.facts.manifests.versions import exact_version

_VARIABLE = re.compile(r"\$\{([^${}]{1,200})\}|\$\(([\w.-]{1,200})\)|\$([A-Za-z_]\w{0,200})")
_ROUNDS = 8
_LONGEST = 300
_MOST_ANCESTORS = 60
_MOST_OF_A_BUNDLE = 200
_WHOLE = {
    "org.springframework.ai": "spring-ai-bom",
    "software.amazon.awssdk": "bom",
}
"""Groups of Maven whose BOM gives each of their modules its own version (``${project.version}`` in its pom.xml)."""


def settle(files: Mapping[str, Dependencies]) -> dict[str, Dependencies]:
    """The same files with every requirement spelled out as far as the tree tells. What stays open has no version."""
    named: dict[str, str] = {}
    for path in sorted(files):
        for name in files[path].names:
            named.setdefault(name, path)
    settled = {}
    for path, file in files.items():
        if file.requirements:
            above = _Above(path, files, named)
            requirements = tuple(found for item in file.requirements for found in above.spell_out(item))
            file = replace(file, requirements=requirements)
        settled[path] = file
    return settled


class _Above:
    """A file and those from which it inherits."""

    def __init__(self, path: str, files: Mapping[str, Dependencies], named: Mapping[str, str]) -> None:
        chain, waiting = [path], [*reversed(files[path].inherits)]
        while waiting and len(chain) < _MOST_ANCESTORS:
            reference = waiting.pop()
            found = reference if reference in files else named.get(reference)
            if found is not None and found not in chain:
                chain.append(found)
                waiting.extend(reversed(files[found].inherits))
        self._chain = [files[place] for place in chain]

    def spell_out(self, item: Requirement) -> Iterator[Requirement]:
        """What a requirement means: several where its alias stands for a bundle, none where nobody knows the alias."""
        if item.alias is None:
            yield self._filled(item)
            return
        meant = next((file.aliases[item.alias] for file in self._chain if item.alias in file.aliases), None)
        if meant is None and item.name:
            meant = (replace(item, alias=None),)
        for target in (meant or ())[:_MOST_OF_A_BUNDLE]:
            yield self._filled(
                replace(target, line=item.line, scope=item.scope, optional=item.optional, extras=item.extras)
            )

    def _filled(self, item: Requirement) -> Requirement:
        name = self._interpolate(item.name)
        constraint = item.constraint
        if not constraint and not item.version:
            constraint = next((file.managed[name] for file in self._chain if name in file.managed), None)
            if constraint is None and item.ecosystem == "maven":
                constraint = self._of_bom(name)
        if name == item.name and constraint == item.constraint and "$" not in (constraint or ""):
            return item
        constraint = self._interpolate(constraint) if constraint else None
        version = item.version or (exact_version(item.ecosystem, constraint) if constraint else None)
        return replace(item, name=name, constraint=constraint, version=version)

    def _of_bom(self, name: str) -> str | None:
        """The version of a BOM that is imported, where it is the one of all modules of its group."""
        group, _, artifact = name.partition(":")
        bom = _WHOLE.get(group, artifact)
        rows = (row for file in self._chain for row in file.requirements if row.name == f"{group}:{bom}")
        return next((row.version or row.constraint for row in rows), None) if bom != artifact else None

    def _interpolate(self, text: str) -> str:
        for _ in range(_ROUNDS):
            if "$" not in text or len(text) > _LONGEST:
                break
            filled = _VARIABLE.sub(self._value, text)
            if filled == text:
                break
            text = filled
        return text[:_LONGEST]

    def _value(self, found: re.Match[str]) -> str:
        name = found[1] or found[2] or found[3]
        value = next((file.variables[name] for file in self._chain if name in file.variables), None)
        return found[0] if value is None else value[:_LONGEST]
