"""Which file a PHP ``use`` means."""

from __future__ import annotations

import re

from aigov.scan.facts.types import Import
from aigov.scan.modules.tree import Tree

_MOST = 40
"""Files of one name that are looked at."""
_FETCHED = "/composer/installed.json"
"""What Composer writes into the folder of the packages that it fetched, which are nobody's own though they lie here."""


class PhpFinder:
    """Finds classes by file name (PSR-4: ``App\\Ai\\Client`` is ``Client.php``) and by the namespace of the file."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._by_name: dict[str, list[str]] = {}
        fetched = tuple(f"{path.removesuffix(_FETCHED)}/" for path in tree.files if path.endswith(_FETCHED))
        for path in sorted(tree.files):
            if path.endswith(".php") and not path.startswith(fetched):
                self._by_name.setdefault(path.rpartition("/")[2].removesuffix(".php").lower(), []).append(path)

    def find(self, path: str, imported: Import) -> str | None:
        """The file of the class; None where the tree has none."""
        namespace, name = imported.module, imported.name
        if name is None:
            namespace, _, name = imported.module.rpartition("\\")
        candidates = self._by_name.get(name.lower(), ())[:_MOST]
        folders = namespace.lower().split("\\")
        # The folder that bears the namespace's last part first, so that few files are read.
        for candidate in sorted(candidates, key=lambda found: folders[-1] not in found.lower().split("/")):
            if candidate != path and self._declares(candidate, namespace):
                return candidate
        return None

    def _declares(self, path: str, namespace: str) -> bool:
        data = self._tree.read(path)
        if data is None:
            return False
        found = re.search(rb"^[ \t]*(?:<\?php\s+)?namespace\s+([\w\\\\]+)\s*[;{]", data[:8192], re.MULTILINE)
        return (found[1].decode("utf-8", "replace") if found else "") == namespace
