"""Which file a Java, Kotlin or Scala import means: the package is the path below some source root."""

from __future__ import annotations

import re

from aigov.scan.facts.types import Import
from aigov.scan.modules.tree import Tree

SUFFIXES = (".java", ".kt", ".scala")
_DEFINES = (
    rb"(?m)^[ \t]*(?:(?:[a-z]+|@\w+(?:\([^)\n]*\))?)[ \t]+)*(?:class|interface|object|trait|enum|record|fun|val|var"
    rb"|def|type|typealias)[ \t]+(?:<[^>\n]*>[ \t]*)?(?:[\w.<>?]+\.)?%s\b"
)


class JvmFinder:
    """Finds classes by package, in every source root of the tree."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._stems: dict[str, list[str]] = {}
        """``com/acme/Foo`` -> files that may be this class, by the last two parts: ``acme/Foo``."""
        self._folders: dict[str, list[str]] = {}
        """Last part of a folder -> folders with sources."""
        self._loose: dict[str, list[str]] = {}
        """Folder -> its Kotlin and Scala files: there a file may hold what it does not bear the name of."""
        folders: set[str] = set()
        for path in sorted(tree.files):
            if not path.endswith(SUFFIXES):
                continue
            folder, _, name = path.rpartition("/")
            stem = name.rpartition(".")[0]
            self._stems.setdefault(f"{folder.rpartition('/')[2]}/{stem}", []).append(path)
            folders.add(folder)
            if not path.endswith(".java"):
                self._loose.setdefault(folder, []).append(path)
        for folder in sorted(folders):
            self._folders.setdefault(folder.rpartition("/")[2], []).append(folder)
        self._defined: dict[tuple[str, str], bool] = {}

    def find(self, path: str, imported: Import) -> str | None:
        """The file that holds the name; ``""`` for a name of a package of this tree that is in no file; None for any
        other."""
        parts = imported.module.split(".")
        names = [imported.name] if imported.name not in (None, "*") else []
        whole = [*parts, *(name for name in names if name)]
        # The last part may be a class, or a member of one: com.acme.Foo, com.acme.Foo.Inner, com.acme.Foo.CONSTANT.
        for end in range(len(whole), max(len(whole) - 3, 1), -1):
            found = self._class_file(path, whole[:end])
            if found is not None:
                return found
        folders = self._packages(path, parts)
        if not folders:
            return None
        if imported.name in (None, "*"):
            return ""
        for folder in folders:
            for candidate in self._loose.get(folder, ()):
                if self._holds(candidate, str(imported.name)):
                    return candidate
        # A package of the tree that also a library fills: only a name that is written here is first-party.
        return None if self._tree.vendor("java", imported.module) else ""

    def _class_file(self, path: str, names: list[str]) -> str | None:
        if len(names) < 2:
            return None
        tail = "/".join(names)
        found = [
            candidate
            for candidate in self._stems.get("/".join(names[-2:]), ())
            if self._is_below_root(candidate.rpartition(".")[0], tail)
        ]
        return _nearest(path, found)

    def _packages(self, path: str, parts: list[str]) -> list[str]:
        tail = "/".join(parts)
        found = [folder for folder in self._folders.get(parts[-1], ()) if self._is_below_root(folder, tail)]
        return sorted(found, key=lambda folder: (-_shared(path, folder), folder))

    @staticmethod
    def _is_below_root(found: str, tail: str) -> bool:
        return found == tail or found.endswith(f"/{tail}")

    def _holds(self, candidate: str, name: str) -> bool:
        key = (candidate, name)
        if key not in self._defined:
            data = self._tree.read(candidate) or b""
            self._defined[key] = re.search(_DEFINES % re.escape(name.encode()), data) is not None
        return self._defined[key]


def _nearest(path: str, found: list[str]) -> str | None:
    """Of files of the same class, the one in the same module of the build."""
    return min(found, key=lambda other: (-_shared(path, other), other), default=None)


def _shared(path: str, other: str) -> int:
    """Folders that two paths begin with together."""
    count = 0
    for own, its in zip(path.split("/"), other.split("/"), strict=False):
        if own != its:
            break
        count += 1
    return count
