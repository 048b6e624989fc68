"""Licences by package URL, from a bill of materials that another tool made: CycloneDX or SPDX (2.2 to 3.0) JSON."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from packageurl import PackageURL

from aigov.scan.licences.shapes import object_of, rows_of, text_of
from aigov.strict_json import MalformedError, parse_object

LIMIT = 64 << 20
"""Bytes of the largest document that is read."""

_NOTHING = frozenset(("", "NOASSERTION", "NONE"))
_REFERENCE = re.compile(r"LicenseRef-[\w.-]+")


class NoSbom(ValueError):
    """The document is none that can be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Sbom:
    """What a document says of licences."""

    licences: dict[str, dict[str, tuple[str, ...]]]
    """By purl without version, then by version."""
    own: bool
    """Whether aigov wrote it: it knows no licence but those that it was told."""


def read_sbom(data: bytes) -> Sbom:
    """The licences of every package with a purl.

    :raises NoSbom: it is too large, no strict JSON, or neither CycloneDX nor SPDX.
    """
    if len(data) > LIMIT:
        raise NoSbom(f"is larger than {LIMIT >> 20} MiB")
    try:
        document = parse_object(data.removeprefix(b"\xef\xbb\xbf"))
    except MalformedError as error:
        raise NoSbom(str(error)) from error
    if document.get("bomFormat") == "CycloneDX":
        rows, own = _cyclonedx(document), _is_own(document)
    elif isinstance(document.get("spdxVersion"), str):
        rows, own = _spdx_2(document), False
    elif "@graph" in document and "spdx" in str(document.get("@context")):
        rows, own = _spdx_3(document), False
    else:
        raise NoSbom("is neither CycloneDX JSON nor SPDX JSON")
    found: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for purl, licences in rows:
        said = tuple(dict.fromkeys(licence for licence in licences if licence not in _NOTHING))
        try:
            package = PackageURL.from_string(purl)
        except ValueError:
            continue
        if package.version and said:
            name = package._replace(version=None, qualifiers={}, subpath=None).to_string()
            earlier = found[name].get(package.version, ())
            found[name][package.version] = tuple(dict.fromkeys((*earlier, *said)))
    return Sbom(dict(found), own)


def _is_own(document: dict[str, Any]) -> bool:
    properties = rows_of(object_of(document.get("metadata")).get("properties"))
    return any(row.get("name") == "aigov:schema" for row in properties)


def _cyclonedx(document: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """https://cyclonedx.org/docs/1.6/json/#components_items_licenses"""
    waiting = [*rows_of(document.get("components"))]
    while waiting:
        component = waiting.pop()
        waiting += rows_of(component.get("components"))
        evidence = object_of(component.get("evidence"))
        choices = rows_of(component.get("licenses")) or rows_of(evidence.get("licenses"))
        yield text_of(component.get("purl")), [text for choice in choices if (text := _choice(choice))]


def _choice(choice: dict[str, Any]) -> str:
    licence = object_of(choice.get("license"))
    return (
        text_of(choice.get("expression"))
        or text_of(licence.get("id"))
        or text_of(licence.get("name"))
        or text_of(licence.get("url"))
    )


def _spdx_2(document: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """https://spdx.github.io/spdx-spec/v2.3/package-information/: what the authors declare, else what was concluded."""
    extracted = {
        text_of(row.get("licenseId")): text_of(row.get("name"))
        for row in rows_of(document.get("hasExtractedLicensingInfos"))
    }
    for package in rows_of(document.get("packages")):
        stated = [text_of(package.get(key)) for key in ("licenseDeclared", "licenseConcluded")]
        licence = next((text for text in stated if text not in _NOTHING), "")
        if _REFERENCE.fullmatch(licence) and extracted.get(licence, "") not in _NOTHING:
            licence = extracted[licence]
        for reference in rows_of(package.get("externalRefs")):
            if reference.get("referenceType") == "purl":
                yield text_of(reference.get("referenceLocator")), [licence]


def _spdx_3(document: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """https://spdx.github.io/spdx-spec/v3.0.1/model/SimpleLicensing/: relationships lead to expressions."""
    elements = {text_of(row.get("spdxId")): row for row in rows_of(document.get("@graph"))}
    licences: dict[str, dict[str, list[str]]] = {
        "hasDeclaredLicense": defaultdict(list),
        "hasConcludedLicense": defaultdict(list),
    }
    for row in elements.values():
        kind = row.get("relationshipType")
        if isinstance(kind, str) and kind in licences:
            targets = row.get("to")
            for target in targets if isinstance(targets, list) else [targets]:
                named = elements.get(text_of(target), {})
                licences[kind][text_of(row.get("from"))].append(text_of(named.get("simplelicensing_licenseExpression")))
    for id, row in elements.items():
        purl = text_of(row.get("software_packageUrl"))
        if purl:
            yield purl, licences["hasDeclaredLicense"][id] or licences["hasConcludedLicense"][id]


def names_sbom(path: str) -> bool:
    """Whether a file is called as bills of materials are."""
    name = path.rpartition("/")[2].lower()
    return name in ("bom.json", "sbom.json") or name.endswith((".cdx.json", ".spdx.json", ".cyclonedx.json"))
