"""Dart's pubspec.yaml and pubspec.lock (https://dart.dev/tools/pub/pubspec)."""

from __future__ import annotations

from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.records import (
    Dependencies,
    Locked,
    Requirement,
    group_scope,
    manifest_scope,
    without_credentials,
)
from aigov.scan.facts.manifests.versions import exact_version
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml
from aigov.scan.files import Document

MANIFEST_KIND = "pubspec.yaml"
LOCK_KIND = "pubspec.lock"


def wants_manifest(path: str) -> bool:
    """The file by its name."""
    return path.rpartition("/")[2] in ("pubspec.yaml", "pubspec_overrides.yaml")


def wants_lock(path: str) -> bool:
    """The file by its name."""
    return path.rpartition("/")[2] == "pubspec.lock"


def read_manifest(document: Document) -> Dependencies:
    """Dependencies without folders of the tree and what the SDK brings along.

    :raises SyntaxFault: not YAML.
    """
    path_scope = manifest_scope(document.path)
    rows = []
    for root in parse_yaml(document.data.decode("utf-8", "replace")):
        for section, group in (("dependencies", ""), ("dev_dependencies", "dev"), ("dependency_overrides", "")):
            for name, node in root.members(section).items():
                if node.get("path") is None and node.get("sdk") is None:
                    constraint = _constraint(node)
                    rows.append(
                        Requirement(
                            ecosystem="pub",
                            name=node.text("hosted", "name") or name,
                            line=node.line,
                            scope=group_scope(group, path_scope),
                            version=exact_version("pub", constraint),
                            constraint=without_credentials(constraint) or None,
                        )
                    )
    return Dependencies(requirements=tuple(rows))


def read_lock(document: Document) -> Dependencies:
    """Every package, with the lock file's word on whether the project asks for it.

    :raises SyntaxFault: not YAML.
    """
    path_scope = manifest_scope(document.path)
    rows = []
    for root in parse_yaml(document.data.decode("utf-8", "replace")):
        for name, node in root.members("packages").items():
            version, asked = node.text("version"), node.text("dependency") or ""
            if version and node.text("source") in ("hosted", "git"):
                rows.append(
                    Locked(
                        ecosystem="pub",
                        name=node.text("description", "name") or name,
                        version=version,
                        line=node.line,
                        direct=asked.startswith("direct"),
                        scope=group_scope("dev", path_scope) if asked == "direct dev" else None,
                    )
                )
    return Dependencies(locked=tuple(rows))


def _constraint(node: Node) -> str:
    url = node.text("git") or node.text("git", "url")
    return (node.text() or node.text("version") or url or "").strip()
