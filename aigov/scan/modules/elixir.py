"""Which file an Elixir module is in."""

from __future__ import annotations

import re

from aigov.scan.facts.types import Import
from aigov.scan.modules.tree import Tree

_SNAKE = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_MOST = 40
"""Files of one name that are looked at."""


class ElixirFinder:
    """Finds modules by file name (``MyApp.ChatServer`` is ``chat_server.ex``) and what the file defines."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._by_name: dict[str, list[str]] = {}
        for path in sorted(tree.files):
            if path.endswith((".ex", ".exs")):
                self._by_name.setdefault(path.rpartition("/")[2].partition(".")[0], []).append(path)

    def find(self, path: str, imported: Import) -> str | None:
        """The file of the module; None where the tree has none."""
        module = f"{imported.module}.{imported.name}" if imported.name else imported.module
        stem = _SNAKE.sub("_", module.rpartition(".")[2]).lower()
        wanted = re.compile(rb"\bdefmodule\s+" + re.escape(module.encode()) + rb"\s+do\b")
        for candidate in self._by_name.get(stem, ())[:_MOST]:
            if wanted.search(self._tree.read(candidate) or b""):
                return candidate
        return None
