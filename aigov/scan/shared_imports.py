"""Imports that one file makes for others: C#'s ``global using``, ``<Using>`` of a project, Razor's ``_Imports``."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping

from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import Import
from aigov.scan.files import Document

_GLOBAL = re.compile(rb"^[ \t]*global[ \t]+using[ \t]+(?:static[ \t]+)?(?:global::)?([\w.]+)[ \t]*;", re.MULTILINE)
_USING = re.compile(rb"^[ \t]*using[ \t]+(?:static[ \t]+)?(?:global::)?([\w.]+)[ \t]*;", re.MULTILINE)
_ITEM = re.compile(rb"<Using\s+Include\s*=\s*\"([\w.]+)\"")
_PROJECT_FILE = ".csproj"
_INHERITED = "Directory.Build.props"
_TEMPLATES = {"_Imports.razor": ".razor", "_ViewImports.cshtml": ".cshtml"}
"""Files whose imports hold for all files of a kind in their folder and below."""


class SharedImports:
    """What the files of one tree import for one another."""

    def __init__(
        self,
        files: Collection[str],
        documents: Callable[[], Mapping[str, Document]],
        read: Callable[[str], bytes | None],
    ) -> None:
        """
        :param files: paths of the tree.
        :param documents: the files of the tree that were kept, as the facts engine reads them.
        :param read: content of a small configuration file; None when it cannot be read.
        """
        self._files = files
        self._documents = documents
        self._read = read
        self._projects = {path.rpartition("/")[0] for path in files if path.endswith(_PROJECT_FILE)}
        self._rules: list[tuple[str, str, bool, tuple[str, ...]]] | None = None
        self._found: dict[str, tuple[Import, ...]] = {}

    def of(self, facts: FileFacts) -> tuple[Import, ...]:
        """Imports that hold in a file and stand in another one."""
        if not facts.row.opens or facts.row.family != "csharp":
            return ()
        path = facts.path
        if path not in self._found:
            modules: dict[str, None] = {}
            project = self._project(path)
            for folder, end, whole, names in self._all():
                inside = not folder or path.startswith(f"{folder}/")
                if path.endswith(end) and (project == folder if whole else inside):
                    modules.update(dict.fromkeys(names))
            self._found[path] = tuple(Import(module=name, line=1, name="*") for name in modules)
        return self._found[path]

    def _project(self, path: str) -> str:
        while path:
            path = path.rpartition("/")[0]
            if path in self._projects:
                return path
        return ""

    def _all(self) -> list[tuple[str, str, bool, tuple[str, ...]]]:
        """(folder, end of the paths, whether the folder must be that of the project, modules)."""
        if self._rules is None:
            self._rules = []
            for path, document in sorted(self._documents().items()):
                folder, _, name = path.rpartition("/")
                if name in _TEMPLATES:
                    self._add(folder, _TEMPLATES[name], False, _USING.findall(document.data))
                elif path.endswith(".cs") and b"global" in document.data:
                    self._add(self._project(path), "", True, _GLOBAL.findall(document.data))
            for path in sorted(self._files):
                folder, _, name = path.rpartition("/")
                if path.endswith(_PROJECT_FILE) or name == _INHERITED:
                    self._add(folder, "", path.endswith(_PROJECT_FILE), _ITEM.findall(self._read(path) or b""))
        return self._rules

    def _add(self, folder: str, end: str, whole: bool, names: Iterable[bytes]) -> None:
        modules = tuple(name.decode("utf-8", "replace") for name in names)
        if modules and self._rules is not None:
            self._rules.append((folder, end, whole, modules))
