"""Which namespaces a C# import does not take from a package, for the tree itself makes them up."""

from __future__ import annotations

import re
from collections import Counter

from aigov.scan.facts.types import Import
from aigov.scan.modules.tree import Tree

_NAMESPACE = re.compile(rb"^[ \t]*namespace[ \t]+([\w.]+)", re.MULTILINE)
_OWN = 3
"""Files that declare a namespace where it is the tree's own. One or two may add a method to a vendor's type in the
vendor's namespace, which is common."""


class CSharpFinder:
    """Tells namespaces of the tree that bear a vendor's name."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._declared: Counter[str] | None = None

    def find(self, path: str, imported: Import) -> str | None:
        """``""`` for a namespace of the tree's own, which or above which several files declare; None for any other."""
        if not self._tree.vendor("csharp", imported.module):
            return None
        if self._declared is None:
            self._declared = Counter()
            for file in sorted(self._tree.files):
                if file.endswith(".cs"):
                    found = _NAMESPACE.findall(self._tree.read(file) or b"")
                    self._declared.update({name.decode("utf-8", "replace") for name in found})
        parts = imported.module.split(".")
        above = (".".join(parts[:end]) for end in range(1, len(parts) + 1))
        own = self._declared[imported.module] and any(self._declared[name] >= _OWN for name in above)
        return "" if own else None
