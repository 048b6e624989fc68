"""npm's package.json."""

from __future__ import annotations

import re

from aigov.model import Scope
from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.records import (
    Dependencies,
    Requirement,
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
                requirements.append(found)
    return Dependencies(requirements=tuple(requirements))


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
    )


def exact_npm_version(constraint: str) -> str | None:
    """The one version that ``constraint`` names, if it is a whole version and no range."""
    found = _EXACT.fullmatch(constraint)
    return found[1] if found else None
