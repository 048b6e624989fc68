"""Licences of packages whose metadata is XML: Maven and NuGet."""

from __future__ import annotations

from collections.abc import Iterator

from aigov import spdx
from aigov.scan.facts.manifests.nodes import SyntaxFault
from aigov.scan.facts.manifests.xml_nodes import Element, parse_xml
from aigov.scan.licences.folder import Folder
from aigov.scan.licences.packages import Found, Wanted
from aigov.scan.licences.texts import recognize

_REPOSITORIES = ("", "repository", ".m2/repository")
_GRADLE = ("files-2.1", "modules-2/files-2.1", "caches/modules-2/files-2.1", ".gradle/caches/modules-2/files-2.1")
_MOST_PARENTS = 10


def read_maven(folder: Folder, wanted: Wanted) -> Iterator[Found]:
    """The POM of a local repository or of Gradle's cache; licences are inherited from the parent.

    Of several the user may choose (https://maven.apache.org/ref/current/maven-model/maven.html, ``licenses``).
    """
    for version in wanted.versions:
        place = (wanted.purl.namespace or "", wanted.purl.name, version)
        for _ in range(_MOST_PARENTS):
            found = _pom(folder, *place)
            if found is None:
                break
            file, project = found
            names = [name for item in project.all("licenses", "license") if (name := _maven_licence(item))]
            if names:
                yield Found(version=version, licences=_either(names), file=file)
                break
            parent = project.child("parent")
            if parent is None:
                break
            place = (parent.value("groupId"), parent.value("artifactId"), parent.value("version"))


def _pom(folder: Folder, group: str, artifact: str, version: str) -> tuple[str, Element] | None:
    if not (group and artifact and version):
        return None
    name = f"{artifact}-{version}.pom"
    inner = f"{group.replace('.', '/')}/{artifact}/{version}/{name}"
    files = [f"{base}/{inner}" if base else inner for base in _REPOSITORIES]
    for base in _GRADLE:
        place = f"{base}/{group}/{artifact}/{version}"
        files += [f"{place}/{digest}/{name}" for digest in folder.names(place)]
    for file in files:
        data = folder.read(file)
        if data is not None:
            try:
                return file, parse_xml(data)
            except SyntaxFault:
                continue
    return None


def _maven_licence(item: Element) -> str:
    name, url = item.value("name"), item.value("url")
    spelled = spdx.spell(name) if name else ""
    if spdx.is_spdx(spelled):
        return spelled
    by_address = spdx.spell(url) if url else ""
    return by_address if spdx.is_spdx(by_address) else spelled or by_address


def _either(names: list[str]) -> tuple[str, ...]:
    """A choice, where all of them are SPDX."""
    different = tuple(dict.fromkeys(names))
    if len(different) > 1 and all(map(spdx.is_spdx, different)):
        return (spdx.spell(" OR ".join(f"({name})" for name in different)),)
    return different


def read_nuget(folder: Folder, wanted: Wanted) -> Iterator[Found]:
    """``<id>/<version>/<id>.nuspec`` of a packages folder (https://learn.microsoft.com/nuget/reference/nuspec#license)."""
    name = wanted.name.lower()
    bases = ("", "packages/", ".nuget/packages/", *(f"{near}packages/" for near in wanted.near))
    for base in dict.fromkeys(bases):
        for version in wanted.versions:
            place = f"{base}{name}/{version.lower().partition('+')[0]}"
            data = folder.read(f"{place}/{name}.nuspec")
            if data is None:
                continue
            try:
                package = parse_xml(data)
            except SyntaxFault:
                continue
            if licence := _nuget_licence(folder, place, package):
                yield Found(version=version, licences=(licence[0],), file=licence[1])


def _nuget_licence(folder: Folder, place: str, package: Element) -> tuple[str, str] | None:
    file = f"{place}/{place.split('/')[-2]}.nuspec"
    licence = package.child("metadata", "license")
    if licence is not None and licence.attributes.get("type") == "expression":
        return licence.text, file
    if licence is not None and licence.attributes.get("type") == "file":
        paper = f"{place}/{licence.text.replace(chr(92), '/')}"
        text = folder.read_text(paper)
        id = recognize(text) if text else None
        return (id, paper) if id else None
    address = spdx.spell(package.value("metadata", "licenseUrl"))
    return (address, file) if spdx.is_spdx(address) else None
