"""What the file side of the scan hands on: files, documents, what was left, and findings of non-code files.

The way through::

    discovered = discover(root)                       # aigov/scan/discover.py
    triage = Triage(catalogue.tokens())               # aigov/scan/triage.py
    ledger = Ledger(discovered)                       # aigov/scan/coverage.py
    for item in read_tree(discovered, triage):        # aigov/scan/read.py
        ledger.add(item)                              # Document | Left
    findings = read_manifests(documents, catalogue)   # aigov/scan/facts/manifests/__init__.py
    coverage = ledger.coverage(parse_losses=...)

A ``Document`` of role ``source`` goes to the tree-sitter engine, one of role ``manifest`` to the readers of
``aigov/scan/facts/manifests``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from aigov.model import (
    Asset,
    Endpoint,
    McpServer,
    ModelUse,
    Problem,
    Scope,
    Subject,
    Transitive,
    Unlisted,
    Unresolved,
    Use,
)
from aigov.reach import Agent, Tool

Role = Literal["source", "manifest", "not-code", "unsupported-language"]
"""``source``: a programming language that ``facts/`` reads. ``manifest``: a kind with a reader in
``facts/manifests``. ``not-code``: data, prose, pictures. ``unsupported-language``: code that nothing here reads."""

LeftReason = Literal[
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


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    """What a file is, told by its name and its first bytes."""

    role: Role
    name: str
    """Language (``python``, ``javascript``, ``typescript``, ``tsx``, ``go``) or file kind (``requirements.txt``,
    ``package.json``, ``markdown``)."""
    projection: str | None = None
    """For code inside files of another form: what takes it out (``aigov/scan/embedded``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One regular file below the root."""

    path: str
    """Relative to the root, ``/`` separated."""
    size: int
    """Bytes."""
    tracked: bool = False
    """Whether git tracks it; False outside git."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A file that was seen and not read."""

    path: str
    size: int
    """Bytes."""
    reason: LeftReason
    language: str | None = None
    suspect: bool = False
    """Whether its bytes hold a catalogue token."""
    message: str = ""
    """What a person needs to know, for reasons that are gaps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file, read."""

    path: str
    kind: FileKind
    scope: Scope
    data: bytes
    """The content as UTF-8 without byte order mark, whatever the encoding on disk; lines are those of the file."""
    size: int
    """Bytes on disk."""
    candidate: bool
    """Whether a catalogue token occurs: False proves that the file holds no use by itself (it may still define
    constants that others import)."""
    places: tuple[tuple[int, int], ...] = ()
    """Where the lines of ``data`` are not those of the file (``aigov/scan/embedded``): for each the line of the file,
    and the number of the notebook's cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovered:
    """The files of one tree, in order of path."""

    root: Path
    """Absolute, with links resolved."""
    subject: Subject
    files: tuple[SourceFile, ...]
    ignored: tuple[SourceFile, ...] = ()
    """Files that an ignore file of the tree leaves out, in order of path. They are searched for names, and no more."""
    excluded: tuple[SourceFile, ...] = ()
    """Files that the user leaves out (aigov.yaml), in order of path. They are searched for names, and no more."""
    left: tuple[Left, ...] = ()
    """Entries that must not be read: links out of the root, devices, files that cannot be examined."""
    truncated: str | None = None
    """Why the listing stopped early, if it did."""
    listing: Literal["git", "walk"] = "walk"
    problems: tuple[Problem, ...] = ()
    """What a person should know about the listing: why git was not used, what ``.aigovignore`` left out."""


CALLBACKS = frozenset(("callbacks", "success_callback", "failure_callback", "input_callback"))
"""Lists of LiteLLM's that name observers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """An environment variable that switches an observer on, or what it copies off; or a list of LiteLLM's callbacks."""

    file: str
    line: int
    observer: str
    variable: str
    on: bool
    scope: Scope
    how: Literal["variable", "callback"] = "variable"
    serves: str | None = None
    """The folder whose program it is set for, where the file says so; empty: the root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a reader of one file kind found."""

    uses: tuple[Use, ...] = ()
    models: tuple[ModelUse, ...] = ()
    endpoints: tuple[Endpoint, ...] = ()
    mcp_servers: tuple[McpServer, ...] = ()
    transitive: tuple[Transitive, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    agents: tuple[Agent, ...] = ()
    tools: tuple[Tool, ...] = ()
    switches: tuple[Switch, ...] = ()
    assets: tuple[Asset, ...] = ()
    unlisted: tuple[Unlisted, ...] = ()
    problems: tuple[Problem, ...] = ()
