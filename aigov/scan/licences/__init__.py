"""Licences of the AI packages of a tree, from where they say it themselves: where they are installed, or in an SBOM.

Looked at are what the tree itself holds (a committed ``vendor`` or ``node_modules``, an SBOM), the folders of packages
that the user names, and the SBOMs that he names. Every row says where it was read. Nothing is run, and nothing is
fetched; the metadata of a package is another's words, and is read within bounds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from packageurl import PackageURL

from aigov import spdx
from aigov.errors import UsageError
from aigov.model import PackageLicence, Problem, Transitive, Use
from aigov.scan.files import SourceFile
from aigov.scan.licences import checkouts, json_packages, python_dists, text_packages, xml_packages
from aigov.scan.licences.folder import Folder
from aigov.scan.licences.packages import Reader, Wanted, same_version
from aigov.scan.licences.sbom import LIMIT, NoSbom, Sbom, names_sbom, read_sbom
from aigov.scan.scopes import scope_of

_READERS: Mapping[str, Reader] = {
    "pypi": python_dists.read,
    "npm": json_packages.read_npm,
    "composer": json_packages.read_composer,
    "conda": json_packages.read_conda,
    "maven": xml_packages.read_maven,
    "nuget": xml_packages.read_nuget,
    "golang": text_packages.read_go,
    "cargo": text_packages.read_cargo,
    "gem": text_packages.read_gem,
    "pub": text_packages.read_pub,
    "hex": text_packages.read_hex,
    "cran": text_packages.read_cran,
    "swift": checkouts.read_swift,
    "cocoapods": checkouts.read_cocoapods,
    "julia": checkouts.read_julia,
}
_VENDORED = re.compile(
    r"(?:.*/)?(?:node_modules/.*|vendor/.*|site-packages/.*|[^/]+\.(?:dist|egg)-info/.*|deps/[^/]+/hex_metadata\.config"
    r"|conda-meta/[^/]+\.json|specifications/[^/]+\.gemspec|(?:renv|packrat)/.*/DESCRIPTION|Pods/.*|\.build/(?:workspace-state\.json|checkouts/.*))|.*\.(?:nuspec|pom)"
)
"""Files that packages bring along, where a tree holds packages."""
_MOST_SBOMS = 16
"""SBOMs of the tree that are read, in order of path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Licences:
    """What is said of the licences of packages, and which SBOMs could not be read."""

    rows: tuple[PackageLicence, ...] = ()
    """Sorted, each once."""
    problems: tuple[Problem, ...] = ()


def find_licences(
    root: Path,
    files: Iterable[SourceFile],
    packages: Iterable[Use | Transitive],
    *,
    installed: Sequence[Path] = (),
    sboms: Sequence[Path] = (),
) -> Licences:
    """What is said of the licences of ``packages``.

    A row is of the version that the place has. One that the tree does not use stays only where no row of the same
    package is of a version that it uses: so much can be said of why the licence is not known.

    :param files: what the scan saw of the tree; nothing else in it is read without being named.
    :param installed: folders in which packages are installed.
    :param sboms: CycloneDX or SPDX files.
    :raises UsageError: a folder or a file that was named cannot be read.
    """
    wanted = _wanted(packages)
    folders = [_named_folder(root, place) for place in installed]
    documents = [_named_sbom(root, place) for place in sboms]
    if not wanted:
        return Licences()
    paths = [file.path for file in files]
    vendored = Folder(root, label="", listed={path for path in paths if _VENDORED.fullmatch(path)})
    rows: set[PackageLicence] = set()
    for folder in (vendored, *folders):
        for package in wanted:
            rows.update(_installed(folder, package))
    problems: list[Problem] = []
    for file, sbom in (*_own_sboms(root, paths, problems), *documents):
        for package in wanted:
            rows.update(_listed(file, sbom, package))
    said = sorted(_used(rows, wanted), key=lambda row: (row.package, row.version, row.file, row.licence))
    return Licences(rows=tuple(said), problems=tuple(problems))


