"""Licences of components, and where each was read.

CycloneDX lets a component have either one expression or a list of licences. A list is written only where sources do not
agree, or one source names several without saying how they go together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from aigov import spdx
from aigov.bom import properties as p
from aigov.bom.document import License, LicenseChoice, Property
from aigov.model import PackageLicence


@dataclass(frozen=True, slots=True, order=True)
class Stated:
    """A licence as one source states it."""

    said: str
    source: Literal["lockfile", "package", "sbom"]
    file: str


def licence_choices(said: Iterable[str]) -> tuple[LicenseChoice, ...]:
    """``licenses`` of a component: SPDX ids and expressions, and names for what is neither."""
    licences = spdx.settle(said)
    if len(licences) == 1 and spdx.is_spdx(licences[0]) and not spdx.is_id(licences[0]):
        return (LicenseChoice(expression=licences[0], acknowledgement="declared"),)
    return tuple(
        LicenseChoice(license=License(id=licence) if spdx.is_id(licence) else License(name=licence))
        for licence in licences
    )


def state_sources(stated: Iterable[Stated]) -> tuple[Property, ...]:
    """Where each licence was read: of one kind of source the first file is named."""
    first: dict[tuple[str, str], dict[str, Any]] = {}
    for row in sorted(stated, key=lambda row: (row.file, row.said)):
        licence, said = spdx.spell(row.said), spdx.shorten(row.said)
        first.setdefault(
            (licence, row.source),
            {"licence": licence, "said": said if said != licence else None, "source": row.source, "file": row.file},
        )
    return p.state_json(p.LICENCE_SOURCE, first.values())


def state_other_versions(rows: Iterable[PackageLicence]) -> Iterator[Property]:
    """Versions of the package that a place has instead of the one that the tree uses: their licence is not its."""
    first: dict[str, PackageLicence] = {}
    for row in rows:
        first.setdefault(row.version, row)
    yield from p.state_json(
        p.LICENCE_OTHER, ({"version": row.version, "licence": row.licence, "file": row.file} for row in first.values())
    )
