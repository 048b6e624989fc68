"""Give files the scope that the user names for them, in place of the one that their path suggests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pathspec import GitIgnoreSpec

from aigov.model import (
    Artifact,
    Asset,
    Call,
    Endpoint,
    Flow,
    Indicator,
    Inventory,
    McpServer,
    ModelUse,
    Problem,
    ScanStatement,
    Scope,
    ScopeSaid,
    Secret,
    Surface,
    Unlisted,
    Unresolved,
    Use,
)
from aigov.reach import Agent, Observer, Tool
from aigov.scan.scopes import scope_of

Row = TypeVar(
    "Row",
    Use,
    Call,
    ModelUse,
    Endpoint,
    Flow,
    McpServer,
    Indicator,
    Unresolved,
    Agent,
    Tool,
    Observer,
    Surface,
    Secret,
    Artifact,
    Asset,
    Unlisted,
)


class ScopeOverrides:
    """Which files have a scope of their own."""

    def __init__(self, scopes: Sequence[tuple[str, Scope]]) -> None:
        """``scopes``: pattern of ``.gitignore`` and scope; the last that matches wins.

        :raises ValueError: a pattern is malformed.
        """
        self._rules = [(pattern, GitIgnoreSpec.from_lines([pattern]), scope) for pattern, scope in reversed(scopes)]

    def find(self, path: str) -> tuple[str, Scope] | None:
        """The pattern that decides about ``path`` and its scope; None where none does."""
        return next(((pattern, scope) for pattern, spec, scope in self._rules if spec.match_file(path)), None)

    def apply(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """The rows with these scopes. What stands apart from its file stays: a development dependency in the manifest
        of an app is no app."""
        return tuple(self._applied(row) for row in rows)

    def _applied(self, row: Row) -> Row:
        found = self.find(row.file)
        if found is None or row.scope not in (scope_of(row.file), "app"):
            return row
        return replace(row, scope=found[1])


_ROWS = (
    "uses",
    "calls",
    "models",
    "endpoints",
    "flows",
    "mcp_servers",
    "agents",
    "tools",
    "observers",
    "surfaces",
    "indicators",
    "unresolved",
    "secrets",
    "artifacts",
    "assets",
)
_SHIPS = ("app", "build")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What the user says of packages and of files, and who stands by it on the day of the scan."""

    not_ai: Sequence[str] = ()
    """purls without version of packages that are no AI, whatever their names say."""
    scopes: Sequence[tuple[str, Scope]] = ()
    """Patterns of ``.gitignore`` and the scope of what they match; the last that matches wins."""
    stated: ScanStatement | None = None
    """None: nobody does, and all of it counts as absent."""
    absent: Problem | None = None
    """Why so, where something is said."""

    @property
    def settled(self) -> Sequence[str]:
        """The packages that are no AI, by a word that somebody stands by."""
        return self.not_ai if self.stated else ()


def override_scopes(inventory: Inventory, scopes: Sequence[tuple[str, Scope]]) -> Inventory:
    """The inventory with the scopes that the user names.

    :raises ValueError: a pattern is malformed.
    """
    overrides = ScopeOverrides(scopes)
    rows: dict[str, Any] = {name: overrides.apply(getattr(inventory, name)) for name in _ROWS}
    coverage = replace(inventory.coverage, unlisted=overrides.apply(inventory.coverage.unlisted))
    return replace(inventory, **rows, coverage=coverage)


def take_word(inventory: Inventory, word: Word) -> Inventory:
    """The inventory with the scopes of a word that somebody stands by. Of any other, it says that it is absent, and
    counts the files that ship by it: that they are not judged must not read as *nothing there*.

    :raises ValueError: a pattern is malformed.
    """
    after = override_scopes(inventory, word.scopes) if word.scopes else inventory
    if word.stated is None:
        changed = _changed(inventory, after)
        raised = {row.file for row, other in changed if other.scope in _SHIPS and row.scope not in _SHIPS}
        problems = (*inventory.problems, word.absent) if word.absent else inventory.problems
        coverage = replace(inventory.coverage, lapsed=len(raised) or None)
        return replace(inventory, problems=tuple(sorted(problems, key=_order)), coverage=coverage)
    files = {row.file for row, _ in _changed(inventory, after)}
    overrides = ScopeOverrides(word.scopes)
    counts = Counter(found for file in files if (found := overrides.find(file)))
    said = tuple(ScopeSaid(pattern=pattern, scope=scope, files=n) for (pattern, scope), n in sorted(counts.items()))
    stated = word.stated if said or after.coverage.not_ai else None
    return replace(after, coverage=replace(after.coverage, scopes=said, stated=stated))


def _changed(before: Inventory, after: Inventory) -> Iterator[tuple[Any, Any]]:
    """Rows of findings whose scope differs, as they were and as they are."""
    for name in _ROWS:
        pairs = zip(getattr(before, name), getattr(after, name), strict=True)
        yield from (pair for pair in pairs if pair[0].scope != pair[1].scope)
    pairs = zip(before.coverage.unlisted, after.coverage.unlisted, strict=True)
    yield from (pair for pair in pairs if pair[0].scope != pair[1].scope)


def _order(problem: Problem) -> tuple[str, int, str, str]:
    return problem.file, problem.line or 0, problem.reason, problem.message
