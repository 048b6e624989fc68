"""NuGet: MSBuild projects and props files, packages.config, nuspec, packages.lock.json, and Paket.

https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from aigov.model import Scope
from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.records import (
    Dependencies,
    Locked,
    Requirement,
    folders_above,
    manifest_scope,
)
from aigov.scan.facts.manifests.versions import exact_version
from aigov.scan.facts.manifests.xml_nodes import Element, parse_xml
from aigov.scan.files import Document

PROJECT_KIND = "msbuild"
CONFIG_KIND = "packages.config"
LOCK_KIND = "packages.lock.json"
PAKET_KIND = "paket"

_PROJECTS = (".csproj", ".fsproj", ".vbproj", ".props", ".targets", ".nuspec")
_SHARED = ("Directory.Packages.props", "Directory.Build.props", "Directory.Build.targets")
_TEST_PROJECT = re.compile(r".*[._-]?(?:Unit|Integration|Functional|E2E)?[Tt]ests?\.\w+proj")
_PAKET_LINE = re.compile(r"\s*(?:clitool\s+)?nuget\s+(\S+)[ \t]*([^\n]*?)")
_PAKET_LOCK = re.compile(r"(    )([\w.-]+) \(([^)\s]+)\).*")
_PAKET_NEED = re.compile(r"      ([\w.-]+) \(")


def wants_project(path: str) -> bool:
    """Projects of any .NET language, files that projects import, and package descriptions."""
    return path.endswith(_PROJECTS)


def wants_config(path: str) -> bool:
    """The older list of packages, also ``packages.<project>.config``."""
    name = path.rpartition("/")[2].lower()
    return name.startswith("packages.") and name.endswith(".config")


def wants_lock(path: str) -> bool:
    """What ``RestorePackagesWithLockFile`` writes. project.assets.json is the output of a build."""
    name = path.rpartition("/")[2]
    return name.startswith("packages.") and name.endswith("lock.json")


def wants_paket(path: str) -> bool:
    """Paket's own manifest and lock file. Its ``paket.references`` name packages of these."""
    return path.rpartition("/")[2] in ("paket.dependencies", "paket.lock")


def read_project(document: Document) -> Dependencies:
    """PackageReference, PackageVersion and GlobalPackageReference, properties, and what is imported from beside.

    :raises SyntaxFault: not XML.
    """
    root = parse_xml(document.data)
    if root.name == "package":
        return Dependencies(requirements=tuple(_nuspec(root, manifest_scope(document.path))))
    scope = _project_scope(document.path, root)
    requirements: list[Requirement] = []
    managed: dict[str, str] = {}
    for kind in ("PackageReference", "PackageVersion", "GlobalPackageReference"):
        for item in root.within(kind):
            requirements.extend(_references(item, scope))
            if kind != "PackageReference":
                for name in _names(item):
                    managed.setdefault(name, _version(item))
    variables: dict[str, str] = {}
    for group in root.within("PropertyGroup"):
        for property in group.children:
            if not property.children:
                variables.setdefault(property.name, property.text)
    folder = posixpath.dirname(document.path)
    imported = [_place(folder, item.attributes.get("Project", "")) for item in root.within("Import")]
    return Dependencies(
        requirements=tuple(sorted(requirements, key=lambda row: row.line)),
        variables=variables,
        managed={name: version for name, version in managed.items() if version},
        inherits=(
            *(place for place in imported if place),
            *(f"{above}{name}" for name in _SHARED for above in folders_above(document.path)),
        ),
    )


def read_config(document: Document) -> Dependencies:
    """Every package at the version that was installed; direct and transitive are one list there.

    :raises SyntaxFault: not XML.
    """
    path_scope = manifest_scope(document.path)
    rows = []
    for item in parse_xml(document.data).within("package"):
        name, version = item.attributes.get("id", ""), item.attributes.get("version", "")
        if name:
            is_tool = item.attributes.get("developmentDependency", "").lower() == "true"
            rows.append(_row(name, item.line, "build" if is_tool and path_scope == "app" else path_scope, version))
    return Dependencies(requirements=tuple(rows))


