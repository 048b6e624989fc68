"""Deno's deno.json and import maps: ``npm:`` specifiers (https://docs.deno.com/runtime/fundamentals/modules/)."""

from __future__ import annotations

import re

from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.package_json import npm_requirement
from aigov.scan.facts.manifests.records import Dependencies, Locked, Requirement, manifest_scope
from aigov.scan.files import Document

MANIFEST_KIND = "deno.json"
LOCK_KIND = "deno.lock"

_MANIFESTS = frozenset(("deno.json", "deno.jsonc", "import_map.json", "jsr.json"))
_SPECIFIER = re.compile(
    r"(?:npm:/?|https://(?:esm\.sh|cdn\.skypack\.dev|esm\.run)/)((?:@[^/@\s]+/)?[^/@?\s]+)(?:@([^/?\s]+))?.*"
)
_RESOLVED = re.compile(r"((?:@[^/@]+/)?[^/@]+)@([^_\s]+).*")


def wants_manifest(path: str) -> bool:
    """Configuration files and import maps by their names."""
    return path.rpartition("/")[2] in _MANIFESTS


def wants_lock(path: str) -> bool:
    """The file by its name."""
    return path.rpartition("/")[2] == "deno.lock"


def read_manifest(document: Document) -> Dependencies:
    """Imports that name an npm package, be it through a CDN.

    :raises SyntaxFault: not JSON.
    """
    root = parse_json(document.data.decode("utf-8", "replace"))
    scope = manifest_scope(document.path)
    rows: list[Requirement] = []
    tables = [root.members("imports"), *(node.members() for node in root.members("scopes").values())]
    for table in tables:
        for node in table.values():
            if found := _SPECIFIER.fullmatch(node.text() or ""):
                row = npm_requirement(found[1], found[2] or "", node.line, scope)
                if row is not None:
                    rows.append(row)
    return Dependencies(requirements=tuple(rows))


def read_lock(document: Document) -> Dependencies:
    """npm packages of version 3 and later, with what each of them needs.

    :raises SyntaxFault: not JSON.
    """
    root = parse_json(document.data.decode("utf-8", "replace"))
    packages = root.members("npm") or root.members("packages", "npm")
    resolved = {**root.members("specifiers"), **root.members("packages", "specifiers")}
    asked = {found[1] for key in resolved if (found := _SPECIFIER.fullmatch(key))}
    rows = []
    for key, node in packages.items():
        if found := _RESOLVED.fullmatch(key):
            needs = [*node.elements("dependencies")]
            names = [text for item in needs if (text := item.text())] + [*node.members("dependencies")]
            rows.append(
                Locked(
                    ecosystem="npm",
                    name=found[1],
                    version=found[2],
                    line=node.line,
                    direct=found[1] in asked if asked else None,
                    requires=frozenset(re.sub(r"(?<=.)@.*", "", name) for name in names),
                )
            )
    return Dependencies(locked=tuple(rows))
