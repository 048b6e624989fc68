"""Which file a Java, Kotlin or Scala import means: the package is the path below some source root."""

from __future__ import annotations

import re

from aigov.scan.facts.types import Import
from aigov.scan.modules.tree import Tree

SUFFIXES = (".java", ".kt", ".scala")
_DEFINES = re.compile(
    rb"^[ \t]*(?:(?:[a-z]+|@\w+(?:\([^)\n]*\))?)[ \t]+)*(?:class|interface|object|trait|enum|record|fun|val|var"
    rb"|def|type|typealias)[ \t]+(?:<[^>\n]*>[ \t]*)?(?:[\w.<>?]+\.)?`?(\w+)",
    re.MULTILINE,
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
        self._defined: dict[str, frozenset[bytes]] = {}

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
            return self._member_file(path, parts)
        if imported.name in (None, "*"):
            return ""
        found = self._holding(folders, str(imported.name))
        if found is not None:
            return found
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

    def _member_file(self, path: str, parts: list[str]) -> str | None:
        """The file of a class whose member is imported, where it bears the name of neither."""
        first = next((at for at, part in enumerate(parts) if part[:1].isupper()), 0)
        return self._holding(self._packages(path, parts[:first]), parts[first]) if first else None

    def _packages(self, path: str, parts: list[str]) -> list[str]:
        tail = "/".join(parts)
        found = [folder for folder in self._folders.get(parts[-1], ()) if self._is_below_root(folder, tail)]
        return sorted(found, key=lambda folder: (-_shared(path, folder), folder))

    @staticmethod
    def _is_below_root(found: str, tail: str) -> bool:
        return found == tail or found.endswith(f"/{tail}")

    def _holding(self, folders: list[str], name: str) -> str | None:
        """The Kotlin or Scala file of a package that defines a name which it is not called after."""
        for folder in folders:
            for candidate in self._loose.get(folder, ()):
                if candidate not in self._defined:
                    self._defined[candidate] = frozenset(_DEFINES.findall(self._tree.read(candidate) or b""))
                if name.encode() in self._defined[candidate]:
                    return candidate
        return None


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
