"""Deployable units: the folders whose files run together, told by the manifests that stand in them.

An initialiser works within one process. Which files share one is not written anywhere; files below the nearest manifest
of their language, or below the nearest container file, are taken to do so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_MANIFESTS: Mapping[str, re.Pattern[str]] = {
    family: re.compile(pattern)
    for family, pattern in (
        ("python", r"pyproject\.toml|setup\.(?:py|cfg)|requirements\.(?:txt|in)|Pipfile|environment\.ya?ml"),
        ("javascript", r"package\.json|deno\.jsonc?"),
        ("go", r"go\.mod"),
        ("rust", r"Cargo\.toml"),
        ("java", r"pom\.xml|build\.(?:gradle(?:\.kts)?|sbt)"),
        ("csharp", r".+\.csproj"),
        ("ruby", r"Gemfile"),
        ("php", r"composer\.json"),
        ("swift", r"Package\.swift"),
        ("dart", r"pubspec\.yaml"),
        ("elixir", r"mix\.exs"),
    )
}
_CONTAINER = re.compile(r"(?:Docker|Container)file")


class Units:
    """The deployable units of one tree."""

    def __init__(self, paths: Iterable[str]) -> None:
        """:param paths: all files of the tree, relative to its root, ``/`` separated."""
        self._holders: dict[str, set[str]] = {family: set() for family in (*_MANIFESTS, "")}
        self._manifests: dict[str, list[str]] = {}
        for path in paths:
            folder, _, name = path.rpartition("/")
            if _CONTAINER.fullmatch(name):
                self._holders[""].add(folder)
                continue
            for family, pattern in _MANIFESTS.items():
                if pattern.fullmatch(name):
                    self._holders[family].add(folder)
                    self._manifests.setdefault(folder, []).append(path)
                    break

    def of(self, path: str, family: str | None) -> str:
        """The folder of the unit that a file belongs to; empty where only the root itself is left.

        :param family: the file's language; None for files of no language, which belong to the nearest unit of any.
        """
        if family is None:
            held = set().union(*self._holders.values())
        else:
            held = self._holders[""] | self._holders.get(family, set())
        folder = path.rpartition("/")[0]
        while folder and folder not in held:
            folder = folder.rpartition("/")[0]
        return folder

    def manifests(self, unit: str) -> tuple[str, ...]:
        """Paths of the manifests that stand in a unit's folder."""
        return tuple(sorted(self._manifests.get(unit, ())))


def shown(unit: str) -> str:
    """A unit's folder in words."""
    return unit or "the root"


def within(inner: str, outer: str) -> bool:
    """Whether a folder is another one or lies below it."""
    return inner == outer or not outer or inner.startswith(f"{outer}/")
