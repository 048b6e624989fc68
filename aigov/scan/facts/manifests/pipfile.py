"""Pipfile (https://github.com/pypa/pipfile)."""

from __future__ import annotations

from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.python_requirement import read_requirement
from aigov.scan.facts.manifests.records import Dependencies, bad_manifest, canonical, group_scope, manifest_scope
from aigov.scan.facts.manifests.toml_nodes import parse_toml
from aigov.scan.files import Document

KIND = "Pipfile"
_NO_PACKAGES = frozenset(("source", "requires", "scripts", "pipenv"))


def wants(path: str) -> bool:
    """The file by its name."""
    return path.rpartition("/")[2] == "Pipfile"


def read(document: Document) -> Dependencies:
    """``packages``, ``dev-packages`` and groups of own names.

    :raises SyntaxFault: not TOML.
    """
    root = parse_toml(document.data.decode("utf-8", "replace"))
    requirements, problems = [], []
    path_scope = manifest_scope(document.path)
    for table, node in root.members().items():
        if table in _NO_PACKAGES:
            continue
        scope = group_scope(table.removesuffix("-packages") if table != "packages" else "", path_scope)
        for name, member in node.members().items():
            if member.get("path") is not None:
                continue
            try:
                found = read_requirement(_pep508(name, member), member.line, scope)
            except ValueError as error:
                problems.append(bad_manifest(document.path, f"no requirement: {error}", member.line))
                continue
            if found is not None:
                requirements.append(found)
    return Dependencies(requirements=tuple(requirements), problems=tuple(problems))


def _pep508(name: str, node: Node) -> str:
    extras = ",".join(item.value for item in node.elements("extras") if isinstance(item.value, str))
    named = f"{canonical(name)}[{extras}]" if extras else canonical(name)
    remote = node.text("git") or node.text("file")
    if remote:
        return f"{named} @ {remote}"
    version = node.text() or node.text("version") or "*"
    return named if version == "*" else f"{named}{version}"
