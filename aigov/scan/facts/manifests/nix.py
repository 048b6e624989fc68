"""Nix expressions: Python packages, programs and services that they name.

https://nixos.org/manual/nixpkgs/stable/#python, https://search.nixos.org. ``flake.lock`` fixes the whole of nixpkgs
and no package of it, so that no version can be told. They are programs and are read as text, never run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from aigov.catalogue.entry import Entry
from aigov.scan.facts.manifests.collected import Collected
from aigov.scan.facts.manifests.records import canonical, purl_of
from aigov.scan.facts.manifests.script_text import blank
from aigov.scan.files import Document, Findings
from aigov.scan.scopes import scope_of

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

KIND = "nix"

_PROSE = re.compile(
    r"\#[^\n]*|/\*(?:[^*]|\*(?!/))*(?:\*/|\Z)|\"(?:[^\"\\]|\\.)*(?:\"|\\?\Z)|''(?:[^']|'(?!'))*(?:''|\Z)", re.DOTALL
)
_SET = r"(?:py(?:thon)?\d*(?:Packages|\.pkgs)|python\d+Packages)"
_PYTHON = re.compile(rf"\b{_SET}\.([A-Za-z][\w-]*)")
_FUNCTION = re.compile(r"\bwithPackages\s*\(\s*(\w+)\s*:\s*(with\s+\1\s*;\s*)?[\[(]")
_WITH = re.compile(rf"\bwith\s+(?:pkgs\.)?{_SET}\s*;\s*\[")
_WITH_ALL = re.compile(r"\bwith\s+(?:pkgs|nixpkgs|unstable)\s*;\s*\[")
_PROGRAM = re.compile(r"\b(?:pkgs|nixpkgs|unstable)(?:\.unstable)?\.([a-z][\w-]*)")
_SERVICE = re.compile(r"\bservices\.([a-z][\w-]*)(?:\.enable\s*=\s*true|\s*=\s*\{[^{}]*\benable\s*=\s*true)")
_WORD = re.compile(r"(?<![\w.\"'-])([A-Za-z_][\w-]*(?:\.[A-Za-z][\w-]*)?)(?![\w.-])")
_LONGEST = 20_000


def wants(path: str) -> bool:
    """By extension."""
    return path.endswith(".nix")


def read(document: Document, catalogue: Catalogue) -> Findings:
    """Uses of what is named, wherever it stands."""
    text = _PROSE.sub(lambda found: blank(found[0]), document.data.decode("utf-8", "replace"))
    rows = Collected(document.path, scope_of(document.path), catalogue, how="manifest")
    programs = _programs(catalogue)

    def line(at: int) -> int:
        return text.count("\n", 0, at) + 1

    for name, at in _modules(text):
        for entry in catalogue.package(purl_of("pypi", canonical(name))):
            rows.use(entry, line(at), name)
    for name, at in _names(text):
        rows.use(programs.get(name), line(at), name)
    for found in _SERVICE.finditer(text):
        rows.use(programs.get(found[1]), line(found.start()), f"services.{found[1]}")
    return rows.findings()


def _modules(text: str) -> Iterator[tuple[str, int]]:
    """Python packages."""
    for found in _PYTHON.finditer(text):
        yield found[1], found.start(1)
    for found, word in _within(_FUNCTION, text):
        owner, dot, name = word[1].partition(".")
        if dot and owner == found[1]:
            yield name, word.start()
        elif not dot and found[2]:
            yield owner, word.start()
    yield from ((word[1], word.start()) for _, word in _within(_WITH, text))


def _names(text: str) -> Iterator[tuple[str, int]]:
    """Programs."""
    for found in _PROGRAM.finditer(text):
        yield found[1], found.start(1)
    yield from ((word[1], word.start()) for _, word in _within(_WITH_ALL, text))


def _within(opening: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """The words of each list that ``opening`` begins, one list after the other."""
    at = 0
    while found := opening.search(text, at):
        at = _end(text, found.end())
        yield from ((found, word) for word in _WORD.finditer(text, found.end(), at))


def _end(text: str, start: int) -> int:
    """The end of the list or bracket that was opened before ``start``."""
    depth = 1
    for bracket in re.finditer(r"[\[\]()]", text[start : start + _LONGEST]):
        depth += 1 if bracket[0] in "[(" else -1
        if depth == 0:
            return start + bracket.start()
    return min(len(text), start + _LONGEST)


@lru_cache(maxsize=4)
def _programs(catalogue: Catalogue) -> dict[str, Entry]:
    """What nixpkgs calls programs of the catalogue: as their commands, their ids, or their packages on PyPI.

    An id alone tells only servers, stores and what is no single word: ``exa`` lists files there.
    """
    found: dict[str, Entry] = {}
    for entry in catalogue.entries.values():
        names = {rule.name.split()[0] for rule in entry.commands if len(rule.name) > 3}
        if entry.kind in ("model-host", "vector-db") or (entry.commands and "-" in entry.id):
            names.add(entry.id)
        if names & {entry.id} or entry.kind == "agent-framework":
            names |= {package.purl.removeprefix("pkg:pypi/") for package in entry.packages if "pypi" in package.purl}
        for name in names - _SHARED:
            found.setdefault(name, entry)
    return found


_SHARED = frozenset("aws az gcloud docker gh python npx curl uvx brew llm snow wandb accelerate".split())  # noqa: SIM905
"""Programs of many services."""
