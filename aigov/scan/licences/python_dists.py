"""Licences of Python distributions, from the ``*.dist-info/METADATA`` that is installed (core metadata 2.4, PEP 639).

``License-Expression`` counts first, then ``License`` and the classifiers, and where these name no one licence, the text
that the distribution brings along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigov import spdx
from aigov.scan.licences.folder import FILE_LIMIT, Folder
from aigov.scan.licences.packages import Found, Wanted
from aigov.scan.licences.texts import recognize

_SITES = ("lib/python*/site-packages", "lib/python*/dist-packages", "Lib/site-packages")
_ENVIRONMENTS = (".venv/", "venv/", ".env/", "env/", "__pypackages__/")
_DIST = re.compile(r"(?P<name>.+?)-(?P<version>[^-]+)(?:-py\d[\d.]*)?\.(?P<kind>dist|egg)-info")
_NO_LICENCE = frozenset(("", "unknown", "none", "n/a"))
_HEADER_LIMIT = 64 << 10


def read(folder: Folder, wanted: Wanted) -> Iterator[Found]:
    """What the distributions of this name say, in the folder itself, or in a virtual environment of it."""
    places = ["", *_SITES]
    places += [f"{near}{inner}{site}" for near in wanted.near for inner in _ENVIRONMENTS for site in _SITES]
    for site in folder.matching(*places):
        for version, dist in _index(folder, site).get(_canonical(wanted.name), ()):
            path = f"{site}/{dist}" if site else dist
            if found := _read_dist(folder, path):
                yield Found(version=version, licences=found, file=f"{path}/{_metadata_name(dist)}")


def _index(folder: Folder, site: str) -> dict[str, list[tuple[str, str]]]:
    def make() -> dict[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = {}
        for name in folder.names(site):
            if name.endswith("-info") and (dist := _DIST.fullmatch(name)):
                found.setdefault(_canonical(dist["name"]), []).append((dist["version"], name))
        return found

    return folder.keep(f"python:{site}", make)


def _read_dist(folder: Folder, path: str) -> tuple[str, ...]:
    data = folder.read(f"{path}/{_metadata_name(path)}", 4 * FILE_LIMIT)
    if data is None:
        return ()
    from packaging.metadata import parse_email

    raw, unparsed = parse_email(_header(data))
    if expression := raw.get("license_expression"):
        return (expression,)
    field = (raw.get("license") or "").strip()
    stated = "" if field.lower() in _NO_LICENCE else recognize(field) or (field if _is_name(field) else "")
    classifiers = [name for name in map(_classified, raw.get("classifiers") or ()) if name]
    spelled = dict.fromkeys(spdx.spell(name) for name in (stated, *classifiers) if name)
    precise = [licence for licence in spelled if spdx.is_spdx(licence)]
    if precise:
        # The field is free text, and often a remark; a classifier is chosen from a list.
        others = (name for name in classifiers if not any(spdx.is_among(name, licence) for licence in precise))
        return tuple(dict.fromkeys((*precise, *map(spdx.spell, others))))
    papers = [*(raw.get("license_files") or ()), *(unparsed.get("license-file") or ())]
    texts = [folder.read_text(f"{path}/{inner}{name}") for name in papers[:8] for inner in ("licenses/", "")]
    known = [recognize(text) for text in texts if text]
    if len(known) == 1 and known[0]:
        return (known[0],)
    return tuple(spelled)


def _classified(classifier: str) -> str | None:
    """The licence of a classifier; None for one that names none (``License :: OSI Approved``)."""
    name = classifier.rpartition(" :: ")[2]
    return name if classifier.startswith("License :: ") and name not in ("OSI Approved", "License") else None


def _header(data: bytes) -> bytes:
    """Without the description after the headers, which may be megabytes."""
    end = re.search(rb"\r?\n\r?\n", data)
    return data[: min(end.start() if end else len(data), _HEADER_LIMIT)] + b"\n"


def _is_name(field: str) -> bool:
    return "\n" not in field and len(field) <= 120


def _metadata_name(dist: str) -> str:
    return "METADATA" if dist.endswith(".dist-info") else "PKG-INFO"


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
