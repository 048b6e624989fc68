"""Which file of the tree an import means, or that it means a package from outside.

First-party wins: a folder ``openai/`` that the importing file can reach is not the vendor. What a name like a vendor's
must prove: that the module holds what is imported from it (Python resolves ``from openai import OpenAI`` in
``llms/openai.py`` to the installed package, not to the file itself).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from aigov.scan.facts.types import Import
from aigov.scan.modules.crates import CrateFinder
from aigov.scan.modules.csharp import CSharpFinder
from aigov.scan.modules.dart import DartFinder
from aigov.scan.modules.elixir import ElixirFinder
from aigov.scan.modules.golang import GoFinder
from aigov.scan.modules.jvm import JvmFinder
from aigov.scan.modules.php import PhpFinder
from aigov.scan.modules.python import PythonFinder
from aigov.scan.modules.script import SCRIPTS, ScriptFinder
from aigov.scan.modules.tree import Tree
from aigov.scan.projects import find_projects


class Finder(Protocol):
    """Finds the modules of one language family."""

    def find(self, path: str, imported: Import) -> str | None:
        """File (or package folder) that ``imported`` in the file ``path`` means; None: not first-party; ``""``:
        first-party, and not in the tree."""


_FINDERS: Mapping[str, Callable[[Tree], Finder]] = {
    "javascript": ScriptFinder,
    "go": GoFinder,
    "rust": CrateFinder,
    "java": JvmFinder,
    "csharp": CSharpFinder,
    "php": PhpFinder,
    "dart": DartFinder,
    "elixir": ElixirFinder,
}
"""Family -> its finder. Imports of other families never mean a file."""


class ModuleGraph:
    """The modules of one tree, by path."""

    def __init__(
        self,
        paths: Iterable[str],
        *,
        read: Callable[[str], bytes | None],
        vendor: Callable[[str, str], bool],
        defines: Callable[[str, str], bool],
    ) -> None:
        """
        :param read: content of a small configuration file, None when it cannot be read.
        :param vendor: whether the catalogue knows a module of this language family and name.
        :param defines: whether the module at a path binds a name.
        """
        files = frozenset(paths)
        self.projects = find_projects(files, read)
        self._tree = Tree(files=files, read=read, vendor=vendor, defines=defines, projects=self.projects)
        self._python = PythonFinder(self._tree)
        self._finders: dict[str, Finder | None] = {"python": self._python}
        self._found: dict[tuple[str, str, int, str | None], str | None] = {}

    def find(self, path: str, family: str, imported: Import) -> str | None:
        """File (or Python package folder) that ``imported`` in the file ``path`` means; None: not first-party.

        ``""`` is a first-party module that is not in the tree (a relative import of a generated or missing file).
        """
        key = (path, imported.module, imported.level, imported.name)
        if key not in self._found:
            self._found[key] = None
            finder = self._finder(family)
            self._found[key] = finder.find(path, imported) if finder is not None else None
        return self._found[key]

    def nearest(self, path: str, name: str) -> str | None:
        """The file ``name`` (``config/services.php``) of the nearest folder above ``path`` that has one."""
        folder = path.rpartition("/")[0]
        while True:
            found = f"{folder}/{name}" if folder else name
            if found in self._tree.files:
                return found
            if not folder:
                return None
            folder = folder.rpartition("/")[0]

    def submodule(self, path: str, name: str) -> str | None:
        """The module ``name`` inside the Python package, or the Rust module, at ``path``."""
        finder = self._finder("rust") if path.endswith(".rs") else None
        if isinstance(finder, CrateFinder):
            return finder.submodule(path, name)
        return self._python.submodule(path, name)

    def spelled(self, path: str) -> list[str]:
        """How JavaScript's imports name a file by other words than its path: as a package of the tree, by an alias."""
        finder = self._finder("javascript") if path.endswith(SCRIPTS) else None
        return finder.spelled(path) if isinstance(finder, ScriptFinder) else []

    @property
    def files(self) -> frozenset[str]:
        """Paths of all files of the tree."""
        return self._tree.files

    def text(self, path: str) -> str:
        """Content of a small configuration file; empty when it cannot be read."""
        return (self._tree.read(path) or b"").decode("utf-8", "replace")

    @property
    def django_settings(self) -> tuple[str, ...]:
        """Modules that may be what ``django.conf.settings`` stands for."""
        return self._python.settings

    def _finder(self, family: str) -> Finder | None:
        if family not in self._finders:
            make = _FINDERS.get(family)
            self._finders[family] = make(self._tree) if make is not None else None
        return self._finders[family]
