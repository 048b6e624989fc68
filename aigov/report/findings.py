"""What the formats for other programs share: results that are open, and where they stand in the repository."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from aigov.control import WORST_FIRST, Assessment, ControlResult, Evidence, Result
from aigov.settings import DECLARATIONS_FILE

NO_STATEMENT = "no-statement"
"""Code of the shared attestation rule where aigov.yaml says nothing (policies/lib/attestation.rego)."""
SETTLED = ("pass", "not_applicable")
MOST_PLACES = 5
"""Rules give no more places than these of one subject; of declarations there may be more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roots:
    """Where what was judged lies in the repository: results name files from the scanned folder on."""

    prefix: str = ""
    """The scanned folder from the top of the repository on: ``services/api/``; empty for the top itself."""
    declarations: str = DECLARATIONS_FILE
    """aigov.yaml from the top of the repository on."""


def find_roots(target: Path, declarations_file: Path | None) -> Roots:
    """Where a scanned folder (or the folder here, for a file) and its aigov.yaml lie in the git repository around."""
    here = target.resolve() if target.is_dir() else Path.cwd()
    top = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
    prefix = here.relative_to(top).as_posix() + "/" if target.is_dir() and here != top else ""
    file = (declarations_file or here / DECLARATIONS_FILE).resolve()
    declarations = file.relative_to(top).as_posix() if file.is_relative_to(top) else prefix + DECLARATIONS_FILE
    return Roots(prefix=prefix, declarations=declarations)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A file of the repository, and a line of it."""

    file: str
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A result that is open: neither passed nor outside its rule."""

    outcome: ControlResult
    result: Result
    places: tuple[Place, ...]
    """Without repetition. Of a result without a file: aigov.yaml, if that would settle it."""

    @property
    def control(self) -> str:
        """``nist-ai-rmf/MANAGE 3.2``, as waivers and overrides spell it."""
        return f"{self.outcome.control.framework}/{self.outcome.control.id}"


def open_findings(assessment: Assessment, roots: Roots) -> Iterator[Finding]:
    """Every open result, in the order of the controls. A control that only a person decides is one where it refuses."""
    for outcome in assessment.controls:
        results = outcome.results
        if outcome.status == "manual":
            name = f"{outcome.control.framework}/{outcome.control.id}"
            results = (_UNDECIDED,) if name in assessment.gate.refused_by else ()
        for result in results:
            if result.status not in SETTLED:
                yield Finding(outcome=outcome, result=result, places=places_of(result, roots))


_UNDECIDED = Result(
    status="manual",
    subject="system",
    code="manual",
    message="No machine decides this control; the gate was told to refuse because of it.",
)


def waits_for_statement(outcome: ControlResult) -> bool:
    """Whether nothing was ever said: a person has to answer, and there is nothing more to tell about it."""
    return (
        outcome.control.kind == "declared"
        and outcome.status == "undetermined"
        and all(result.code == NO_STATEMENT and not result.evidence for result in outcome.results)
    )


def places_of(result: Result, roots: Roots) -> tuple[Place, ...]:
    """Where a result can be looked at."""
    found = dict.fromkeys(filter(None, (_place(item, roots) for item in result.evidence)))
    if not found and any(DECLARATIONS_FILE in missing for missing in result.missing):
        found = {Place(file=roots.declarations): None}
    return tuple(found)[:MOST_PLACES]


def _place(item: Evidence, roots: Roots) -> Place | None:
    if item.file:
        absolute = item.file.startswith("/")  # of a BOM that another tool wrote
        return Place(file=item.file if absolute else roots.prefix + item.file, line=item.line)
    if item.path and item.path.startswith("/declarations"):
        return Place(file=roots.declarations)
    return None


def spell(place: Place) -> str:
    """``app.py:12``, or the file alone."""
    return f"{place.file}:{place.line}" if place.line else place.file


def worst_first(finding: Finding) -> tuple[int, int]:
    """A key to sort by: status, then severity."""
    return WORST_FIRST.index(finding.result.status), -_WEIGHT[finding.outcome.control.severity]


_WEIGHT = {"low": 0, "medium": 1, "high": 2, "critical": 3}
