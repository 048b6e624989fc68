"""Which folder of the tree a Go import means (https://go.dev/ref/mod#resolve-pkg-mod).

A package is a folder; one of its files stands for it, and the others are found as its neighbours
(``aigov/scan/ambient.py``).
"""

from __future__ import annotations

import re

from aigov.scan.facts.types import Import
from aigov.scan.modules.tree import Tree, joined, normal, parent_of

_MODULE = re.compile(r'^[ \t]*module[ \t]+"?([^\s"]+)"?', re.MULTILINE)
_REPLACED = re.compile(
    r'^[ \t]*(?:replace[ \t]+)?"?([^\s"]+)"?(?:[ \t]+v\S+)?[ \t]+=>[ \t]+"?(\.\.?/[^\s"]*|\.)"?', re.MULTILINE
)


class GoFinder:
    """Finds packages of the tree's own modules, and of those that a ``replace`` takes from a folder of it."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._packages: dict[str, str] = {}
        for path in sorted(tree.files, reverse=True):
            if path.endswith(".go") and not path.endswith("_test.go"):
                self._packages[parent_of(path)] = path
        self._modules = sorted(self._read_modules().items(), key=lambda item: (-len(item[0]), item[0]))

    def find(self, path: str, imported: Import) -> str | None:
        """A file of the package; ``""`` for a package of the tree that is not here; None for any other."""
        for module, folder in self._modules:
            if imported.module == module or imported.module.startswith(f"{module}/"):
                rest = imported.module[len(module) :].lstrip("/")
                return self._packages.get(joined(folder, rest), "")
        return None

    def _read_modules(self) -> dict[str, str]:
        """Module path -> its folder."""
        found: dict[str, str] = {}
        named = sorted(path for path in self._tree.files if path.rpartition("/")[2] in ("go.mod", "go.work"))
        texts = {path: (self._tree.read(path) or b"").decode("utf-8", "replace") for path in named}
        for path, text in texts.items():
            match = _MODULE.search(text) if path.endswith(".mod") else None
            if match:
                found.setdefault(match[1], parent_of(path))
        for path, text in texts.items():
            for match in _REPLACED.finditer(text):
                folder = normal(joined(parent_of(path), match[2]))
                # A folder beside the tree is none of its own: the module stays what its name says.
                if f"{folder}/go.mod" in self._tree.files:
                    found.setdefault(match[1], folder)
        return found
