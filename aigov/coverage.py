"""What a scan saw, read and left, and on whose word: the account beside what it found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from aigov.terms import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that the scan could not read, and what was lost."""

    file: str
    reason: str
    """One of the reasons of ``Skip`` or ``parse-error``, ``bad-manifest``, ``unstated``."""
    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skip:
    """Files that were seen and not read as source, summed."""

    reason: Literal[
        "unsupported-language",
        "too-large",
        "undecodable",
        "unreadable",
        "generated",
        "vendored",
        "binary",
        "not-code",
        "outside-root",
        "ignored",
        "excluded",
    ]
    language: str | None
    """Name of the language where the reason is ``unsupported-language``."""
    files: int
    suspects: int
    """How many of them contain bytes of a catalogue token: files that may well use AI."""
    gap: bool
    """Whether AI could hide here: true for unsupported-language, too-large, undecodable and unreadable files, and for
    those that are generated, vendored, ignored or excluded as soon as one of them is a suspect."""
    suspect_files: tuple[str, ...] = ()
    """Paths of the first suspects of a gap, for a person to look through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParseLoss:
    """A source file that was read with syntax errors."""

    file: str
    language: str
    bytes_lost: int
    bytes_total: int
    suspect: bool = False
    """Whether what was lost names AI, or what only AI clients are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlisted:
    """A package that a manifest asks for, whose name says AI, and that no entry of the catalogue lists.

    It is no ``Use``: whose it is, what it does and where data goes is not known.
    """

    file: str
    line: int
    package: str
    """purl without version."""
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeSaid:
    """Files that have their scope by the user's word."""

    pattern: str
    """As in ``.gitignore``."""
    scope: Scope
    files: int
    """With findings whose scope it changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanStatement:
    """By whose word packages are no AI and files have another scope than their path suggests."""

    by: str
    on: str
    """The first day on which it holds, ``2026-11-23``."""
    expires: str
    """The last one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What a scan saw, read and left."""

    files_seen: int
    files_scanned: int
    """Read as source, manifest or configuration (triage by bytes counts as read: no token, no use)."""
    bytes_seen: int
    languages: Mapping[str, int]
    """Files scanned per language or file kind."""
    skipped: tuple[Skip, ...] = ()
    parse_losses: tuple[ParseLoss, ...] = ()
    truncated: str | None = None
    """Why the walk stopped early, if it did."""
    classic_ml_left: int | None = None
    """Files whose classic machine learning the user leaves out; None where all is listed."""
    unlisted: tuple[Unlisted, ...] = ()
    not_ai: tuple[str, ...] = ()
    """purls of packages that would be in ``unlisted``, had the user not said that they are no AI."""
    scopes: tuple[ScopeSaid, ...] = ()
    stated: ScanStatement | None = None
    """Who says what ``not_ai`` and ``scopes`` hold; None where nothing of the scan rests on such a word."""
    lapsed: int | None = None
    """Files that the user says ship, by a word that nobody stands by any more, or not yet: judged they are not."""

    @property
    def unlisted_in_app(self) -> tuple[Unlisted, ...]:
        """Those that the app itself asks for: what only its tests or its build use is said, and is no gap."""
        return tuple(row for row in self.unlisted if row.scope == "app")

    @property
    def complete(self) -> bool:
        """Whether no source was left unread, and every package whose name says AI is known."""
        left = self.truncated or self.parse_losses or self.classic_ml_left or self.unlisted_in_app or self.lapsed
        return not left and not any(skip.gap for skip in self.skipped)
