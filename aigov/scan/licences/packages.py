"""A package whose licence is looked for, what was found, and how versions are compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from packageurl import PackageURL
from packaging.version import InvalidVersion, Version

from aigov.scan.licences.folder import Folder
from aigov.scan.licences.texts import LIMIT, recognize

_PAPERS = re.compile(
    r"(?:un)?licen[cs]e(?:[-.](?:md|txt|rst|mit|apache(?:-2\.0)?|bsd))?|copying(?:\.txt|\.md)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A package of the tree."""

    purl: PackageURL
    """Without version."""
    versions: tuple[str, ...]
    """Those that the tree fixes, sorted."""
    near: tuple[str, ...]
    """Folders that manifests of the tree name it in, and all above them, each with ``/`` at its end; last the root."""

    @property
    def name(self) -> str:
        """The name with its namespace: ``@langchain/openai``, ``github.com/openai/openai-go``."""
        return f"{self.purl.namespace}/{self.purl.name}" if self.purl.namespace else self.purl.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one file says of a package."""

    version: str
    licences: tuple[str, ...]
    """As it spells them; several where it does not say how they go together."""
    file: str
    """Relative to the folder that was read."""


Reader = Callable[[Folder, Wanted], Iterator[Found]]


def same_version(ecosystem: str, one: str, other: str) -> bool:
    """Whether two spellings mean one version, by the rules of the ecosystem."""
    if one == other:
        return True
    if ecosystem in ("pypi", "conda"):
        try:
            return Version(one) == Version(other)
        except InvalidVersion:
            return False
    if ecosystem == "nuget":
        return _padded(one) == _padded(other)
    return one.removeprefix("v").partition("+")[0] == other.removeprefix("v").partition("+")[0]


def read_paper(folder: Folder, place: str) -> Iterator[tuple[str, str]]:
    """The licence that the text beside a package is, and the file; nothing where it is no known one.

    Of several texts (``LICENSE-MIT``, ``LICENSE-APACHE``) all must be known.
    """
    papers = [name for name in folder.names(place) if _PAPERS.fullmatch(name)]
    texts = [folder.read_text(f"{place}/{name}", LIMIT) for name in papers]
    known = [recognize(text) if text else None for text in texts]
    if known and all(known):
        yield from ((id, f"{place}/{name}") for id, name in zip(known, papers, strict=True) if id)


def _padded(version: str) -> tuple[str, ...]:
    core, _, rest = version.lower().partition("+")[0].partition("-")
    parts = core.split(".")
    return (*parts, *("0" for _ in range(4 - len(parts))), rest)
