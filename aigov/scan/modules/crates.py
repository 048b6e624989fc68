"""Which file of the tree a Rust path means (https://doc.rust-lang.org/reference/items/modules.html)."""

from __future__ import annotations

import re

from aigov.scan.facts.types import Import
from aigov.scan.modules.tree import Tree, joined, parent_of
from aigov.scan.toml_text import load_toml

_ROOTS = ("src/lib.rs", "src/main.rs")
_OWN = re.compile(r"\W")


class CrateFinder:
    """Finds modules by their files, in the crate of the importing file and in the other crates of the tree."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._crates: dict[str, str] = {}
        """Name -> root file."""
        self._folders = {parent_of(path) for path in tree.files if path.rpartition("/")[2] == "Cargo.toml"}
        for folder in sorted(self._folders):
            root = next((joined(folder, name) for name in _ROOTS if joined(folder, name) in tree.files), None)
            name = self._name_of(folder)
            if root is not None and name:
                self._crates.setdefault(name, root)

    def find(self, path: str, imported: Import) -> str | None:
        """File of the module; ``""`` for one of the tree that is not here; None for another crate's."""
        first, *rest = imported.module.split("::")
        if first == "self":
            return self._walk(path, rest) or ""
        if first == "crate":
            return self._walk(self._root_of(path), rest) or ""
        if first == "super":
            ups = 1
            while rest and rest[0] == "super":
                ups, rest = ups + 1, rest[1:]
            start: str | None = path
            for _ in range(ups):
                start = self._above(start) if start is not None else None
            return (self._walk(start, rest) if start is not None else None) or ""
        child = self.submodule(path, first)
        if child is not None:
            return self._walk(child, rest)
        root = self._crates.get(first)
        return self._walk(root, rest) if root is not None else None

    def submodule(self, path: str, name: str) -> str | None:
        """File of the module ``name`` within the module at ``path``."""
        folder = self._folder_of(path)
        for candidate in (joined(folder, f"{name}.rs"), joined(folder, f"{name}/mod.rs")):
            if candidate in self._tree.files:
                return candidate
        return None

    def _walk(self, path: str | None, names: list[str]) -> str | None:
        """The deepest module that has a file: what stands below is written in that one."""
        found = path
        for name in names:
            inner = self.submodule(found, name) if found is not None else None
            if inner is None:
                return found
            found = inner
        return found

    def _folder_of(self, path: str) -> str:
        """Folder of the modules within the module at ``path``."""
        if path.rpartition("/")[2] in ("lib.rs", "main.rs", "mod.rs"):
            return parent_of(path)
        return path.removesuffix(".rs")

    def _above(self, path: str) -> str | None:
        folder = parent_of(path)
        if path.rpartition("/")[2] == "mod.rs":
            folder = parent_of(folder)
        for name in ("lib.rs", "main.rs", "mod.rs"):
            if joined(folder, name) in self._tree.files and joined(folder, name) != path:
                return joined(folder, name)
        return f"{folder}.rs" if f"{folder}.rs" in self._tree.files else None

    def _root_of(self, path: str) -> str | None:
        folder = parent_of(path)
        while folder not in self._folders:
            if not folder:
                return None
            folder = parent_of(folder)
        if path.startswith(joined(folder, "src/bin/")):
            return path
        return next((joined(folder, name) for name in _ROOTS if joined(folder, name) in self._tree.files), None)

    def _name_of(self, folder: str) -> str | None:
        data = self._tree.read(joined(folder, "Cargo.toml"))
        try:
            document = load_toml((data or b"").decode("utf-8", "replace"))
        except ValueError:
            return None
        for table in ("lib", "package"):
            held = document.get(table)
            name = held.get("name") if isinstance(held, dict) else None
            if isinstance(name, str):
                return _OWN.sub("_", name)
        return None
