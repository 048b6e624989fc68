"""Which file a JavaScript or TypeScript import means."""

from __future__ import annotations

import json
import re

from aigov.scan.facts.types import Import
from aigov.scan.modules.tree import Tree, joined, normal, parent_of

SCRIPTS = (".ts", ".tsx", ".mts", ".cts", ".d.ts", ".js", ".jsx", ".mjs", ".cjs", ".vue", ".svelte")
_CONFIGS = ("tsconfig.json", "jsconfig.json")
_ENTRIES = ("source", "main", "module", "types", "typings")
_BUILT = re.compile(r"^(?:\./)?(?:dist|build|lib|out)/(?:cjs/|esm/|src/)?")
_CONDITIONS = 4
"""Conditions within conditions of an export."""
_ALIAS = re.compile(r"[@~#]/")
_JSON_COMMENT = re.compile(r'("(?:[^"\\]|\\.)*")|//[^\n]*|/\*.*?\*/', re.S)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


class ScriptFinder:
    """Finds relative imports, path aliases, and packages of the workspace."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._workspaces: dict[str, str] | None = None
        self._entries: dict[str, dict[str, list[str]]] = {}
        self._spelled: dict[str, list[str]] | None = None
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
        if _ALIAS.match(module) or module.startswith(("$lib/", "#")):
            return ""
        parts = module.split("/")
        package = "/".join(parts[:2]) if module.startswith("@") else parts[0]
        folder = self._packages().get(package)
        if folder is None or (package not in self._tree.projects.scripts and self._tree.vendor("javascript", package)):
            return None
        return self._within(folder, module[len(package) :].lstrip("/")) or ""

    def spelled(self, path: str) -> list[str]:
        """How imports name a file by other words than its path: as a package of the tree, by an alias."""
        if self._spelled is None:
            self._spelled = {}
            for package, folder in sorted(self._packages().items()):
                for rest in dict.fromkeys(("", *self._exported(folder))):
                    file = self._within(folder, rest)
                    if file is not None:
                        self._spelled.setdefault(file, []).append(f"{package}/{rest}" if rest else package)
            for config in sorted(self._tree.files):
                if config.rpartition("/")[2] in _CONFIGS:
                    for alias, target in self._paths_of(config):
                        file = self._script_at(target) if "*" not in alias else None
                        if file is not None:
                            self._spelled.setdefault(file, []).append(alias)
        return self._spelled.get(path, [])

    def _within(self, folder: str, rest: str) -> str | None:
        """The file of a package that ``package/rest`` means."""
        named = self._exported(folder).get(rest, ())
        for candidate in (*named, rest, f"src/{rest}" if rest else "src/index"):
            found = self._script_at(normal(joined(folder, candidate)) if candidate else folder)
            if found is not None:
                return found
        return None

    def _exported(self, folder: str) -> dict[str, list[str]]:
        """Paths below a package -> the files that its ``package.json`` names for them, and the sources of built ones
        (https://nodejs.org/api/packages.html#package-entry-points)."""
        if folder not in self._entries:
            document = _relaxed_json(self._tree.read(joined(folder, "package.json")))
            held: dict[str, list[str]] = {"": []}
            exports = document.get("exports")
            by_path = isinstance(exports, dict) and any(str(key).startswith(".") for key in exports)
            for key, value in exports.items() if isinstance(exports, dict) and by_path else ((".", exports),):
                held.setdefault(str(key)[1:].strip("/"), []).extend(_strings(value, 0))
            held[""] += [str(document[key]) for key in _ENTRIES if isinstance(document.get(key), str)]
            self._entries[folder] = {
                key: [spelling for value in values for spelling in (value, _BUILT.sub("src/", value))]
                for key, values in held.items()
                if "*" not in key
            }
        return self._entries[folder]

    def _script_at(self, base: str) -> str | None:
        if base in self._tree.files and base.endswith(SCRIPTS):
            return base
        stem = re.sub(r"\.[cm]?jsx?$", "", base)
        for front in dict.fromkeys((base, stem)):
            for suffix in SCRIPTS:
                if f"{front}{suffix}" in self._tree.files:
                    return f"{front}{suffix}"
        for suffix in SCRIPTS:
            if f"{base}/index{suffix}" in self._tree.files:
                return f"{base}/index{suffix}"
        return None

    def _aliased(self, path: str, module: str) -> list[str]:
        folder = parent_of(path)
        while True:
            if module.startswith("$lib/") and self._is_kit(folder):
                return [joined(folder, f"src/lib/{module[5:]}")]
            if module.startswith("#") and (own := self._imports(folder, module)):
                return own
            for name in _CONFIGS:
                config = joined(folder, name)
                if config in self._tree.files:
                    if module.startswith("$lib/"):
                        continue  # what SvelteKit writes, and no tree holds, says it
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

    def _is_kit(self, folder: str) -> bool:
        """Whether a folder is a project of SvelteKit, whose ``$lib`` is ``src/lib``."""
        return any(joined(folder, f"svelte.config.{end}") in self._tree.files for end in ("js", "ts", "mjs"))

    def _imports(self, folder: str, module: str) -> list[str]:
        """What ``package.json`` says of a module within the package: ``"imports": {"#ai": "./src/ai.js"}``."""
        manifest = joined(folder, "package.json")
        held = _relaxed_json(self._tree.read(manifest)).get("imports") if manifest in self._tree.files else None
        found: list[str] = []
        for key, value in held.items() if isinstance(held, dict) else ():
            prefix, star, suffix = str(key).partition("*")
            if module == key or (star and module.startswith(prefix) and module.endswith(suffix)):
                middle = module[len(prefix) : len(module) - len(suffix) if suffix else None]
                found += [normal(joined(folder, path.replace("*", middle))) for path in _strings(value, 0)]
        return found

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


def _strings(value: object, depth: int) -> list[str]:
    """The paths that an export names, under whatever condition."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [found for part in inner for found in _strings(part, depth + 1)] if depth < _CONDITIONS else []


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
