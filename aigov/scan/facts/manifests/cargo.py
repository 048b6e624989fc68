"""Rust's Cargo.toml and Cargo.lock (https://doc.rust-lang.org/cargo/reference/manifest.html)."""

from __future__ import annotations

from collections.abc import Iterator

from aigov.model import Scope
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.records import (
    Dependencies,
    Locked,
    Requirement,
    folders_above,
    group_scope,
    manifest_scope,
    without_credentials,
)
from aigov.scan.facts.manifests.toml_nodes import parse_toml
from aigov.scan.facts.manifests.versions import exact_version
from aigov.scan.files import Document

MANIFEST_KIND = "Cargo.toml"
LOCK_KIND = "Cargo.lock"

_SECTIONS = {
    "dependencies": "",
    "dev-dependencies": "test",
    "dev_dependencies": "test",
    "build-dependencies": "build",
    "build_dependencies": "build",
}


def wants_manifest(path: str) -> bool:
    """The file by its name."""
    return path.rpartition("/")[2] == "Cargo.toml"


def wants_lock(path: str) -> bool:
    """The file by its name."""
    return path.rpartition("/")[2] == "Cargo.lock"


def read_manifest(document: Document) -> Dependencies:
    """Dependencies for every target, those of the workspace, and what members inherit from it.

    :raises SyntaxFault: not TOML.
    """
    root = parse_toml(document.data.decode("utf-8", "replace"))
    scope = manifest_scope(document.path)
    rows: list[Requirement] = []
    for table in (root, *root.members("target").values()):
        for section, group in _SECTIONS.items():
            for name, node in table.members(section).items():
                rows.extend(_requirement(name, node, group_scope(group, scope)))
    aliases: dict[str, tuple[Requirement, ...]] = {}
    for name, node in root.members("workspace", "dependencies").items():
        found = tuple(_requirement(name, node, scope))
        rows.extend(found)
        aliases[f"cargo:{name}"] = found
    return Dependencies(
        requirements=tuple(rows),
        aliases=aliases,
        inherits=tuple(f"{folder}Cargo.toml" for folder in folders_above(document.path)),
    )


def read_lock(document: Document) -> Dependencies:
    """Every crate. Those without a source are the workspace's own, and what they depend on is direct.

    :raises SyntaxFault: not TOML.
    """
    root = parse_toml(document.data.decode("utf-8", "replace"))
    packages = root.elements("package")
    members = [package for package in packages if package.get("source") is None]
    asked = {name for package in members for name in _needs(package)}
    own = {package.text("name") for package in members}
    rows = []
    for package in packages:
        name, version = package.text("name"), package.text("version")
        if name and version and not (name in own and package.get("source") is None):
            line = package.get("name")
            rows.append(
                Locked(
                    ecosystem="cargo",
                    name=name,
                    version=version,
                    line=line.line if line else package.line,
                    direct=name in asked or f"{name} {version}" in asked if members else None,
                    requires=frozenset(need.partition(" ")[0] for need in _needs(package)),
                )
            )
    return Dependencies(locked=tuple(rows))


def _needs(package: Node) -> Iterator[str]:
    """``name``, or ``name version`` where the lock file holds several versions."""
    for item in package.elements("dependencies"):
        words = (item.text() or "").split()
        yield " ".join(words[:2])


def _requirement(key: str, node: Node, scope: Scope) -> Iterator[Requirement]:
    if node.get("path") is not None:
        return
    constraint = node.text() or node.text("version") or node.text("git")
    is_optional = node.get("optional")
    yield Requirement(
        ecosystem="cargo",
        name=node.text("package") or key,
        line=node.line,
        scope=scope,
        version=exact_version("cargo", constraint) if constraint else None,
        constraint=without_credentials(constraint) if constraint else None,
        extras=tuple(sorted(item.value for item in node.elements("features") if isinstance(item.value, str))),
        alias=f"cargo:{key}" if node.get("workspace") is not None else None,
        optional=is_optional is not None and is_optional.value is True,
    )
