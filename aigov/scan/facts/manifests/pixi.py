"""pixi.toml (https://pixi.sh/latest/reference/pixi_manifest/)."""

from __future__ import annotations

from collections.abc import Iterator

from aigov.model import Scope
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.records import (
    Dependencies,
    Ecosystem,
    Requirement,
    canonical,
    group_scope,
    manifest_scope,
    without_credentials,
)
from aigov.scan.facts.manifests.toml_nodes import parse_toml
from aigov.scan.files import Document

KIND = "pixi.toml"

_SECTIONS: tuple[tuple[str, Ecosystem, str], ...] = (
    ("dependencies", "conda", ""),
    ("pypi-dependencies", "pypi", ""),
    ("host-dependencies", "conda", "build"),
    ("build-dependencies", "conda", "build"),
)


def wants(path: str) -> bool:
    """The file by its name. Of a pyproject.toml, ``[tool.pixi]`` is read with the rest."""
    return path.rpartition("/")[2] == "pixi.toml"


def read(document: Document) -> Dependencies:
    """Dependencies of the workspace, of its features and of single platforms.

    :raises SyntaxFault: not TOML.
    """
    root = parse_toml(document.data.decode("utf-8", "replace"))
    return Dependencies(requirements=tuple(pixi_requirements(root, manifest_scope(document.path))))


def pixi_requirements(root: Node, path_scope: Scope) -> Iterator[Requirement]:
    """What the table ``root`` asks for, without folders of the tree."""
    tables = [("", root), *root.members("feature").items()]
    for name, table in tables:
        for part in (table, *table.members("target").values()):
            for section, ecosystem, group in _SECTIONS:
                for key, node in part.members(section).items():
                    if node.get("path") is None:
                        yield _requirement(ecosystem, key, node, group_scope(group or name, path_scope))


def _requirement(ecosystem: Ecosystem, key: str, node: Node, scope: Scope) -> Requirement:
    constraint = (node.text() or node.text("version") or node.text("git") or node.text("url") or "").strip()
    exact = constraint.removeprefix("==").strip()
    return Requirement(
        ecosystem=ecosystem,
        name=canonical(key) if ecosystem == "pypi" else key.lower(),
        line=node.line,
        scope=scope,
        version=exact if constraint.startswith("==") and "," not in exact and "*" not in exact else None,
        constraint=without_credentials(constraint) or None,
        extras=tuple(sorted(item.value for item in node.elements("extras") if isinstance(item.value, str))),
    )
