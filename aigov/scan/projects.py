"""The packages that a tree itself is: an import or requirement of one of them is first-party, whatever it is called.

A project counts where it stands at the root of the tree, where the root makes it a member of its workspace, or where
its folder holds the package of its name. Any other manifest (a sample called ``openai``) names nothing but itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aigov.scan.facts.manifests.records import purl_of
from aigov.scan.own_packages import own_purls
from aigov.scan.toml_text import load_toml
from aigov.text import well_formed

_MANIFESTS = ("pyproject.toml", "setup.cfg", "setup.py", "package.json")
_SOURCE_ROOTS = ("", "src", "lib", "python")
_SETUP_NAME = re.compile(
    r"""(?m)^[ \t]*(?:setup\([ \t]*)?name[ \t]*=[ \t]*["']?([A-Za-z0-9][\w.-]*)["']?[ \t]*(?:,[ \t]*)?$"""
)
_YAML_ITEM = re.compile(r"""(?m)^[ \t]*-[ \t]*["']?([^"'\s#]+)""")
_SEPARATORS = re.compile(r"[-_.]+")


@dataclass(frozen=True, slots=True)
class Projects:
    """The projects of one tree."""

    purls: frozenset[str] = frozenset()
    """Without version."""
    modules: Mapping[str, str] = field(default_factory=dict)
    """Top-level Python package -> the folder that holds it."""
    scripts: Mapping[str, str] = field(default_factory=dict)
    """npm package -> its folder."""


def find_projects(paths: Iterable[str], read: Callable[[str], bytes | None]) -> Projects:
    """The projects of the tree that holds the files ``paths``.

    :param read: content of a small file; None when it cannot be read. A manifest that cannot be parsed names nothing.
    """
    files = frozenset(paths)
    manifests = sorted(path for path in files if path.rpartition("/")[2] in _MANIFESTS and "node_modules/" not in path)
    held: dict[str, list[str]] = {}
    for path in files:
        if path.endswith("/__init__.py"):
            holder, _, package = path.removesuffix("/__init__.py").rpartition("/")
            held.setdefault(holder, []).append(package)
    purls: set[str] = set()
    modules: dict[str, str] = {}
    scripts: dict[str, str] = {}
    script_members = _members(_script_globs(files, read))
    python_members = _members(_at(_toml("pyproject.toml", files, read), "tool", "uv", "workspace", "members"))
    for path in manifests:
        folder, _, base = path.rpartition("/")
        if base == "package.json":
            name = _json(path, files, read).get("name")
            if isinstance(name, str) and name and (not folder or script_members.fullmatch(folder)):
                scripts.setdefault(name, folder)
                purls.add(purl_of("npm", well_formed(name)))
            continue
        name = _python_name(path, base, files, read)
        if name is None:
            continue
        own = _packages_of(name, folder, held)
        if own or not folder or python_members.fullmatch(folder):
            purls.add(purl_of("pypi", _SEPARATORS.sub("-", name).lower()))
        for module, holder in own:
            modules.setdefault(module, holder)
    return Projects(frozenset(purls) | own_purls(files, read), modules, scripts)


def _script_globs(files: frozenset[str], read: Callable[[str], bytes | None]) -> list[Any]:
    """Folders of the members of an npm, yarn, bun, pnpm or lerna workspace, as globs."""
    stated = _json("package.json", files, read).get("workspaces")
    stated = stated.get("packages") if isinstance(stated, dict) else stated
    lerna = _json("lerna.json", files, read).get("packages")
    pnpm = read("pnpm-workspace.yaml") if "pnpm-workspace.yaml" in files else None
    found = [item for listed in (stated, lerna) if isinstance(listed, list) for item in listed]
    return [*found, *_YAML_ITEM.findall((pnpm or b"").decode("utf-8", "replace"))]


def _members(globs: Any) -> re.Pattern[str]:
    """A pattern of the folders that globs stand for; of none where there are no globs."""
    spelled = [item.removeprefix("./").rstrip("/") for item in globs or () if isinstance(item, str)]
    parts = [re.escape(item).replace(r"\*\*", ".*").replace(r"\*", "[^/]*") for item in spelled if item[:1] != "!"]
    return re.compile("|".join(parts) or "(?!)")


def _python_name(path: str, base: str, files: frozenset[str], read: Callable[[str], bytes | None]) -> str | None:
    """Name of a Python project; None where its manifest asks for the same name, as only a sample can."""
    if base != "pyproject.toml":
        match = _SETUP_NAME.search((read(path) or b"").decode("utf-8", "replace"))
        return match[1] if match else None
    document = _toml(path, files, read)
    name = _at(document, "project", "name") or _at(document, "tool", "poetry", "name")
    if not isinstance(name, str) or not name:
        return None
    asked = _at(document, "project", "dependencies")
    plain = [str(item) for item in asked] if isinstance(asked, list) else []
    itself = re.compile(rf"{re.escape(name)}\s*(?:$|[=<>!~;@ ])", re.IGNORECASE)
    return None if any(itself.match(item) for item in plain) else name


def _packages_of(name: str, folder: str, held: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    """Python packages in a project's folder that bear its name, with or without its last words (``aider-chat``:
    ``aider``), with the folders that hold them.

    :param held: folder -> the packages that it holds.
    """
    words = _SEPARATORS.split(name.lower())
    spelled = dict.fromkeys("".join(words[:count]) for count in range(len(words), 0, -1))
    found = []
    for source in _SOURCE_ROOTS:
        holder = "/".join(part for part in (folder, source) if part)
        for module in sorted(held.get(holder, ())):
            if _SEPARATORS.sub("", module.lower()) in spelled:
                found.append((module, holder))
    return found


def _json(path: str, files: frozenset[str], read: Callable[[str], bytes | None]) -> dict[str, Any]:
    data = read(path) if path in files else None
    try:
        document = json.loads(data) if data else {}
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}


def _toml(path: str, files: frozenset[str], read: Callable[[str], bytes | None]) -> dict[str, Any]:
    data = read(path) if path in files else None
    try:
        return load_toml(data.decode("utf-8", "replace")) if data else {}
    except ValueError:
        return {}


def _at(document: Any, *keys: str) -> Any:
    for key in keys:
        document = document.get(key) if isinstance(document, dict) else None
    return document
