"""Prove by small source trees that the entries of a catalogue fire.

``<fixtures>/<id>/`` holds files as real programs have them, and a file ``EXPECT`` that says what a scan of that folder
must find.

Each line of ``EXPECT`` is one of::

    app.py:3 use openai          a use of that entry, at the first line that proves it
    app.py:9 model gpt-4o        a model id, at the line that spells it
    decoy.py none                nothing is found in this file

A rule is proven where the scan finds something else as soon as the rule is gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from aigov.catalogue import Catalogue
from aigov.catalogue.audit import CatalogueFault
from aigov.catalogue.entry import Entry
from aigov.errors import UsageError
from aigov.model import Inventory
from aigov.scan.scan import ScanOptions, scan_tree

EXPECTATIONS = "EXPECT"
_LINE = re.compile(r"(?P<file>\S+?)(?::(?P<line>\d+))? (?P<what>use|model|none)(?: (?P<value>\S+))?")
_NO_RULES = frozenset(("indicators",))


@dataclass(frozen=True, slots=True, kw_only=True)
class FixtureResult:
    """What became of the fixture of one entry."""

    entry: str
    failures: tuple[str, ...] = ()
    """What was expected and not found, or found where nothing may be."""
    fires: bool = False
    """Whether the fixture expects a use of the entry."""
    rules: int = 0
    unproven: tuple[str, ...] = ()
    """Rules whose loss no fixture would notice; empty where rules were not tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueCheck:
    """Whether entries are sound, and fire."""

    faults: tuple[CatalogueFault, ...]
    results: tuple[FixtureResult, ...]

    @property
    def entries(self) -> int:
        """Entries that were looked at."""
        return len(self.results)

    @property
    def proven(self) -> int:
        """Entries that fire on their fixture."""
        return sum(result.fires and not result.failures for result in self.results)

    @property
    def rules(self) -> int:
        """Rules that were tried."""
        return sum(result.rules for result in self.results)

    @property
    def unproven(self) -> int:
        """Rules that no fixture proves."""
        return sum(len(result.unproven) for result in self.results)

    def failed(self, *, strict: bool) -> int:
        """How many things are wrong."""
        wrong = sum(len(result.failures) + (not result.fires) for result in self.results)
        return len(self.faults) + wrong + (self.unproven if strict else 0)

    def lines(self, *, strict: bool) -> Iterator[str]:
        """Each wrong thing in one line, then what no fixture proves."""
        for fault in self.faults:
            yield f"{fault.where}: {fault.what} ({fault.fix})"
        for result in self.results:
            for failure in result.failures:
                yield f"{result.entry}: {failure}"
            if not result.fires:
                yield f"{result.entry}: no fixture shows that it fires"
        for result in self.results:
            for rule in result.unproven:
                yield f"{result.entry}: {'' if strict else 'note: '}no fixture proves {rule}"

    def to_dict(self, *, strict: bool) -> dict[str, Any]:
        """The same as a document."""
        return {
            "schema": "aigov.dev/catalogue-check/v1",
            "passed": not self.failed(strict=strict),
            "faults": [{"entry": f.entry, "file": f.where, "what": f.what, "fix": f.fix} for f in self.faults],
            "entries": [
                {
                    "id": result.entry,
                    "fires": result.fires and not result.failures,
                    "failures": list(result.failures),
                    "rules": result.rules,
                    "unproven": list(result.unproven),
                }
                for result in self.results
            ],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Expected:
    file: str
    what: str
    line: int | None = None
    value: str | None = None

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place} {self.what}" + (f" {self.value}" if self.value else "")


def run_fixtures(
    catalogue: Catalogue, folder: Path, ids: Iterable[str], *, prove_rules: bool = False
) -> Iterator[FixtureResult]:
    """The fixture of each entry, in the order given; one without a fixture has a result that does not fire.

    :raises UsageError: an ``EXPECT`` file is missing or cannot be read.
    """
    for id in ids:
        place = folder / id
        yield (
            _run(catalogue, place, catalogue.entries[id], prove_rules=prove_rules)
            if place.is_dir()
            else FixtureResult(entry=id)
        )


