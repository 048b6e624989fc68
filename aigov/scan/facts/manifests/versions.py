"""Which version ranges name one version alone, by registry."""

from __future__ import annotations

import re
from collections.abc import Mapping

from aigov.scan.facts.manifests.records import Ecosystem

_WHOLE = r"v?\d+(?:\.\d+)*(?:[-+.][\w.+-]+|[A-Za-z][\w.+-]*)?"

_EXACT: Mapping[Ecosystem, re.Pattern[str]] = {
    # https://go.dev/ref/mod: minimal version selection takes the version that go.mod names.
    "golang": re.compile(r"(v\d+\.\d+\.\d+(?:[-+][\w.+-]+)?)"),
    # A bare version is Maven's "soft" requirement, which resolution keeps for a direct dependency; ranges are in
    # brackets, and "[1.0]" is a range of one. Gradle adds "1.+" and "latest.release".
    "maven": re.compile(r"\[?(\d[\w.-]*(?:\+[\w.-]+)?)(?:!!)?\]?"),
    # A bare version is the lowest, and the lowest is what restore takes; "1.*" floats.
    "nuget": re.compile(rf"\[?({_WHOLE})\]?"),
    "gem": re.compile(rf"(?:=\s*)?({_WHOLE})"),
    "cargo": re.compile(r"=\s*(\d+\.\d+\.\d+(?:[-+][\w.+-]+)?)"),
    "composer": re.compile(r"=?=?\s*(v?\d+\.\d+(?:\.\d+){0,2}(?:-(?!dev)[\w.]+)?)"),
    "swift": re.compile(rf"=\s*({_WHOLE})"),
    "cocoapods": re.compile(rf"(?:=\s*)?({_WHOLE})"),
    "pub": re.compile(r"(\d+\.\d+\.\d+(?:[-+][\w.+-]+)?)"),
    "hex": re.compile(r"(?:==\s*)?(\d+\.\d+\.\d+(?:[-+][\w.+-]+)?)"),
    "npm": re.compile(r"=?\s*v?(\d+\.\d+\.\d+(?:-[\w.-]+)?)(?:\+[\w.-]+)?"),
}


def exact_version(ecosystem: Ecosystem, constraint: str) -> str | None:
    """The one version that ``constraint`` allows, if it names it; None also for PyPI and conda, read elsewhere."""
    pattern = _EXACT.get(ecosystem)
    found = pattern.fullmatch(constraint.strip()) if pattern else None
    return found[1] if found else None
