"""The catalogs of pnpm-workspace.yaml (https://pnpm.io/catalogs)."""

from __future__ import annotations

from aigov.scan.facts.manifests.package_json import read_catalogs
from aigov.scan.facts.manifests.records import Dependencies, Requirement
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml
from aigov.scan.files import Document

KIND = "pnpm-workspace"


def wants(path: str) -> bool:
    """The file by its name, and Yarn's settings, which may hold catalogs too."""
    return path.rpartition("/")[2] in ("pnpm-workspace.yaml", ".yarnrc.yml")


def read(document: Document) -> Dependencies:
    """Packages that the workspace's members may ask for without a version of their own.

    :raises SyntaxFault: not YAML.
    """
    aliases: dict[str, tuple[Requirement, ...]] = {}
    for root in parse_yaml(document.data.decode("utf-8", "replace")):
        aliases.update(read_catalogs(root))
    return Dependencies(requirements=tuple(item for items in aliases.values() for item in items), aliases=aliases)
