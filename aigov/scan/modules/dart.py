"""Which file a Dart import means."""

from __future__ import annotations

import re

from aigov.scan.facts.types import Import
from aigov.scan.modules.tree import Tree, joined, normal, parent_of

_NAME = re.compile(rb"^name:[ \t]*['\"]?(\w+)", re.MULTILINE)


class DartFinder:
    """Finds relative imports, and libraries of the packages that the tree itself holds."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._packages: dict[str, str] = {}
        for path in sorted(tree.files):
            if path.rpartition("/")[2] == "pubspec.yaml" and (found := _NAME.search(tree.read(path) or b"")):
                self._packages.setdefault(found[1].decode(), joined(parent_of(path), "lib"))

    def find(self, path: str, imported: Import) -> str | None:
        """The file; ``""`` for one of the tree's own that is not here (generated); None for any other."""
        module = imported.module
        if module.startswith("dart:"):
            return None
        if module.endswith(".dart") and (module.startswith(".") or module.partition("/")[0] not in self._packages):
            near = normal(joined(parent_of(path), module))
            if near in self._tree.files:
                return near
            return "" if module.startswith(".") else None
        package, _, rest = module.partition("/")
        if package not in self._packages:
            return None
        found = joined(self._packages[package], rest or f"{package}.dart")
        return found if found in self._tree.files else ""