def _wanted(packages: Iterable[Use | Transitive]) -> list[Wanted]:
    versions: defaultdict[str, set[str]] = defaultdict(set)
    near: defaultdict[str, set[str]] = defaultdict(set)
    for row in packages:
        if row.package is None:
            continue
        versions[row.package].update((row.version,) if row.version else ())
        folder = row.file.rpartition("/")[0]
        near[row.package].update((f"{folder}/",) if folder else ())
        while folder := folder.rpartition("/")[0]:
            near[row.package].add(f"{folder}/")
    return [
        Wanted(
            purl=PackageURL.from_string(purl), versions=tuple(sorted(versions[purl])), near=(*sorted(near[purl]), "")
        )
        for purl in sorted(versions)
    ]


def _named_folder(root: Path, place: Path) -> Folder:
    if not place.is_dir():
        raise UsageError(
            "there is no such folder", where=str(place), fix="name the folder that packages are installed in"
        )
    return Folder(place, label=_label(root, place))


def _named_sbom(root: Path, place: Path) -> tuple[str, Sbom]:
    try:
        if not place.is_file():
            raise UsageError("is not a regular file", where=str(place), fix="name a CycloneDX or SPDX JSON file")
        with place.open("rb") as file:
            sbom = read_sbom(file.read(LIMIT + 1))
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", where=str(place), fix="make it readable") from error
    except NoSbom as fault:
        raise UsageError(str(fault), where=str(place), fix="name a CycloneDX or SPDX JSON file") from fault
    return _label(root, place), sbom


def _label(root: Path, place: Path) -> str:
    """Within the tree the path in it; elsewhere the name alone, so that no path of a machine is written down."""
    absolute, top = place.resolve(), root.resolve()
    if absolute == top:
        return ""
    return absolute.relative_to(top).as_posix() if absolute.is_relative_to(top) else absolute.name


def _own_sboms(root: Path, paths: Iterable[str], problems: list[Problem]) -> Iterator[tuple[str, Sbom]]:
    """SBOMs of the app itself that the tree holds; those that cannot be read are added to ``problems``."""
    named = sorted(path for path in paths if names_sbom(path) and scope_of(path) in ("app", "build"))
    problems += [
        Problem(file=path, reason="too-large", message=f"{_MOST_SBOMS} SBOMs come before it, and no more are read")
        for path in named[_MOST_SBOMS:]
    ]
    del named[_MOST_SBOMS:]
    tree = Folder(root, label="", listed=named)
    for path in named:
        data = tree.read(path, LIMIT)
        try:
            sbom = read_sbom(data) if data is not None else None
        except NoSbom as fault:
            problems.append(Problem(file=path, reason="parse-error", message=f"{fault}: no licence is read from it"))
            continue
        if sbom is None:
            problems.append(Problem(file=path, reason="unreadable", message="no licence is read from it"))
        elif not sbom.own:
            yield path, sbom


def _installed(folder: Folder, package: Wanted) -> Iterator[PackageLicence]:
    reader = _READERS.get(package.purl.type)
    for found in reader(folder, package) if reader else ():
        for said in found.licences:
            yield _row(package, found.version, said, "package", folder.spell(found.file))


def _listed(file: str, sbom: Sbom, package: Wanted) -> Iterator[PackageLicence]:
    for version, licences in sbom.licences.get(package.purl.to_string(), {}).items():
        for said in licences:
            yield _row(package, version, said, "sbom", file)


def _row(package: Wanted, version: str, said: str, source: str, file: str) -> PackageLicence:
    licence = spdx.spell(said)
    version = next((own for own in package.versions if same_version(package.purl.type, own, version)), version)
    return PackageLicence(
        package=package.purl.to_string(),
        version=version,
        licence=licence,
        source="sbom" if source == "sbom" else "package",
        file=file,
        said=None if said == licence else spdx.shorten(said),
    )


def _used(rows: Iterable[PackageLicence], wanted: Iterable[Wanted]) -> Iterator[PackageLicence]:
    versions = {package.purl.to_string(): package.versions for package in wanted}
    rows = list(rows)
    covered = {(row.package, row.version) for row in rows}
    for row in rows:
        own = versions[row.package]
        if row.version in own or any((row.package, version) not in covered for version in own) or not own:
            yield row