def _run(catalogue: Catalogue, place: Path, entry: Entry, *, prove_rules: bool) -> FixtureResult:
    expected = _read(place / EXPECTATIONS)
    found = _scan(place, catalogue)
    failures = [f"not found: {row}" for row in expected if row.what != "none" and row not in found]
    silent = {row.file for row in expected if row.what == "none"}
    failures += [f"found where nothing may be: {row}" for row in sorted(found, key=str) if row.file in silent]
    rules, unproven = 0, []
    if prove_rules:
        # A catalogue of this entry and those that it names: building the whole one for each rule would take minutes.
        near = _near(catalogue, entry)
        whole = _traces(place, Catalogue(near, ()))
        for label, less in _without_one_rule(entry):
            rules += 1
            others = [other for other in near if other.id != entry.id]
            if _traces(place, Catalogue([*others, less], ())) == whole:
                unproven.append(label)
    return FixtureResult(
        entry=entry.id,
        failures=tuple(failures),
        fires=any(row.what == "use" and row.value == entry.id for row in expected),
        rules=rules,
        unproven=tuple(unproven),
    )


def _read(path: Path) -> list[_Expected]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            "cannot be read", where=str(path), fix="say in it what the scan must find, as docs/catalogue.md tells"
        ) from error
    rows = []
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line.strip())
        if match is None or (match["what"] != "none") != bool(match["value"] and match["line"]):
            raise UsageError(f"{line!r} says nothing", where=f"{path}:{number}", fix="write e.g. `app.py:3 use openai`")
        rows.append(
            _Expected(
                file=match["file"],
                what=match["what"],
                line=int(match["line"]) if match["line"] else None,
                value=match["value"],
            )
        )
    return rows


def _inventory(place: Path, catalogue: Catalogue) -> Inventory:
    return scan_tree(place, catalogue=catalogue, options=ScanOptions(exclude=(place / EXPECTATIONS,)))


def _scan(place: Path, catalogue: Catalogue) -> set[_Expected]:
    inventory = _inventory(place, catalogue)
    found = {_Expected(file=use.file, line=use.line, what="use", value=use.name) for use in inventory.uses}
    return found | {_Expected(file=row.file, line=row.line, what="model", value=row.model) for row in inventory.models}


def _traces(place: Path, catalogue: Catalogue) -> dict[str, Any]:
    """All that a scan finds, without what it says of the tree itself."""
    document = _inventory(place, catalogue).to_dict()
    return {key: value for key, value in document.items() if key not in ("subject", "coverage", "problems")}


def _near(catalogue: Catalogue, entry: Entry) -> list[Entry]:
    named = {c.provider for c in entry.constructors} | {c.interface for c in entry.constructors} | {entry.id}
    named |= {
        other.id
        for other in catalogue.entries.values()
        if any(entry.id in (c.provider, c.interface) for c in other.constructors)
    }
    return [catalogue.entries[id] for id in sorted(id for id in named if id is not None)]


def _without_one_rule(entry: Entry) -> Iterator[tuple[str, Entry]]:
    for field in fields(entry):
        rules = getattr(entry, field.name)
        if isinstance(rules, tuple) and field.name not in _NO_RULES:
            for index, rule in enumerate(rules):
                change: dict[str, Any] = {field.name: (*rules[:index], *rules[index + 1 :])}
                yield f"{field.name}: {_spell(rule)}", replace(entry, **change)


def _spell(rule: Any) -> str:
    for name in ("module", "purl", "symbol", "path", "regex"):
        if hasattr(rule, name):
            language = getattr(rule, "language", None)
            return f"{getattr(rule, name)} ({language})" if language else str(getattr(rule, name))
    return str(rule)
