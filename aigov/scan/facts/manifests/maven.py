"""Maven's pom.xml (https://maven.apache.org/pom.html)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from aigov.model import Scope
from aigov.scan.facts.manifests.nodes import SyntaxFault
from aigov.scan.facts.manifests.records import Dependencies, Requirement, manifest_scope
from aigov.scan.facts.manifests.versions import exact_version
from aigov.scan.facts.manifests.xml_nodes import Element, parse_xml
from aigov.scan.files import Document

KIND = "pom.xml"


def wants(path: str) -> bool:
    """``pom.xml``, and what a release or a flattening leaves beside it."""
    name = path.rpartition("/")[2]
    return name == "pom.xml" or name.endswith(".pom") or (name.startswith("pom-") and name.endswith(".xml"))


def read(document: Document) -> Dependencies:
    """Dependencies of the project and its profiles, imported BOMs, managed versions, and what build plugins need.

    :raises SyntaxFault: not XML, or no POM.
    """
    root = parse_xml(document.data)
    if root.name != "project":
        raise SyntaxFault("the root element is not <project>", root.line)
    scope = manifest_scope(document.path)
    parent = root.child("parent")
    group = root.value("groupId") or (parent.value("groupId") if parent else "")
    requirements: list[Requirement] = []
    managed: dict[str, str] = {}
    inherits: list[str] = []
    variables: dict[str, str] = {}
    for part in (root, *root.all("profiles", "profile")):
        for item in part.all("dependencies", "dependency"):
            requirements.extend(_requirement(item, scope))
        for item in part.all("dependencyManagement", "dependencies", "dependency"):
            name = _name(item)
            # A publisher's own BOM pins what the publisher makes; that is no dependency of anybody yet.
            if (
                item.value("groupId") not in (group, "${project.groupId}", "${groupId}")
                or item.value("scope") == "import"
            ):
                requirements.extend(_requirement(item, scope))
            managed.setdefault(name, item.value("version"))
            if item.value("scope") == "import":
                inherits.append(f"maven:{name}")
        for plugins in (("build", "plugins"), ("build", "pluginManagement", "plugins")):
            for item in part.all(*plugins, "plugin", "dependencies", "dependency"):
                requirements.extend(_requirement(item, "build" if scope == "app" else scope))
        for item in part.all("properties"):
            for property in item.children:
                variables.setdefault(property.name, property.text)
    version = root.value("version") or (parent.value("version") if parent else "")
    artifact = root.value("artifactId")
    for prefix in ("project.", "pom.", ""):
        variables.setdefault(f"{prefix}groupId", group)
        variables.setdefault(f"{prefix}version", version)
        variables.setdefault(f"{prefix}artifactId", artifact)
    if parent is not None:
        variables.setdefault("project.parent.version", parent.value("version"))
        variables.setdefault("project.parent.groupId", parent.value("groupId"))
        inherits[:0] = [*_parent_path(document.path, parent), f"maven:{_name(parent)}"]
    return Dependencies(
        requirements=tuple(requirements),
        variables=variables,
        managed={name: version for name, version in managed.items() if version},
        names=(f"maven:{group}:{artifact}",),
        inherits=tuple(inherits),
    )


def _name(item: Element) -> str:
    return f"{item.value('groupId')}:{item.value('artifactId')}"


def _requirement(item: Element, scope: Scope) -> Iterator[Requirement]:
    asked = item.value("scope")
    if not item.value("groupId") or not item.value("artifactId") or asked == "system":
        return
    version = item.value("version")
    artifact = item.child("artifactId")
    yield Requirement(
        ecosystem="maven",
        name=_name(item),
        # Where the package is named: a <dependency> may begin lines above, behind its exclusions.
        line=artifact.line if artifact else item.line,
        scope="test" if asked == "test" and scope == "app" else scope,
        version=exact_version("maven", version) if version else None,
        constraint=version or None,
        optional=item.value("optional") == "true",
    )


def _parent_path(path: str, parent: Element) -> Iterator[str]:
    """Where the parent's POM is, as far as the tree holds it: an empty ``relativePath`` says that it does not."""
    stated = parent.child("relativePath")
    relative = "../pom.xml" if stated is None else stated.text
    if relative:
        place = posixpath.normpath(posixpath.join(posixpath.dirname(path), relative.replace("\\", "/")))
        yield place if place.endswith((".xml", ".pom")) else f"{place}/pom.xml"
