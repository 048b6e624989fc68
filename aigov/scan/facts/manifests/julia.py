"""Julia's Project.toml and Manifest.toml (https://pkgdocs.julialang.org/v1/toml-files/)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.records import Dependencies, Locked, Requirement, group_scope, manifest_scope
from aigov.scan.facts.manifests.toml_nodes import parse_toml
from aigov.scan.files import Document

MANIFEST_KIND = "Project.toml"
LOCK_KIND = "Manifest.toml"

_LOCK = re.compile(r"(?:.*/)?(?:Julia)?Manifest(?:-v\d+\.\d+)?\.toml")
_EXACT = re.compile(r"=\s*(\d+\.\d+\.\d+)")


def wants_manifest(path: str) -> bool:
    """The file by its name."""
    return path.rpartition("/")[2] in ("Project.toml", "JuliaProject.toml")


def wants_lock(path: str) -> bool:
    """The file by its names."""
    return _LOCK.fullmatch(path) is not None


def read_manifest(document: Document) -> Dependencies:
    """Direct dependencies, weak ones (of extensions) and those of tests alone.

    :raises SyntaxFault: not TOML.
    """
    root, scope = parse_toml(document.data.decode("utf-8", "replace")), manifest_scope(document.path)
    bounds = root.members("compat")
    rows = []
    for section, group in (("deps", ""), ("weakdeps", ""), ("extras", "test")):
        for name, node in root.members(section).items():
            constraint = bounds[name].text() if name in bounds else None
            exact = _EXACT.fullmatch(constraint or "")
            rows.append(
                Requirement(
                    ecosystem="julia",
                    name=name,
                    line=node.line,
                    scope=group_scope(group, scope),
                    version=exact[1] if exact else None,
                    constraint=constraint,
                    optional=section == "weakdeps",
                )
            )
    return Dependencies(requirements=tuple(rows))


def read_lock(document: Document) -> Dependencies:
    """Every package, of both forms of the file, with what each of them needs.

    :raises SyntaxFault: not TOML.
    """
    root = parse_toml(document.data.decode("utf-8", "replace"))
    tables = root.members("deps") or root.members()
    return Dependencies(locked=tuple(row for name, node in tables.items() for row in _locked(name, node)))


def _locked(name: str, node: Node) -> Iterator[Locked]:
    for item in node.elements():
        version = item.text("version")
        if version:  # the standard library has none
            needs = [text for one in item.elements("deps") if (text := one.text())]
            yield Locked(
                ecosystem="julia",
                name=name,
                version=version,
                line=item.line,
                direct=None,
                requires=frozenset((*needs, *item.members("deps"))),
            )
