"""Licences of packages whose metadata is JSON: npm, Composer and conda."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from aigov.scan.licences.folder import Folder
from aigov.scan.licences.packages import Found, Wanted, read_paper

_INSTALLED_LIMIT = 64 << 20


def read_npm(folder: Folder, wanted: Wanted) -> Iterator[Found]:
    """``node_modules/<name>/package.json``, and those that pnpm keeps (``node_modules/.pnpm/<name>@<version>/…``).

    https://docs.npmjs.com/cli/v11/configuring-npm/package-json#license
    """
    bases = ["", *(f"{near}node_modules" for near in wanted.near)]
    for base in bases:
        before = f"{base}/" if base else ""
        yield from _read_npm_package(folder, wanted, f"{before}{wanted.name}")
        flat = wanted.name.replace("/", "+")
        for version in wanted.versions:
            # What peers it has follows after "_" or "(": one version of the package all the same.
            for kept in folder.matching(f"{before}.pnpm/{flat}@{version}*"):
                if kept.rpartition(f"/{flat}@")[2][len(version) :][:1] in ("", "_", "("):
                    yield from _read_npm_package(folder, wanted, f"{kept}/node_modules/{wanted.name}")


def _read_npm_package(folder: Folder, wanted: Wanted, place: str) -> Iterator[Found]:
    file = f"{place}/package.json"
    package = folder.read_object(file)
    if package is None or package.get("name") != wanted.name:
        return
    version = _text(package.get("version"))
    licence = _npm_licence(package)
    if not version:
        return
    if licence and not licence.upper().startswith("SEE LICEN"):
        yield Found(version=version, licences=(licence,), file=file)
    else:
        for id, paper in read_paper(folder, place):
            yield Found(version=version, licences=(id,), file=paper)


def _npm_licence(package: dict[str, Any]) -> str:
    """``license``; else the ``licenses`` of old packages, of which the user may choose."""
    licence = package.get("license")
    if isinstance(licence, dict):
        licence = licence.get("type")
    if isinstance(licence, str):
        return licence
    listed = licence if isinstance(licence, list) else package.get("licenses")
    if isinstance(listed, dict):
        listed = [listed]
    if not isinstance(listed, list):
        return ""
    return _choice(_text(item.get("type")) if isinstance(item, dict) else _text(item) for item in listed)


def read_composer(folder: Folder, wanted: Wanted) -> Iterator[Found]:
    """``vendor/composer/installed.json``. Several licences are a choice (https://getcomposer.org/doc/04-schema.md#license)."""
    for file in ("composer/installed.json", *(f"{near}vendor/composer/installed.json" for near in wanted.near)):
        package = _installed(folder, file).get(wanted.name.lower())
        if package is not None:
            listed = package.get("license")
            licence = _choice(map(_text, listed if isinstance(listed, list) else [listed]))
            if licence:
                yield Found(version=_text(package.get("version")), licences=(licence,), file=file)


def _installed(folder: Folder, file: str) -> dict[str, dict[str, Any]]:
    def make() -> dict[str, dict[str, Any]]:
        document = folder.read_object(file, _INSTALLED_LIMIT) or {}
        packages = document.get("packages")
        rows = packages if isinstance(packages, list) else []
        return {_text(row.get("name")).lower(): row for row in rows if isinstance(row, dict)}

    return folder.keep(f"composer:{file}", make)


def read_conda(folder: Folder, wanted: Wanted) -> Iterator[Found]:
    """``conda-meta/<name>-<version>-<build>.json`` of an environment."""
    for near in ("", *(f"{near}{inner}" for near in wanted.near for inner in (".conda/", ".pixi/envs/default/"))):
        for name in folder.names(f"{near}conda-meta"):
            if name.startswith(f"{wanted.name}-") and name.endswith(".json"):
                file = f"{near}conda-meta/{name}"
                package = folder.read_object(file) or {}
                if package.get("name") == wanted.name and (licence := _text(package.get("license"))):
                    yield Found(version=_text(package.get("version")), licences=(licence,), file=file)


def _choice(licences: Iterable[str]) -> str:
    names = [name for name in dict.fromkeys(licences) if name]
    return names[0] if len(names) == 1 else " OR ".join(f"({name})" if " " in name else name for name in names)


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
