"""The statements of an ``aigov.yaml``, as ``aigov.declarations`` reads them: who says what, and until when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Literal

EPOCH = date(1970, 1, 1)
_DAY_NS = 86_400 * 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """From when until when a statement holds: whole days, UTC."""

    on: date
    expires: date
    """The last day on which it holds."""

    @property
    def on_ns(self) -> int:
        """Start of the first day, nanoseconds since the epoch."""
        return (self.on - EPOCH).days * _DAY_NS

    @property
    def expires_ns(self) -> int:
        """Start of the day after the last, nanoseconds since the epoch."""
        return (self.expires - EPOCH).days * _DAY_NS + _DAY_NS

    def expired(self, at: datetime) -> bool:
        """Whether the last day is over at ``at`` (aware)."""
        return at.astimezone(UTC).date() > self.expires

    def begun(self, at: datetime) -> bool:
        """Whether the first day has come at ``at`` (aware)."""
        return at.astimezone(UTC).date() >= self.on

    def to_policy_input(self) -> dict[str, Any]:
        """The days as rules compare them."""
        return {"on_ns": self.on_ns, "expires": self.expires.isoformat(), "expires_ns": self.expires_ns}


def read_term(row: Mapping[str, Any]) -> Term:
    """The days of a checked entry; from 1970-01-01 where it names no first one."""
    on = date.fromisoformat(row["on"]) if "on" in row else EPOCH
    return Term(on=on, expires=date.fromisoformat(row["expires"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskClass:
    """The risk class of the system under the EU AI Act, as somebody states it."""

    risk_class: Literal["prohibited", "high", "limited", "minimal"]
    reasons: tuple[str, ...]
    by: str
    term: Term
    where: str
    """``aigov.yaml:12``, as in every statement below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """Who says something of the system, or names an owner."""

    by: str
    term: Term
    where: str

    def to_policy_input(self) -> dict[str, Any]:
        """``stated`` as rules read it."""
        return {"by": self.by, **self.term.to_policy_input()}


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """What the application is. All but the name and the risk class is the word of ``stated``."""

    name: str
    where: str
    purpose: str | None = None
    role: Literal["provider", "deployer", "both"] | None = None
    eu_exposure: bool | None = None
    stated: Stated | None = None
    users: tuple[str, ...] | None = None
    regions: tuple[str, ...] | None = None
    data_classes: tuple[str, ...] | None = None
    """What the system gives to AI; empty says none."""
    incident_contact: str | None = None
    restricted: tuple[str, ...] | None = None
    """``provider:NAME`` or ``jurisdiction:RU``."""
    risk_class: RiskClass | None = None


SAID_OF_SYSTEM = (
    "purpose",
    "role",
    "eu_exposure",
    "users",
    "data_classes",
    "incident_contact",
    "restricted",
    "regions",
)
"""Fields of ``System`` that are the word of ``stated``, as aigov.yaml orders them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who answers for what."""

    name: str
    contact: str
    covers: tuple[str, ...]
    where: str
    stated: Stated | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderApproval:
    """A provider that may receive data."""

    provider: str
    approved_by: str
    term: Term
    data_classes: tuple[str, ...]
    where: str
    dpa: str | None = None
    retention_days: int | None = None
    training: Literal["none", "opted-out", "allowed"] | None = None
    documentation: str | None = None
    agreement: str | None = None
    exposure: Literal["public", "private"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelApproval:
    """A model that may be used."""

    model: str
    """Model id or glob."""
    approved_by: str
    term: Term
    data_classes: tuple[str, ...]
    where: str
    provider: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """A test of one model version in this system."""

    model: str
    covers: tuple[str, ...]
    result: str
    """Where the result is."""
    by: str
    term: Term
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Logs:
    """How long records of calls to AI are kept, and where."""

    covers: tuple[str, ...]
    """``*`` or ``provider:NAME``, globs allowed."""
    kept_in: str
    """Catalogue id of what records them, or words."""
    retention_days: int
    by: str
    term: Term
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """The licence of components whose source does not name it."""

    covers: tuple[str, ...]
    """``library:NAME`` or ``model:ID``, globs allowed."""
    licence: str
    """SPDX id or expression."""
    by: str
    term: Term
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation:
    """A person's word on a control that only a person can answer."""

    framework: str
    control: str
    statement: str
    by: str
    term: Term
    where: str
    evidence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A failing result that somebody accepts until a day."""

    framework: str
    control: str
    subject: str
    """bom-ref, glob, ``system`` or ``*``."""
    reason: str
    approver: str
    term: Term
    where: str
    undated: bool = False
    """It names no first day, and so counts as absent; its term says 1970-01-01."""
