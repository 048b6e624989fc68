"""Which file a JavaScript or TypeScript import means."""

from __future__ import annotations

import json
import re

from aigov.scan.facts.types import Import
from aigov.scan.modules.tree import Tree, joined, normal, parent_of

_SCRIPT = (".ts", ".tsx", ".mts", ".cts", ".d.ts", ".js", ".jsx", ".mjs", ".cjs", ".vue", ".svelte")
_ALIAS = re.compile(r"[@~#]/")
_JSON_COMMENT = re.compile(r'("(?:[^"\\]|\\.)*")|//[^\n]*|/\*.*?\*/', re.S)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


class ScriptFinder:
    """Finds relative imports, path aliases, and packages of the workspace."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._workspaces: dict[str, str] | None = None
        self._aliases: dict[str, tuple[tuple[str, str], ...]] = {}

    def find(self, path: str, imported: Import) -> str | None:
        """File; ``""`` for a first-party module that is not here; None for any other."""
        module = imported.module
        if module.startswith("."):
            return self._script_at(normal(joined(parent_of(path), module))) or ""
        for base in self._aliased(path, module):
            found = self._script_at(base)
            if found is not None:
                return found
        if _ALIAS.match(module):
            return ""
        parts = module.split("/")
        package = "/".join(parts[:2]) if module.startswith("@") else parts[0]
        folder = self._packages().get(package)
        if folder is None or (package not in self._tree.projects.scripts and self._tree.vendor("javascript", package)):
            return None
        rest = module[len(package) :].lstrip("/")
        for candidate in (rest, f"src/{rest}" if rest else "src/index"):
            found = self._script_at(joined(folder, candidate) if candidate else folder)
            if found is not None:
                return found
        return ""

    def _script_at(self, base: str) -> str | None:
        if base in self._tree.files and base.endswith(_SCRIPT):
            return base
        stem = re.sub(r"\.[cm]?jsx?$", "", base)
        for front in dict.fromkeys((base, stem)):
            for suffix in _SCRIPT:
                if f"{front}{suffix}" in self._tree.files:
                    return f"{front}{suffix}"
        for suffix in _SCRIPT:
            if f"{base}/index{suffix}" in self._tree.files:
                return f"{base}/index{suffix}"
        return None

    def _aliased(self, path: str, module: str) -> list[str]:
        folder = parent_of(path)
        while True:
            for name in ("tsconfig.json", "jsconfig.json"):
                config = joined(folder, name)
                if config in self._tree.files:
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
                return [joined(root, module[2:]) for root in ("src", "") if _ALIAS.match(module)]
            folder = parent_of(folder)

    def _paths_of(self, config: str) -> tuple[tuple[str, str], ...]:
        """Pairs of pattern and target folder of one tsconfig.json, in order."""
        if config not in self._aliases:
            self._aliases[config] = ()
            document = _relaxed_json(self._tree.read(config))
            options = document.get("compilerOptions")
            options = options if isinstance(options, dict) else {}
            folder = parent_of(config)
            base = options.get("baseUrl")
            root = normal(joined(folder, base)) if isinstance(base, str) else folder
            pairs: list[tuple[str, str]] = []
            paths = options.get("paths")
            for pattern, targets in paths.items() if isinstance(paths, dict) else ():
                for target in targets if isinstance(targets, list) else ():
                    if isinstance(target, str):
                        pairs.append((pattern, normal(joined(root, target))))
            if isinstance(base, str):
                pairs.append(("*", joined(root, "*")))
            extended = document.get("extends")
            if not pairs and isinstance(extended, str) and extended.startswith("."):
                other = normal(joined(folder, extended))
                other = other if other.endswith(".json") else f"{other}.json"
                pairs.extend(self._paths_of(other) if other in self._tree.files else ())
            self._aliases[config] = tuple(pairs)
        return self._aliases[config]

    def _packages(self) -> dict[str, str]:
        """Names of the packages that this tree itself holds, with their folders."""
        if self._workspaces is None:
            self._workspaces = {}
            for path in sorted(self._tree.files):
                if path.rpartition("/")[2] == "package.json" and "node_modules/" not in path:
                    name = _relaxed_json(self._tree.read(path)).get("name")
                    if isinstance(name, str) and name:
                        self._workspaces.setdefault(name, parent_of(path))
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