def read_lock(document: Document) -> Dependencies:
    """Packages of every target framework, with the lock file's word on which of them the project asks for.

    :raises SyntaxFault: not JSON.
    """
    root = parse_json(document.data.decode("utf-8", "replace"))
    rows: dict[tuple[str, str], Locked] = {}
    for packages in root.members("dependencies").values():
        for name, node in packages.members().items():
            version, kind = node.text("resolved"), node.text("type")
            if version and kind != "Project":
                known = rows.get((name, version))
                rows[name, version] = Locked(
                    ecosystem="nuget",
                    name=name,
                    version=version,
                    line=known.line if known else node.line,
                    direct=kind == "Direct" or bool(known and known.direct),
                    requires=frozenset(node.members("dependencies")),
                )
    return Dependencies(locked=tuple(rows.values()))


def read_paket(document: Document) -> Dependencies:
    """``nuget NAME RANGE`` lines of paket.dependencies; names, versions and needs of paket.lock."""
    scope = manifest_scope(document.path)
    lines = document.data.decode("utf-8", "replace").splitlines()
    if document.path.endswith(".dependencies"):
        return Dependencies(
            requirements=tuple(
                _row(found[1], number, scope, found[2].partition(" restriction")[0])
                for number, line in enumerate(lines, 1)
                if (found := _PAKET_LINE.fullmatch(line))
            )
        )
    rows: list[tuple[str, str, int, set[str]]] = []
    for number, line in enumerate(lines, 1):
        if package := _PAKET_LOCK.fullmatch(line):
            rows.append((package[2], package[3], number, set()))
        elif rows and (need := _PAKET_NEED.match(line)):
            rows[-1][3].add(need[1])
    return Dependencies(
        locked=tuple(
            Locked(ecosystem="nuget", name=name, version=version, line=line, direct=None, requires=frozenset(needs))
            for name, version, line, needs in rows
        )
    )


def _names(item: Element) -> list[str]:
    listed = item.attributes.get("Include") or item.attributes.get("Update") or ""
    return [name.strip() for name in listed.split(";") if name.strip() and "%" not in name and "@" not in name]


def _version(item: Element) -> str:
    written = (
        item.attributes.get("VersionOverride")
        or item.attributes.get("Version")
        or item.value("VersionOverride")
        or item.value("Version")
    )
    return written.strip()


def _references(item: Element, scope: Scope) -> Iterator[Requirement]:
    private = item.attributes.get("PrivateAssets") or item.value("PrivateAssets")
    is_build = private.strip().lower() == "all" or item.name == "GlobalPackageReference"
    for name in _names(item):
        yield _row(name, item.line, "build" if is_build and scope == "app" else scope, _version(item))


def _nuspec(root: Element, scope: Scope) -> Iterator[Requirement]:
    for item in root.within("dependency"):
        if name := item.attributes.get("id", ""):
            yield _row(name, item.line, scope, item.attributes.get("version", ""))


def _row(name: str, line: int, scope: Scope, version: str) -> Requirement:
    return Requirement(
        ecosystem="nuget",
        name=name,
        line=line,
        scope=scope,
        version=exact_version("nuget", version) if version else None,
        constraint=version or None,
    )


def _project_scope(path: str, root: Element) -> Scope:
    scope = manifest_scope(path)
    says_test = any(item.text.lower() == "true" for item in root.within("IsTestProject"))
    is_test = says_test or _TEST_PROJECT.fullmatch(path.rpartition("/")[2])
    return "test" if is_test and scope == "app" else scope


def _place(folder: str, project: str) -> str:
    """Path of an imported file; empty where it hangs on properties."""
    project = re.sub(r"^\$\(MSBuildThisFileDirectory\)", "", project).replace("\\", "/")
    return "" if not project or "$" in project else posixpath.normpath(posixpath.join(folder, project))
