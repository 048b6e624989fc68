"""Which file of the tree an import means, or that it means a package from outside.

First-party wins: a folder ``openai/`` that the importing file can reach is not the vendor. What a name like a vendor's
must prove: that the module holds what is imported from it (Python resolves ``from openai import OpenAI`` in
``llms/openai.py`` to the installed package, not to the file itself).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from aigov.scan.facts.types import Import
from aigov.scan.projects import find_projects

_PYTHON = (".py", ".pyi", ".pyw")
_SCRIPT = (".ts", ".tsx", ".mts", ".cts", ".d.ts", ".js", ".jsx", ".mjs", ".cjs", ".vue", ".svelte")
_SOURCE_ROOTS = ("src", "lib", "python")
_ALIAS = re.compile(r"[@~#]/")
_JSON_COMMENT = re.compile(r'("(?:[^"\\]|\\.)*")|//[^\n]*|/\*.*?\*/', re.S)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


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
        self._files = frozenset(paths)
        self._folders = frozenset(
            str(parent) for path in self._files if path.endswith(_PYTHON) for parent in PurePosixPath(path).parents
        )
        self._python_names = {folder.rpartition("/")[2] for folder in self._folders} | {
            path.rpartition("/")[2].partition(".")[0] for path in self._files if path.endswith(_PYTHON)
        }
        """What the first part of an import must be among, to mean a file of this tree."""
        self._roots: dict[str, list[str]] = {}
        self._read = read
        self._vendor = vendor
        self._defines = defines
        self._workspaces: dict[str, str] | None = None
        self._aliases: dict[str, tuple[tuple[str, str], ...]] = {}
        self.projects = find_projects(self._files, read)
        self._found: dict[tuple[str, str, int, str | None], str | None] = {}

    def find(self, path: str, family: str, imported: Import) -> str | None:
        """File (or Python package folder) that ``imported`` in the file ``path`` means; None: not first-party.

        ``""`` is a first-party module that is not in the tree (a relative import of a generated or missing file).
        """
        key = (path, imported.module, imported.level, imported.name)
        if key not in self._found:
            self._found[key] = None
            finder = self._find_python if family == "python" else self._find_script
            self._found[key] = finder(path, imported.module, imported.level, imported.name)
        return self._found[key]

    def submodule(self, path: str, name: str) -> str | None:
        """The module ``name`` inside the Python package at ``path``."""
        folder = path.removesuffix("/__init__.py") if path.endswith("/__init__.py") else path
        return self._python_at(f"{folder}/{name}") if folder in self._folders else None

    # --- Python -----------------------------------------------------------------------------------------------------

    def _find_python(self, path: str, module: str, level: int, name: str | None) -> str | None:
        folder = _parent(path)
        if level:
            for _ in range(level - 1):
                folder = _parent(folder)
            return self._python_at(_join(folder, module.replace(".", "/"))) or ""
        tail = module.replace(".", "/")
        own = self.projects.modules.get(module.partition(".")[0])
        if own is not None:
            # The tree's own package, also where a part of it is generated, or hands on another's names.
            return self._python_at(_join(own, tail)) or ""
        if module.partition(".")[0] not in self._python_names:
            return None
        strict = self._vendor("python", module)
        for root in self._python_roots(folder):
            found = self._python_at(_join(root, tail))
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
            folder = _parent(folder)
        nested = [
            _join(root, source) for root in roots for source in _SOURCE_ROOTS if _join(root, source) in self._folders
        ]
        return roots + [root for root in nested if root not in roots]

    def _is_package(self, folder: str) -> bool:
        return f"{folder}/__init__.py" in self._files

    def _python_at(self, base: str) -> str | None:
        for suffix in _PYTHON:
            if f"{base}{suffix}" in self._files:
                return f"{base}{suffix}"
        if f"{base}/__init__.py" in self._files:
            return f"{base}/__init__.py"
        return base if base in self._folders and base not in ("", ".") else None

    def _holds(self, found: str, importer: str, name: str | None) -> bool:
        """Whether a module that shares a vendor's name is really what is imported."""
        if not found.endswith(_PYTHON):
            # A folder without __init__.py yields to an installed package, so it must have the very submodule, or
            # lie in a package that has one.
            inside = self._is_package(_parent(found))
            return inside or (bool(name) and self._python_at(f"{found}/{name}") is not None)
        package = found.removesuffix("/__init__.py")
        if package != found and importer.startswith(f"{package}/") and "/" in package:
            # Code inside a nested package of the vendor's name: Python looks the name up from the top.
            return bool(name) and self.submodule(found, name or "") is not None
        if name is None or name == "*":
            return True
        return self._defines(found, name) or self.submodule(found, name) is not None

    # --- JavaScript and TypeScript ----------------------------------------------------------------------------------

    def _find_script(self, path: str, module: str, level: int, name: str | None) -> str | None:
        if module.startswith("."):
            return self._script_at(_normal(_join(_parent(path), module))) or ""
        for base in self._aliased(path, module):
            found = self._script_at(base)
            if found is not None:
                return found
        if _ALIAS.match(module):
            return ""
        parts = module.split("/")
        package = "/".join(parts[:2]) if module.startswith("@") else parts[0]
        folder = self._packages().get(package)
        if folder is None or (package not in self.projects.scripts and self._vendor("javascript", package)):
            return None
        rest = module[len(package) :].lstrip("/")
        for candidate in (rest, f"src/{rest}" if rest else "src/index"):
            found = self._script_at(_join(folder, candidate) if candidate else folder)
            if found is not None:
                return found
        return ""

    def _script_at(self, base: str) -> str | None:
        if base in self._files and base.endswith(_SCRIPT):
            return base
        stem = re.sub(r"\.[cm]?jsx?$", "", base)
        for front in dict.fromkeys((base, stem)):
            for suffix in _SCRIPT:
                if f"{front}{suffix}" in self._files:
                    return f"{front}{suffix}"
        for suffix in _SCRIPT:
            if f"{base}/index{suffix}" in self._files:
                return f"{base}/index{suffix}"
        return None

    def _aliased(self, path: str, module: str) -> list[str]:
        folder = _parent(path)
        while True:
            for name in ("tsconfig.json", "jsconfig.json"):
                config = _join(folder, name)
                if config in self._files:
                    return [
                        target.replace("*", module[len(prefix) : len(module) - len(suffix) if suffix else None])
                        for pattern, target in self._paths_of(config)
                        for prefix, _, suffix in (pattern.partition("*"),)
                        if (
                            module.startswith(prefix) and module.endswith(suffix)
                            if "*" in pattern
                            else module == pattern
                        )
                    ]
            if folder == "":
                return [_join(root, module[2:]) for root in ("src", "") if _ALIAS.match(module)]
            folder = _parent(folder)

    def _paths_of(self, config: str) -> tuple[tuple[str, str], ...]:
        """Pairs of pattern and target folder of one tsconfig.json, in order."""
        if config not in self._aliases:
            self._aliases[config] = ()
            document = _relaxed_json(self._read(config))
            options = document.get("compilerOptions")
            options = options if isinstance(options, dict) else {}
            folder = _parent(config)
            base = options.get("baseUrl")
            root = _normal(_join(folder, base)) if isinstance(base, str) else folder
            pairs: list[tuple[str, str]] = []
            paths = options.get("paths")
            for pattern, targets in paths.items() if isinstance(paths, dict) else ():
                for target in targets if isinstance(targets, list) else ():
                    if isinstance(target, str):
                        pairs.append((pattern, _normal(_join(root, target))))
            if isinstance(base, str):
                pairs.append(("*", _join(root, "*")))
            extended = document.get("extends")
            if not pairs and isinstance(extended, str) and extended.startswith("."):
                other = _normal(_join(folder, extended))
                other = other if other.endswith(".json") else f"{other}.json"
                pairs.extend(self._paths_of(other) if other in self._files else ())
            self._aliases[config] = tuple(pairs)
        return self._aliases[config]

    def _packages(self) -> dict[str, str]:
        """Names of the packages that this tree itself holds, with their folders."""
        if self._workspaces is None:
            self._workspaces = {}
            for path in sorted(self._files):
                if path.rpartition("/")[2] == "package.json" and "node_modules/" not in path:
                    name = _relaxed_json(self._read(path)).get("name")
                    if isinstance(name, str) and name:
                        self._workspaces.setdefault(name, _parent(path))
        return self._workspaces


def _relaxed_json(data: bytes | None) -> dict[str, object]:
    """A JSON object with comments and trailing commas, as tsconfig.json has them; empty when it is none."""
    if data is None:
        return {}
    text = _JSON_COMMENT.sub(lambda match: match[1] or "", data.decode("utf-8", "replace"))
    try:
        document = json.loads(_TRAILING_COMMA.sub(r"\1", text))
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}


def _parent(path: str) -> str:
    return path.rpartition("/")[0]


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder and name else folder or name


def _normal(path: str) -> str:
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            if parts:
                parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)
