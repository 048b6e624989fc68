"""Licences of packages that are kept as their sources: SwiftPM's checkouts, CocoaPods' folder, Julia's depot.

None of them has the licence in a field of its own that it must fill in; the text beside the sources tells it.
"""

from __future__ import annotations

import plistlib
import re
from collections.abc import Iterator
from xml.parsers.expat import ExpatError

import tomli

from aigov.addresses import repository_name
from aigov.scan.licences.folder import Folder
from aigov.scan.licences.packages import Found, Wanted, read_paper
from aigov.scan.licences.shapes import object_of, rows_of, text_of

_POD = re.compile(r"""^  - "?(?P<name>[\w+-][\w+.-]*)(?:/[^\s"()]+)? \((?P<version>[\w.+-]+)\)"?:?$""", re.MULTILINE)


def read_swift(folder: Folder, wanted: Wanted) -> Iterator[Found]:
    """``checkouts/<repository>``; ``workspace-state.json`` beside it says which version lies there.

    A folder of SwiftPM (``.build``), of Xcode (``SourcePackages``), or one that holds either.
    """
    homes = ["", "SourcePackages/", *(f"{near}.build/" for near in wanted.near)]
    homes += [f"{place}/" for place in folder.matching("*/SourcePackages")]  # DerivedData/<app>-<hash>
    for home in homes:
        for name, version, kept in _checkouts(folder, home):
            if name == wanted.name.lower():
                for id, file in read_paper(folder, kept):
                    yield Found(version=version, licences=(id,), file=file)


def _checkouts(folder: Folder, home: str) -> list[tuple[str, str, str]]:
    """Name as in a purl, version and folder of each package that a workspace has fetched."""

    def make() -> list[tuple[str, str, str]]:
        state = object_of((folder.read_object(f"{home}workspace-state.json") or {}).get("object"))
        found = []
        for row in rows_of(state.get("dependencies")):
            package, at = object_of(row.get("packageRef")), object_of(row.get("state"))
            url = text_of(package.get("location")) or text_of(package.get("path"))
            checkout = object_of(at.get("checkoutState"))
            version = text_of(checkout.get("version")) or text_of(checkout.get("revision"))
            if url and version and (under := text_of(row.get("subpath"))):
                found.append((repository_name(url), version, f"{home}checkouts/{under}"))
        return found

    return folder.keep(f"swift:{home}", make)


def read_cocoapods(folder: Folder, wanted: Wanted) -> Iterator[Found]:
    """``Pods/<name>``, whose version ``Pods/Manifest.lock`` has; else what the podspec said, which a target
    repeats in its acknowledgements."""
    for pods in dict.fromkeys(("", *(f"{near}Pods/" for near in wanted.near))):
        lock = folder.read_text(f"{pods}Manifest.lock") if wanted.versions else None
        version = dict(_POD.findall(lock)).get(wanted.name) if lock else None
        if version is None:
            continue
        told = [(id, file) for id, file in read_paper(folder, f"{pods}{wanted.name}")]
        for licence, file in told or _acknowledged(folder, pods, wanted.name):
            yield Found(version=version, licences=(licence,), file=file)


def _acknowledged(folder: Folder, pods: str, name: str) -> list[tuple[str, str]]:
    for target in folder.matching(f"{pods}Target Support Files/*"):
        file = f"{target}/{target.rpartition('/')[2]}-acknowledgements.plist"
        licence = _acknowledgements(folder, file).get(name)
        if licence:
            return [(licence, file)]
    return []


def _acknowledgements(folder: Folder, file: str) -> dict[str, str]:
    def make() -> dict[str, str]:
        data = folder.read(file)
        try:
            root = plistlib.loads(data, fmt=plistlib.FMT_XML) if data else {}
        except (ExpatError, plistlib.InvalidFileException, ValueError, OverflowError, AttributeError):
            return {}
        rows = rows_of(object_of(root).get("PreferenceSpecifiers"))
        return {text_of(row.get("Title")): text_of(row.get("License")) for row in rows}

    return folder.keep(f"pods:{file}", make)


def read_julia(folder: Folder, wanted: Wanted) -> Iterator[Found]:
    """``packages/<name>/<slug>`` of a depot (``~/.julia``), whose ``Project.toml`` has the version."""
    for place in folder.matching(f"packages/{wanted.name}/*", f".julia/packages/{wanted.name}/*"):
        text = folder.read_text(f"{place}/Project.toml")
        try:
            project = tomli.loads(text) if text else {}
        except (tomli.TOMLDecodeError, RecursionError):
            continue
        version = project.get("version")
        if project.get("name") == wanted.name and isinstance(version, str):
            for id, file in read_paper(folder, place):
                yield Found(version=version, licences=(id,), file=file)
