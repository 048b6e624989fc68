"""Proves rules of the catalogue: each is spelled as source, and what the real scan finds there must be the rule's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.model import Inventory
from aigov.scan.scan import scan_tree
from aigov.scan.triage import Triage

_TRIAGE = Triage(load_catalogue().tokens(), searches_all=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """A rule as source: some lines, and what a scan must find in them, or must not."""

    rule: str
    """What a failure names: the entry, the kind of rule, and its spelling."""
    text: str
    shape: str
    """Which kind of file it stands in: a key of the sheets that the test gives."""
    finds: Hashable
    """A finding as ``Findings`` keeps it: ``("use", "openai")``, ``("model", "gpt-4o", "openai")``, …"""
    fires: bool = True
    """False for a look-alike."""
    alone: bool = True
    """Whether triage must keep a file that holds nothing else."""
    apart: Iterable[Hashable] = ()
    """What else these lines say; two specimens with one of them in common stand in different files, for a file lists a
    use at its first line."""


@dataclass(slots=True)
class Sheet:
    """Specimens of one shape share files: what stands before, after, and what the files are called."""

    path: str
    """With ``{}`` for a number."""
    before: str = ""
    after: str = ""
    most: int = 200
    """Specimens in one file."""


@dataclass(slots=True)
class _File:
    path: str
    lines: list[str]
    said: set[Hashable] = field(default_factory=set)
    rows: list[tuple[int, int, Specimen]] = field(default_factory=list)


Prove = Callable[[Iterable[Specimen], dict[str, Sheet]], list[str]]


@pytest.fixture
def specimen() -> type[Specimen]:
    return Specimen


@pytest.fixture
def sheet() -> type[Sheet]:
    return Sheet


@pytest.fixture
def prove(tmp_path: Path) -> Prove:
    """Writes the specimens into one tree, scans it once, and says of each that is wrong what and where."""

    def run(specimens: Iterable[Specimen], sheets: dict[str, Sheet]) -> list[str]:
        files = _packed(specimens, sheets)
        for file in files:
            place = tmp_path / file.path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text("\n".join(file.lines) + "\n", encoding="utf-8")
        found = _findings(scan_tree(tmp_path, catalogue=load_catalogue()))
        wrong = []
        for file in files:
            for first, last, one in file.rows:
                if one.fires and one.alone and not _TRIAGE.hit(f"{one.text}\n".encode()):
                    wrong.append(f"{one.rule}: triage leaves a file that holds only: {one.text}")
                fired = any(one.finds in found[file.path, line] for line in range(first, last + 1))
                if fired != one.fires:
                    what = "did not fire" if one.fires else "fired on what only looks like it"
                    wrong.append(f"{one.rule}: {what}: {file.path}:{first} {one.text}")
        return wrong

    return run


def _packed(specimens: Iterable[Specimen], sheets: dict[str, Sheet]) -> list[_File]:
    """Each specimen in the first file of its shape that says nothing of what it says."""
    files: defaultdict[tuple[str, bool], list[_File]] = defaultdict(list)
    for one in specimens:
        sheet = sheets[one.shape]
        said = set(one.apart) or {one.finds}
        fitting = files[one.shape, one.fires]
        file = next((f for f in fitting if len(f.rows) < sheet.most and f.said.isdisjoint(said)), None)
        if file is None:
            name = f"{'some' if one.fires else 'near'}{len(fitting)}"
            file = _File(path=sheet.path.format(name), lines=sheet.before.splitlines())
            fitting.append(file)
        file.said |= said if one.fires else set()
        first = len(file.lines) + 1
        file.lines += one.text.splitlines()
        file.rows.append((first, len(file.lines), one))
    for (shape, _), those in files.items():
        for file in those:
            file.lines += sheets[shape].after.splitlines()
    return [file for those in files.values() for file in those]


def _findings(inventory: Inventory) -> defaultdict[tuple[str, int], set[Hashable]]:
    found: defaultdict[tuple[str, int], set[Hashable]] = defaultdict(set)
    for use in inventory.uses:
        found[use.file, use.line] |= {("use", use.name), ("package", use.name, use.package)}
    for call in inventory.calls:
        found[call.file, call.line] |= {("call", call.name), ("call", call.symbol)}
    for model in inventory.models:
        found[model.file, model.line] |= {
            ("model", model.model, model.provider),
            ("served", model.provider),
            ("named", model.model),
        }
    for endpoint in inventory.endpoints:
        found[endpoint.file, endpoint.line].add(("endpoint", endpoint.provider))
    for flow in inventory.flows:
        found[flow.file, flow.line] |= {("flow", name) for name in flow.data}
    for secret in inventory.secrets:
        found[secret.file, secret.line].add(("secret", secret.name))
    return found
