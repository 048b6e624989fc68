"""Which file a Python import means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from aigov.scan.facts.types import Import
from aigov.scan.modules.tree import SOURCE_ROOTS, Tree, joined, parent_of
from aigov.scan.scopes import scope_of

_SETTINGS = re.compile(r"(?:^|/)settings(?:/[^/]+)?\.py$")
SUFFIXES = (".py", ".pyi", ".pyw")


def _folders(paths: Iterable[str]) -> frozenset[str]:
    """The folders of files, and every folder above them; ``.`` is the root."""
    found: set[str] = {"."}
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return frozenset(found)


class PythonFinder:
    """Finds modules and packages, with and without ``__init__.py``."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._folders = _folders(path for path in tree.files if path.endswith(SUFFIXES))
        self._names = {folder.rpartition("/")[2] for folder in self._folders} | {
            path.rpartition("/")[2].partition(".")[0] for path in tree.files if path.endswith(SUFFIXES)
        }
        """What the first part of an import must be among, to mean a file of this tree."""
        self._roots: dict[str, list[str]] = {}

    def submodule(self, path: str, name: str) -> str | None:
        """The module ``name`` inside the package at ``path``."""
        folder = path.removesuffix("/__init__.py") if path.endswith("/__init__.py") else path
        return self._python_at(f"{folder}/{name}") if folder in self._folders else None

    @cached_property
    def settings(self) -> tuple[str, ...]:
        """Django's settings modules: ``settings.py``, and what a package ``settings`` holds; tests' are left out."""
        return tuple(
            sorted(path for path in self._tree.files if _SETTINGS.search(path) and scope_of(path) in ("app", "build"))
        )

    def find(self, path: str, imported: Import) -> str | None:
        """File or package folder; ``""`` for a first-party module that is not here; None for any other."""
        module, level, name = imported.module, imported.level, imported.name
        folder = parent_of(path)
        if level:
            for _ in range(level - 1):
                folder = parent_of(folder)
            return self._python_at(joined(folder, module.replace(".", "/"))) or ""
        tail = module.replace(".", "/")
        own = self._tree.projects.modules.get(module.partition(".")[0])
        if own is not None:
            # The tree's own package, also where a part of it is generated, or hands on another's names.
            return self._python_at(joined(own, tail)) or ""
        if module.partition(".")[0] not in self._names:
            return None
        strict = self._tree.vendor("python", module)
        for root in self._python_roots(folder):
            found = self._python_at(joined(root, tail))
            if found is None or found == path:
                continue
            if not strict or self._holds(found, path, name):
                return found
        return None

    def _python_roots(self, folder: str) -> list[str]:
        """Folders that a module may be imported from, the nearest first."""
        if folder not in self._roots:
            self._roots[folder] = self._roots_above(folder)
        return self._roots[folder]

    def _roots_above(self, folder: str) -> list[str]:
        roots = []
        while True:
            if not self._is_package(folder):
                roots.append(folder)
            if folder == "":
                break
            folder = parent_of(folder)
        nested = [
            joined(root, source) for root in roots for source in SOURCE_ROOTS if joined(root, source) in self._folders
        ]
        return roots + [root for root in nested if root not in roots]

    def _is_package(self, folder: str) -> bool:
        return f"{folder}/__init__.py" in self._tree.files

    def _python_at(self, base: str) -> str | None:
        for suffix in SUFFIXES:
            if f"{base}{suffix}" in self._tree.files:
                return f"{base}{suffix}"
        if f"{base}/__init__.py" in self._tree.files:
            return f"{base}/__init__.py"
        return base if base in self._folders and base not in ("", ".") else None

    def _holds(self, found: str, importer: str, name: str | None) -> bool:
        """Whether a module that shares a vendor's name is really what is imported."""
        if not found.endswith(SUFFIXES):
            # A folder without __init__.py yields to an installed package, so it must have the very submodule, or
            # lie in a package that has one.
            inside = self._is_package(parent_of(found))
            return inside or (bool(name) and self._python_at(f"{found}/{name}") is not None)
        package = found.removesuffix("/__init__.py")
        if package != found and importer.startswith(f"{package}/") and "/" in package:
            # Code inside a nested package of the vendor's name: Python looks the name up from the top.
            return bool(name) and self.submodule(found, name or "") is not None
        if name is None or name == "*":
            return True
        return self._tree.defines(found, name) or self.submodule(found, name) is not None
