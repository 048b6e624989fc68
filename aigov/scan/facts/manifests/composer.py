"""PHP's composer.json and composer.lock (https://getcomposer.org/doc/04-schema.md)."""

from __future__ import annotations

from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.records import (
    Dependencies,
    Locked,
    Requirement,
    group_scope,
    manifest_scope,
    stated_licences,
    without_credentials,
)
from aigov.scan.facts.manifests.versions import exact_version
from aigov.scan.files import Document

MANIFEST_KIND = "composer.json"
LOCK_KIND = "composer.lock"


def wants_manifest(path: str) -> bool:
    """The file by its name."""
    return path.rpartition("/")[2] == "composer.json"


def wants_lock(path: str) -> bool:
    """The file by its name."""
    return path.rpartition("/")[2] == "composer.lock"


def read_manifest(document: Document) -> Dependencies:
    """``require`` and ``require-dev``; PHP itself and its extensions are no packages (``php``, ``ext-json``).

    :raises SyntaxFault: not JSON.
    """
    root = parse_json(document.data.decode("utf-8", "replace"))
    path_scope = manifest_scope(document.path)
    rows = []
    for section, group in (("require", ""), ("require-dev", "dev")):
        for name, node in root.members(section).items():
            constraint = (node.text() or "").strip()
            if "/" in name:
                rows.append(
                    Requirement(
                        ecosystem="composer",
                        name=name.lower(),
                        line=node.line,
                        scope=group_scope(group, path_scope),
                        version=exact_version("composer", constraint),
                        constraint=without_credentials(constraint) or None,
                    )
                )
    return Dependencies(requirements=tuple(rows))


def read_lock(document: Document) -> Dependencies:
    """Packages, and those for development, with what each of them needs.

    :raises SyntaxFault: not JSON.
    """
    root = parse_json(document.data.decode("utf-8", "replace"))
    path_scope = manifest_scope(document.path)
    rows = []
    for section, group in (("packages", ""), ("packages-dev", "dev")):
        for package in root.elements(section):
            name, version = package.text("name"), package.text("version")
            if name and version and package.text("dist", "type") != "path":
                named = package.get("name")
                rows.append(
                    Locked(
                        ecosystem="composer",
                        name=name.lower(),
                        version=version,
                        line=named.line if named else package.line,
                        direct=None,
                        scope=group_scope(group, path_scope) if group else None,
                        requires=frozenset(need.lower() for need in package.members("require")),
                        licences=stated_licences(package),
                    )
                )
    return Dependencies(locked=tuple(rows))
