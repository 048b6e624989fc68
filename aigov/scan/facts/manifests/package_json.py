"""npm's package.json."""

from __future__ import annotations

import re
from dataclasses import replace

from aigov.model import Scope
from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.records import (
    Dependencies,
    Requirement,
    folders_above,
    group_scope,
    manifest_scope,
    without_credentials,
)
from aigov.scan.files import Document

KIND = "package.json"

_SECTIONS = {"dependencies": "", "optionalDependencies": "", "peerDependencies": "", "devDependencies": "dev"}
_EXACT = re.compile(r"=?\s*v?(\d+\.\d+\.\d+(?:-[\w.-]+)?)(?:\+[\w.-]+)?")
_ALIAS = re.compile(r"npm:((?:@[^/@]+/)?[^/@]+)(?:@(.+))?")
_LOCAL = ("file:", "link:", "portal:", "workspace:", "./", "../", "/", "~/")


def wants(path: str) -> bool:
    """The file by its name."""
    return path.rpartition("/")[2] == "package.json"


def read(document: Document) -> Dependencies:
    """Direct dependencies of the four sections, without those that are folders of the same repository.

    :raises SyntaxFault: not JSON.
    """
    root = parse_json(document.data.decode("utf-8", "replace"))
    path_scope = manifest_scope(document.path)
    requirements = []
    for section, group in _SECTIONS.items():
        scope = group_scope(group, path_scope)
        for name, node in root.members(section).items():
            found = npm_requirement(name, node.text() or "", node.line, scope)
            if found is not None:
                left_out = section == "optionalDependencies" or root.get("peerDependenciesMeta", name, "optional")
                requirements.append(replace(found, optional=True) if left_out else found)
    aliases = {**read_catalogs(root), **read_catalogs(root.get("workspaces") or Node({}, 1))}
    requirements.extend(item for items in aliases.values() for item in items)
    return Dependencies(
        requirements=tuple(requirements),
        aliases=aliases,
        inherits=tuple(
            f"{folder}{name}"
            for folder in folders_above(document.path)
            for name in ("pnpm-workspace.yaml", "package.json", ".yarnrc.yml")
        ),
    )


def read_catalogs(root: Node) -> dict[str, tuple[Requirement, ...]]:
    """Versions that a workspace keeps in one place (``catalog:`` of pnpm, bun and Yarn), by alias."""
    aliases: dict[str, tuple[Requirement, ...]] = {}
    tables = {"": root.members("catalog")} | {name: node.members() for name, node in root.members("catalogs").items()}
    for catalog, members in tables.items():
        for name, node in members.items():
            found = npm_requirement(name, node.text() or "", node.line, manifest_scope("_"))
            if found is not None:
                aliases[_catalog_alias(catalog, name)] = (found,)
    return aliases


def _catalog_alias(catalog: str, name: str) -> str:
    return f"catalog:{'' if catalog == 'default' else catalog}:{name}"


def npm_requirement(name: str, constraint: str, line: int, scope: Scope) -> Requirement | None:
    """One dependency; None for a folder of the same repository. An alias (``npm:real@range``) counts as what it is."""
    constraint = constraint.strip()
    if constraint.startswith(_LOCAL):
        return None
    if alias := _ALIAS.fullmatch(constraint):
        name, constraint = alias[1], alias[2] or ""
    return Requirement(
        ecosystem="npm",
        name=name.lower() if name.startswith("@") else name,
        line=line,
        scope=scope,
        version=exact_npm_version(constraint),
        constraint=without_credentials(constraint) or None,
        alias=_catalog_alias(constraint.removeprefix("catalog:"), name) if constraint.startswith("catalog:") else None,
    )


def exact_npm_version(constraint: str) -> str | None:
    """The one version that ``constraint`` names, if it is a whole version and no range."""
    found = _EXACT.fullmatch(constraint)
    return found[1] if found else None
