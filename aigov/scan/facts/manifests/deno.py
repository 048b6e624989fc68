"""Deno's deno.json and import maps: ``npm:`` and ``jsr:`` specifiers, and CDNs of packages.

https://docs.deno.com/runtime/fundamentals/modules/
"""

from __future__ import annotations

import re

from aigov.model import Scope
from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.package_json import npm_requirement
from aigov.scan.facts.manifests.records import Dependencies, Locked, Requirement, manifest_scope
from aigov.scan.facts.specifiers import read_specifier
from aigov.scan.files import Document

MANIFEST_KIND = "deno.json"
LOCK_KIND = "deno.lock"

_MANIFESTS = frozenset(("deno.json", "deno.jsonc", "import_map.json", "jsr.json"))
_RESOLVED = re.compile(r"((?:@[^/@]+/)?[^/@]+)@([^_\s]+).*")


def wants_manifest(path: str) -> bool:
    """Configuration files and import maps by their names."""
    return path.rpartition("/")[2] in _MANIFESTS


def wants_lock(path: str) -> bool:
    """The file by its name."""
    return path.rpartition("/")[2] == "deno.lock"


def read_manifest(document: Document) -> Dependencies:
    """Imports that name a package of npm or JSR, be it through a CDN.

    :raises SyntaxFault: not JSON.
    """
    root = parse_json(document.data.decode("utf-8", "replace"))
    scope = manifest_scope(document.path)
    rows: list[Requirement] = []
    tables = [root.members("imports"), *(node.members() for node in root.members("scopes").values())]
    for table in tables:
        for node in table.values():
            row = specified(node.text() or "", node.line, scope)
            if row is not None:
                rows.append(row)
    return Dependencies(requirements=tuple(rows))


def specified(specifier: str, line: int, scope: Scope) -> Requirement | None:
    """What a module specifier asks for; None where it names no package of npm or JSR."""
    found = read_specifier(specifier)
    name = found.package if found is not None else None
    return npm_requirement(name, found.constraint, line, scope) if found is not None and name is not None else None


def read_lock(document: Document) -> Dependencies:
    """npm packages of version 3 and later, with what each of them needs.

    :raises SyntaxFault: not JSON.
    """
    root = parse_json(document.data.decode("utf-8", "replace"))
    packages = root.members("npm") or root.members("packages", "npm")
    resolved = {**root.members("specifiers"), **root.members("packages", "specifiers")}
    asked = {found.package for key in resolved if (found := read_specifier(key)) is not None}
    rows = []
    for key, node in packages.items():
        if resolved_as := _RESOLVED.fullmatch(key):
            needs = [*node.elements("dependencies")]
            names = [text for item in needs if (text := item.text())] + [*node.members("dependencies")]
            rows.append(
                Locked(
                    ecosystem="npm",
                    name=resolved_as[1],
                    version=resolved_as[2],
                    line=node.line,
                    direct=resolved_as[1] in asked if asked else None,
                    requires=frozenset(re.sub(r"(?<=.)@.*", "", name) for name in names),
                )
            )
    return Dependencies(locked=tuple(rows))
