"""R's DESCRIPTION (https://cran.r-project.org/doc/manuals/r-release/R-exts.html) and renv.lock.

https://rstudio.github.io/renv/articles/lockfile.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.records import Dependencies, Locked, Requirement, group_scope, manifest_scope
from aigov.scan.files import Document

MANIFEST_KIND = "r-description"
LOCK_KIND = "renv.lock"

_FIELD = re.compile(r"([A-Za-z@][\w/@.-]*):[ \t]*(.*)")
_SECTIONS = {"Depends": "", "Imports": "", "LinkingTo": "", "Enhances": "", "Suggests": "dev"}
_PACKAGE = re.compile(r"\s*([A-Za-z][A-Za-z0-9.]+)\s*(?:\(([^)]*)\))?")
_EXACT = re.compile(r"==\s*(\d[\w.-]*)")
_BELONGS = re.compile(rb"^(?:Package|Type|Title|Imports|Depends|Suggests):", re.MULTILINE)


def wants_manifest(path: str) -> bool:
    """The file by its name."""
    return path.rpartition("/")[2] == "DESCRIPTION"


def wants_lock(path: str) -> bool:
    """The file by its name."""
    return path.rpartition("/")[2] == "renv.lock"


def read_manifest(document: Document) -> Dependencies:
    """Packages that are needed, and those that are suggested: these serve tests and vignettes."""
    if _BELONGS.search(document.data) is None:
        return Dependencies()
    path_scope, section = manifest_scope(document.path), ""
    rows: list[Requirement] = []
    for number, line in enumerate(document.data.decode("utf-8", "replace").splitlines(), 1):
        if found := _FIELD.fullmatch(line):
            section, line = found[1], found[2]
        elif not line[:1].isspace():
            section = ""
        if section in _SECTIONS:
            for part in line.split(","):
                named = _PACKAGE.fullmatch(part.rstrip())
                if named is not None and named[1] != "R":
                    exact = _EXACT.fullmatch((named[2] or "").strip())
                    rows.append(
                        Requirement(
                            ecosystem="cran",
                            name=named[1],
                            line=number,
                            scope=group_scope(_SECTIONS[section], path_scope),
                            version=exact[1] if exact else None,
                            constraint=(named[2] or "").strip() or None,
                            optional=section in ("Suggests", "Enhances"),
                        )
                    )
    return Dependencies(requirements=tuple(rows))


def read_lock(document: Document) -> Dependencies:
    """Every package of the library, with what each of them needs.

    :raises SyntaxFault: not JSON.
    """
    root = parse_json(document.data.decode("utf-8", "replace"))
    rows = []
    for name, node in root.members("Packages").items():
        version = node.text("Version")
        if version:
            needs = [text for key in ("Requirements", "Imports", "Depends") for text in _texts(node.elements(key))]
            rows.append(
                Locked(
                    ecosystem="cran",
                    name=name,
                    version=version,
                    line=node.line,
                    direct=None,
                    requires=frozenset(needs),
                )
            )
    return Dependencies(locked=tuple(rows))


def _texts(nodes: list[Node]) -> Iterator[str]:
    for node in nodes:
        if found := _PACKAGE.match(node.text() or ""):
            yield found[1]
