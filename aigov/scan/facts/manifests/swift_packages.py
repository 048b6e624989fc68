"""SwiftPM: Package.swift, Package.resolved, and the packages that an Xcode project refers to.

https://docs.swift.org/package-manager/PackageDescription/PackageDescription.html
"""

from __future__ import annotations

import re

from aigov.addresses import repository_name
from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.records import Dependencies, Locked, Requirement, manifest_scope
from aigov.scan.facts.manifests.script_text import ScriptText
from aigov.scan.facts.manifests.versions import exact_version
from aigov.scan.files import Document

MANIFEST_KIND = "Package.swift"
PROJECT_KIND = "xcode-project"
LOCK_KIND = "Package.resolved"

_MANIFEST = re.compile(r"(?:.*/)?(?:Package(?:@swift-[\d.]+)?\.swift|(?:Tuist/)?Dependencies\.swift)")
_PACKAGE = re.compile(
    r"""\.(?:package|remote)\s*\(\s*(?:name\s*:\s*"[^"\n]*"\s*,\s*)?(?:url|id)\s*:\s*"(?P<url>[^"\s]+)"\s*,?"""
    r"""(?P<rest>(?:[^()\n"]|"[^"\n]*"|\n(?!\s*\.(?:package|remote)\b)|\((?:[^()]*)\))*)"""
)
_EXACT = re.compile(r"""(?:\bexact\s*:\s*|\.exact\s*\(\s*)"([^"\n]+)\"""")
_RANGE = re.compile(r'"[^"\n]+"\s*(?:\.\.[.<]\s*"[^"\n]+")?')
_REFERENCE = re.compile(
    r'repositoryURL = "?(?P<url>[^";\s]+)"?;\s*requirement = \{(?P<requirement>[^{}]{0,400})\}',
)
_SETTING = re.compile(r'(\w+) = "?([^";\n]+)"?;')


def wants_manifest(path: str) -> bool:
    """Also ``Package@swift-5.9.swift``, and Tuist's manifests."""
    return _MANIFEST.fullmatch(path) is not None


def wants_project(path: str) -> bool:
    """The project file that Xcode keeps; apps without a Package.swift name their packages there."""
    return path.endswith(".xcodeproj/project.pbxproj")


def wants_lock(path: str) -> bool:
    """The file by its name; Xcode keeps it within the project or workspace."""
    return path.rpartition("/")[2] == "Package.resolved"


def read_manifest(document: Document) -> Dependencies:
    """Packages named by a literal URL or registry id; those of a path are first-party."""
    script = ScriptText(document.data, hashes=False)
    scope = manifest_scope(document.path)
    rows = []
    for found in _PACKAGE.finditer(script.text):
        exact = _EXACT.search(found["rest"])
        written = " ".join(found["rest"].split()).rstrip(" ,)")
        ranges = _RANGE.search(found["rest"])
        rows.append(
            Requirement(
                ecosystem="swift",
                name=repository_name(found["url"]),
                line=script.line(found.start("url")),
                scope=scope,
                version=exact[1] if exact else None,
                constraint=exact[1] if exact else (written if ranges or written else None),
            )
        )
    return Dependencies(requirements=tuple(rows))


def read_project(document: Document) -> Dependencies:
    """The remote package references of the project."""
    text = document.data.decode("utf-8", "replace")
    scope = manifest_scope(document.path)
    rows, line, counted = [], 1, 0
    for found in _REFERENCE.finditer(text):
        line += text.count("\n", counted, found.start())
        counted = found.start()
        settings = dict(_SETTING.findall(found["requirement"]))
        kind = settings.get("kind", "")
        stated = settings.get("version") or settings.get("minimumVersion") or settings.get("branch") or ""
        rows.append(
            Requirement(
                ecosystem="swift",
                name=repository_name(found["url"]),
                line=line,
                scope=scope,
                version=exact_version("swift", f"={stated}") if kind == "exactVersion" else None,
                constraint=f"{kind} {stated}".strip() or None,
            )
        )
    return Dependencies(requirements=tuple(rows))


def read_lock(document: Document) -> Dependencies:
    """The pins, in the three shapes that the file has had. It knows no graph: the manifests tell what is direct.

    :raises SyntaxFault: not JSON.
    """
    root = parse_json(document.data.decode("utf-8", "replace"))
    rows = []
    for pin in (*root.elements("pins"), *root.elements("object", "pins")):
        url = pin.text("location") or pin.text("repositoryURL")
        version = pin.text("state", "version") or pin.text("state", "revision")
        if url and version:
            place = pin.get("location") or pin.get("repositoryURL")
            rows.append(
                Locked(
                    ecosystem="swift",
                    name=repository_name(url),
                    version=version,
                    line=place.line if place else pin.line,
                    direct=None,
                )
            )
    return Dependencies(locked=tuple(rows))
