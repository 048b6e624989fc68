"""Why a scan says what it says about one place: the types that ``aigov explain`` shows."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from aigov.model import Scope, Step

ClaimKind = Literal[
    "use",
    "transitive",
    "model",
    "endpoint",
    "call",
    "flow",
    "mcp-server",
    "agent",
    "tool",
    "observer",
    "indicator",
    "secret",
    "unresolved",
    "unlisted",
    "problem",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One line of the file."""

    number: int
    """1-based."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One row of the inventory, and what it rests on."""

    kind: ClaimKind
    name: str
    """Catalogue slug, model id, URL, or what else the row is about."""
    line: int
    says: str
    """The claim in words."""
    source: str
    """The line of source that proves it."""
    matched: tuple[str, ...] = ()
    """Rules of the catalogue that this line satisfies: ``openai: import openai (python)``."""
    steps: tuple[Step, ...] = ()
    """From the claim back to where the value comes from."""
    scope: Scope | None = None
    scope_why: str | None = None
    """Where the scope is not that of the file: why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """All that a scan knows of one place."""

    file: str
    line: int | None
    """None: the whole file."""
    excerpt: tuple[SourceLine, ...]
    read_as: str
    """What the file was taken for, or why it was not read."""
    scope: Scope
    scope_why: str
    claims: tuple[Claim, ...]
    elsewhere: tuple[Claim, ...] = ()
    """Claims of other lines and files that rest on the statement here."""
    silence: tuple[str, ...] = ()
    """Why nothing is claimed here, where nothing is."""

    def to_dict(self) -> dict[str, Any]:
        """The same as a document; what is not known is left out."""
        document = {"schema": "aigov.dev/explanation/v1", **asdict(self)}
        return _said(document)  # type: ignore[no-any-return]


def _said(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _said(item) for key, item in value.items() if item is not None}
    if isinstance(value, (list, tuple)):
        return [_said(item) for item in value]
    return value
