"""Lock files of the conda world: conda-lock.yml of conda-lock, and pixi.lock."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigov.model import Scope
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.records import (
    Dependencies,
    Ecosystem,
    Locked,
    canonical,
    group_scope,
    manifest_scope,
)
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml
from aigov.scan.files import Document

KIND = "conda-lock"

_WANTED = re.compile(r"(?:.*/)?(?:[\w.-]*conda-lock\.ya?ml|pixi\.lock)")
_ARCHIVE = re.compile(r"(?:.*/)?(?P<name>[A-Za-z0-9_][\w.-]*?)-(?P<version>[^-/]+)-[^-/]+\.(?:conda|tar\.bz2)")


def wants(path: str) -> bool:
    """``conda-lock.yml`` with or without the name of an environment, and ``pixi.lock``."""
    return _WANTED.fullmatch(path) is not None


def read(document: Document) -> Dependencies:
    """Packages of conda and of PyPI, once for all platforms. The manifests tell what is direct.

    :raises SyntaxFault: not YAML.
    """
    path_scope = manifest_scope(document.path)
    rows: dict[tuple[Ecosystem, str, str], Locked] = {}
    for root in parse_yaml(document.data.decode("utf-8", "replace")):
        for package in (*root.elements("package"), *root.elements("packages")):
            for row in _package(package, path_scope):
                rows.setdefault((row.ecosystem, row.name, row.version), row)
    return Dependencies(locked=tuple(rows.values()))


def _package(package: Node, path_scope: Scope) -> Iterator[Locked]:
    """One row; none for what has no version (a folder of the tree)."""
    url = package.text("conda") or ""
    archive = _ARCHIVE.fullmatch(url.partition("#")[0])
    is_python = package.text("manager") == "pip" or package.get("pypi") is not None
    name = package.text("name") or (archive["name"] if archive else "")
    version = package.text("version") or (archive["version"] if archive else "")
    if not name or not version:
        return
    category = package.text("category") or "main"
    needs = {*package.members("dependencies"), *package.members("requires_dist")}
    for item in (*package.elements("depends"), *package.elements("requires_dist")):
        needs.add(re.split(r"[\s\[<>=!~;(]", (item.text() or "").strip(), maxsplit=1)[0])
    yield Locked(
        ecosystem="pypi" if is_python else "conda",
        name=canonical(name) if is_python else name.lower(),
        version=version,
        line=package.line,
        direct=None,
        scope=None if category == "main" else group_scope(category, path_scope),
        requires=frozenset(canonical(need) if is_python else need for need in needs if need),
    )
