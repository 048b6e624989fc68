"""The packages that a tree publishes in ecosystems other than Python's and npm's.

A manifest counts where it stands at the root, where the root makes it a part of its build (a Maven module, a Gradle
project, a Cargo or pub workspace), or where it says that a package is made of it (``<PackageId>``). A sample that bears
a vendor's name is none of these, and hides nothing.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator

from aigov.catalogue import Catalogue
from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.nodes import Node, SyntaxFault
from aigov.scan.facts.manifests.records import Ecosystem, purl_of
from aigov.scan.facts.manifests.script_text import ScriptText
from aigov.scan.facts.manifests.toml_nodes import parse_toml
from aigov.scan.facts.manifests.xml_nodes import Element, parse_xml

_Read = Callable[[str], bytes | None]

_MOST_MODULES = 2000
_GROUP = re.compile(r"""(?m)^[ \t]*(?:project\.)?group[ \t]*(?:=[ \t]*)?["']?([\w.-]+)["']?[ \t]*$""")
_INCLUDE = re.compile(r"""\binclude\s*\(?((?:\s*["'][\w:./-]+["']\s*,?)+)""")
_QUOTED = re.compile(r"""["']([\w:./-]+)["']""")
_ROOT_NAME = re.compile(r"""\brootProject\.name\s*=\s*["']([\w.-]+)["']""")
_MODULE = re.compile(r"(?m)^module\s+\"?([^\s\"]+)")
_GEM_NAME = re.compile(r"""\.name\s*=\s*["']([\w.-]+)["']""")
_APP = re.compile(r"\bapp:\s*:(\w+)")
_PUB_NAME = re.compile(r"(?m)^name:\s*[\"']?(\w+)")
_PACKAGE_SIGNS = ("PackageId", "PackageVersion", "PackageTags", "GeneratePackageOnBuild", "PackageReadmeFile")
_BY_PATTERN: tuple[tuple[str, Ecosystem, re.Pattern[str]], ...] = (
    ("mix.exs", "hex", _APP),
    ("pubspec.yaml", "pub", _PUB_NAME),
)


def own_entries(purls: Iterable[str], catalogue: Catalogue) -> frozenset[str]:
    """Ids of the entries that the tree itself is. A package that only shares its group with those of an entry
    (``@modelcontextprotocol/…``) is not that entry."""
    found: set[str] = set()
    for purl in purls:
        entries = catalogue.package(purl)
        if len(entries) == 1 and any(rule.purl == purl for rule in entries[0].packages):
            found.add(entries[0].id)
    return frozenset(found)


def own_purls(files: frozenset[str], read: _Read) -> frozenset[str]:
    """purls without version. What cannot be read or parsed names nothing.

    :param files: paths of the tree.
    :param read: content of a small file; None when it cannot be read.
    """
    found = {
        *_maven(files, read),
        *_gradle(files, read),
        *_nuget(files, read),
        *_cargo(files, read),
        *_go(files, read),
        *_gems(files, read),
        *_composer(files, read),
    }
    for name, ecosystem, pattern in _BY_PATTERN:
        named = pattern.search(_text(name, files, read))
        if named:
            found.add(purl_of(ecosystem, named[1]))
    return frozenset(found)


def _text(path: str, files: frozenset[str], read: _Read) -> str:
    return ((read(path) if path in files else None) or b"").decode("utf-8", "replace")


def _xml(path: str, files: frozenset[str], read: _Read) -> Element | None:
    data = read(path) if path in files else None
    try:
        return parse_xml(data) if data else None
    except SyntaxFault:
        return None


def _toml(path: str, files: frozenset[str], read: _Read) -> Node:
    try:
        return parse_toml(_text(path, files, read))
    except SyntaxFault:
        return Node({}, 1)


def _maven(files: frozenset[str], read: _Read) -> Iterator[str]:
    """The root's POM and those that ``<modules>`` lead to from there."""
    waiting, seen = ["pom.xml"], set[str]()
    while waiting and len(seen) < _MOST_MODULES:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        root = _xml(path, files, read)
        if root is None:
            continue
        group = root.value("groupId") or root.value("parent", "groupId")
        if group and root.value("artifactId"):
            yield purl_of("maven", f"{group}:{root.value('artifactId')}")
        for part in (root, *root.all("profiles", "profile")):
            for module in (*part.all("modules", "module"), *part.all("subprojects", "subproject")):
                place = posixpath.normpath(posixpath.join(posixpath.dirname(path), module.text))
                waiting.append(place if place.endswith(".xml") else f"{place}/pom.xml")


def _gradle(files: frozenset[str], read: _Read) -> Iterator[str]:
    """The projects that the root's settings include, under the group that the root's scripts or properties set."""
    settings = groups = ""
    for name in ("settings.gradle", "settings.gradle.kts"):
        settings += ScriptText(_text(name, files, read).encode(), hashes=False).text
    for name in ("gradle.properties", "build.gradle", "build.gradle.kts"):
        groups += "\n" + ScriptText(_text(name, files, read).encode(), hashes=False).text
    names = [*_ROOT_NAME.findall(settings)]
    for listed in _INCLUDE.findall(settings):
        names += [project.rpartition(":")[2].rpartition("/")[2] for project in _QUOTED.findall(listed)]
    for group in _GROUP.findall(groups):
        yield from (purl_of("maven", f"{group}:{name}") for name in names[:_MOST_MODULES] if name)


def _nuget(files: frozenset[str], read: _Read) -> Iterator[str]:
    for path in sorted(files):
        if not path.endswith((".csproj", ".fsproj", ".vbproj")):
            continue
        root = _xml(path, files, read)
        if root is None:
            continue
        stated = {item.name: item.text for group in root.within("PropertyGroup") for item in group.children}
        if any(sign in stated for sign in _PACKAGE_SIGNS):
            name = stated.get("PackageId", "")
            yield purl_of("nuget", name if name and "$" not in name else posixpath.basename(path).rpartition(".")[0])


def _cargo(files: frozenset[str], read: _Read) -> Iterator[str]:
    root = _toml("Cargo.toml", files, read)
    globs = [item.text() or "" for item in root.elements("workspace", "members")]
    members = "|".join(re.escape(glob.rstrip("/")).replace(r"\*", "[^/]*") for glob in globs if glob)
    is_member = re.compile(members or "(?!)")
    for path in sorted(files):
        folder, _, name = path.rpartition("/")
        if name == "Cargo.toml" and (not folder or is_member.fullmatch(folder)):
            named = _toml(path, files, read).text("package", "name")
            if named:
                yield purl_of("cargo", named)


def _go(files: frozenset[str], read: _Read) -> Iterator[str]:
    """The root's module, and those of the tree whose path lies within it."""
    root = _MODULE.search(_text("go.mod", files, read))
    for path in sorted(files) if root else ():
        if posixpath.basename(path) == "go.mod" and root:
            named = _MODULE.search(_text(path, files, read))
            base = re.sub(r"/v\d+$", "", root[1])
            if named and f"{named[1]}/".startswith(f"{base}/"):
                yield purl_of("golang", named[1])


def _composer(files: frozenset[str], read: _Read) -> Iterator[str]:
    try:
        name = parse_json(_text("composer.json", files, read)).text("name")
    except SyntaxFault:
        return
    if name and "/" in name:
        yield purl_of("composer", name.lower())


def _gems(files: frozenset[str], read: _Read) -> Iterator[str]:
    for path in sorted(files):
        if path.endswith(".gemspec") and "/" not in path and (named := _GEM_NAME.search(_text(path, files, read))):
            yield purl_of("gem", named[1])
