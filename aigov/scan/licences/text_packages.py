"""Licences of packages whose metadata is other text: Go, Rust, Ruby, Dart, Elixir and R.

Go modules and Dart packages name no licence; theirs is told by the text that they bring along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import tomli

from aigov.scan.licences.folder import Folder
from aigov.scan.licences.packages import Found, Wanted, read_paper

_QUOTED = re.compile(r"""["']([^"'\n]{1,200})["']""")
_GEM = re.compile(r"\.licen[cs]es?\s*=\s*(\[[^\]]{0,2000}\]|[\"'][^\"'\n]{1,200}[\"'])")
_HEX_VERSION = re.compile(r'\{<<"version">>,\s*<<"([^"]{1,100})"(?:/utf8)?>>\}')
_HEX_LICENCES = re.compile(r'\{<<"licenses">>,\s*\[([^\]]{0,2000})\]\}')
_R_FIELD = re.compile(r"^(Package|Version|License):[ \t]*([^\n]*(?:\n[ \t]+[^\n]*)*)", re.MULTILINE)
_R_PAPER = re.compile(r"\s*[+|]\s*file\s+LICEN[CS]E\b")
_R_LICENCES = {
    "GPL-2": "GPL-2.0-only",
    "GPL-3": "GPL-3.0-only",
    "GPL (>= 2)": "GPL-2.0-or-later",
    "GPL (>= 2.0)": "GPL-2.0-or-later",
    "GPL (>= 3)": "GPL-3.0-or-later",
    "GPL-2 | GPL-3": "GPL-2.0-only OR GPL-3.0-only",
    "LGPL-3": "LGPL-3.0-only",
    "AGPL-3": "AGPL-3.0-only",
    "Apache License 2.0": "Apache-2.0",
    "Apache License (== 2.0)": "Apache-2.0",
    "BSD_3_clause": "BSD-3-Clause",
    "BSD_2_clause": "BSD-2-Clause",
}
"""Writing R Extensions, 1.1.2."""


def read_go(folder: Folder, wanted: Wanted) -> Iterator[Found]:
    """The licence file of a module in the module cache, or in ``vendor``, whose ``modules.txt`` has the versions.

    https://go.dev/ref/mod#module-cache: capital letters are written as ``!`` and the small one.
    """
    for version in wanted.versions:
        spelled = version if version.startswith("v") else f"v{version}"
        place = re.sub("[A-Z]", lambda letter: f"!{letter[0].lower()}", f"{wanted.name}@{spelled}")
        for base in ("", "mod/", "pkg/mod/", "go/pkg/mod/"):
            for id, file in read_paper(folder, f"{base}{place}"):
                yield Found(version=version, licences=(id,), file=file)
    for near in wanted.near:
        vendored = _vendored(folder, f"{near}vendor/modules.txt").get(wanted.name)
        if vendored:
            for id, file in read_paper(folder, f"{near}vendor/{wanted.name}"):
                yield Found(version=vendored, licences=(id,), file=file)


def _vendored(folder: Folder, file: str) -> dict[str, str]:
    """Versions by module; of one that another replaces, the other's."""

    def make() -> dict[str, str]:
        rows = (line.split() for line in (folder.read_text(file) or "").splitlines() if line.startswith("# "))
        return {row[1]: row[-1] for row in rows if len(row) in (3, 6) and row[-1].startswith("v")}

    return folder.keep(f"go:{file}", make)


def read_cargo(folder: Folder, wanted: Wanted) -> Iterator[Found]:
    """``Cargo.toml`` of a crate in the registry's sources, or of a vendored one.

    https://doc.rust-lang.org/cargo/reference/manifest.html#the-license-and-license-file-fields: ``/`` once meant OR.
    """
    bases = folder.matching("registry/src/*", ".cargo/registry/src/*", "src/*")
    places = [f"{base}/{wanted.name}-{version}" for base in ("", *bases) for version in wanted.versions]
    places += [f"{near}vendor/{wanted.name}" for near in wanted.near]
    places += [f"{near}vendor/{wanted.name}-{version}" for near in wanted.near for version in wanted.versions]
    for place in places:
        place = place.removeprefix("/")
        text = folder.read_text(f"{place}/Cargo.toml")
        try:
            package = tomli.loads(text).get("package") if text else None
        except (tomli.TOMLDecodeError, RecursionError):
            continue
        if not isinstance(package, dict) or package.get("name") != wanted.name:
            continue
        version, licence = package.get("version"), package.get("license")
        if isinstance(version, str) and isinstance(licence, str):
            yield Found(version=version, licences=(licence.replace("/", " OR "),), file=f"{place}/Cargo.toml")
        elif isinstance(version, str):
            for id, file in read_paper(folder, place):
                yield Found(version=version, licences=(id,), file=file)


def read_gem(folder: Folder, wanted: Wanted) -> Iterator[Found]:
    """``specifications/<name>-<version>.gemspec`` of a gem home, read as text: no Ruby runs."""
    inner = ("", "ruby/*/", ".gem/ruby/*/", *(f"{near}vendor/bundle/ruby/*/" for near in wanted.near))
    for base in folder.matching(*(f"{place}specifications" for place in inner)):
        for version in wanted.versions:
            exact = f"{wanted.name}-{version}.gemspec"
            built = [name for name in folder.names(base) if name.startswith(f"{wanted.name}-{version}-")]
            for name in [exact, *built]:
                stated = _GEM.search(folder.read_text(f"{base}/{name}") or "")
                if stated and (names := tuple(_QUOTED.findall(stated[1]))):
                    yield Found(version=version, licences=names, file=f"{base}/{name}")
                    break


def read_pub(folder: Folder, wanted: Wanted) -> Iterator[Found]:
    """The licence file of a package in Dart's cache."""
    for base in folder.matching("hosted/*", ".pub-cache/hosted/*"):
        for version in wanted.versions:
            for id, file in read_paper(folder, f"{base}/{wanted.name}-{version}"):
                yield Found(version=version, licences=(id,), file=file)


def read_hex(folder: Folder, wanted: Wanted) -> Iterator[Found]:
    """``deps/<name>/hex_metadata.config``: Erlang terms, of which two are looked for."""
    for near in wanted.near:
        file = f"{near}deps/{wanted.name}/hex_metadata.config"
        text = folder.read_text(file) or ""
        version, stated = _HEX_VERSION.search(text), _HEX_LICENCES.search(text)
        if version and stated and (names := tuple(_QUOTED.findall(stated[1]))):
            yield Found(version=version[1], licences=names, file=file)


def read_cran(folder: Folder, wanted: Wanted) -> Iterator[Found]:
    """``DESCRIPTION`` of a library of R, or of one that renv or packrat keeps with the project."""
    kept = ("renv/library/*/*", "renv/library/*/*/*", "packrat/lib/*/*")
    for base in ("", *folder.matching(*(f"{near}{place}" for near in wanted.near for place in kept))):
        file = f"{base}/{wanted.name}/DESCRIPTION" if base else f"{wanted.name}/DESCRIPTION"
        fields = dict(_R_FIELD.findall(folder.read_text(file) or ""))
        licence = _R_PAPER.sub("", fields.get("License", "")).strip()
        if fields.get("Package") == wanted.name and licence and not licence.startswith("file "):
            yield Found(
                version=fields.get("Version", "").strip(), licences=(_R_LICENCES.get(licence, licence),), file=file
            )
