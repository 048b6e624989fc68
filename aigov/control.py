"""Controls and what an assessment says about them. The wire format is ``aigov/report/json_v1.py``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

RawStatus = Literal["pass", "fail", "not_applicable", "undetermined"]
Status = Literal["pass", "fail", "not_applicable", "undetermined", "manual", "error", "warn", "waived"]
Severity = Literal["low", "medium", "high", "critical"]
ControlKind = Literal["automated", "declared", "manual"]

SEVERITIES: tuple[Severity, ...] = ("low", "medium", "high", "critical")
WORST_FIRST: tuple[Status, ...] = (
    "error",
    "fail",
    "undetermined",
    "warn",
    "waived",
    "manual",
    "pass",
    "not_applicable",
)


def worst(statuses: Iterable[Status]) -> Status:
    """The status that a control takes from its results.

    :raises ValueError: there are none; a control without results has no status but ``error``.
    """
    return min(statuses, key=WORST_FIRST.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a result can be checked."""

    ref: str | None = None
    """``bom-ref`` of the AI-BOM."""
    file: str | None = None
    line: int | None = None
    path: str | None = None
    """JSON pointer into the policy input, for what is not in the BOM (declarations)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a rule says about one subject."""

    status: Status
    subject: str
    """A bom-ref, or ``system`` for the application as a whole."""
    message: str
    code: str = ""
    """Short reason id within the rule, e.g. ``retired``; waivers do not depend on it."""
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[str, ...] = ()
    """What would have to be there for a decision, e.g. ``aigov.yaml: approvals.providers (openai)``."""
    raw_status: RawStatus | None = None
    """What Rego said, where ``status`` is ``warn`` or ``waived``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A value that a rule leaves to whoever uses it: ``data.<root>.parameters.<slug>.<name>``."""

    name: str
    default: Any
    description: str
    value: Any
    """What rules read: the default, or what an override puts in its place."""


OverrideState = Literal["applied", "expired", "not_yet", "undated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """What a user changes about a control, without touching its rule."""

    framework: str
    control: str
    reason: str
    by: str
    where: str
    """``aigov.yaml:12``, or the file of a policy folder."""
    on: str | None = None
    """ISO date, the first day on which it holds (UTC)."""
    expires: str | None = None
    """ISO date, the last day on which it holds (UTC)."""
    enabled: bool | None = None
    """False: what the rule holds against the system is waived, and still told."""
    severity: Severity | None = None
    parameters: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideOutcome:
    """An override and what became of it."""

    override: Override
    state: OverrideState
    """``undated``: it weakens the control without a first and a last day, and so counts as absent."""
    severity_before: Severity
    parameters_before: Mapping[str, Any]
    """The defaults of the parameters that it sets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """A risk of a companion document of a framework."""

    id: str
    title: str
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One row of ``bundles/<framework>.toml``."""

    framework: str
    id: str
    """As the framework spells it: ``GOVERN 1.6``, ``A.6.2.5``, ``Art. 5(1)(f)``."""
    slug: str
    """Rego package name and file name: ``govern_1_6``."""
    title: str
    citation: str
    kind: ControlKind
    severity: Severity
    rule: str | None = None
    """``own`` (a package of its own), ``attested`` (decided by the shared attestation rule), None for manual."""
    remediation: str = ""
    effective_from: str | None = None
    """ISO date from which the control binds."""
    effective_source: str | None = None
    effective_confidence: Literal["high", "medium", "contested"] | None = None
    """How sure the day is; ``schemas/bundle.schema.json`` says what each means."""
    waived_with: str | None = None
    """Id of the control whose waivers cover this one too: both judge the same finding."""
    evidence: str = ""
    """Of a manual control: what a reviewer would want to see."""
    holder: str = ""
    """Who usually has that."""
    helps: tuple[str, ...] = ()
    """What of the AI-BOM and of aigov.yaml helps to gather it: keys of ``aigov/report/manual_page.py``."""
    note: str = ""
    """Doubts about the control's facts (a contested date, an id to confirm)."""
    url: str | None = None
    risks: tuple[str, ...] = ()
    """Ids of the framework's risks that it is about."""
    parameters: tuple[Parameter, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlResult:
    """A control and what became of it."""

    control: Control
    status: Status
    results: tuple[Result, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleRevision:
    """Which rules decided."""

    framework: str
    title: str
    version: str
    revision: str
    """sha256 of the bundle's content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverOutcome:
    """A declared waiver and what became of it."""

    framework: str
    control: str
    subject: str
    reason: str
    approver: str
    expires: str
    """ISO date; the waiver holds through that day (UTC)."""
    state: Literal["applied", "expired", "unmatched", "not_yet", "undated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Whether the results let a change through."""

    passed: bool
    fail_on: tuple[str, ...]
    refused_by: tuple[str, ...]
    """``framework/control`` of each refusing control."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One path of the policy input that a rule reads, and what stands there."""

    path: str
    """``models[].pinned``"""
    values: tuple[tuple[str, str], ...]
    """JSON pointer and value (compact JSON, cut), those that the results speak of first; none where nothing is said."""
    more: int = 0
    """How many further values there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """How one control came by its results."""

    outcome: ControlResult
    rule_file: str
    """Of the rule, or of the shared one that decides statements; empty for a control that no machine decides."""
    description: str
    """What the rule's METADATA says: which facts decide, what a pass proves and what not."""
    readings: tuple[Reading, ...]
    facts: tuple[str, ...]
    """Parts of the catalogue's facts that the rule reads: ``lifecycle``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """All that an assessment says, ready for a report."""

    system: Mapping[str, Any]
    """``system`` of the policy input, with the ``commit`` of its BOM."""
    evaluated_at: str
    """RFC 3339, UTC."""
    bundles: tuple[BundleRevision, ...]
    controls: tuple[ControlResult, ...]
    gate: Gate
    waivers: tuple[WaiverOutcome, ...]
    coverage: Mapping[str, Any]
    """``coverage`` of the policy input."""
    digests: Mapping[str, str]
    """sha256 of ``bom``, ``declarations`` (if any) and ``policy_input``."""
    expected: tuple[BundleRevision, ...] = ()
    """The bundles that aigov has itself, where an OPA server decided by another revision."""
    overrides: tuple[OverrideOutcome, ...] = ()
    """Of the frameworks that were assessed."""
    policy_input: Mapping[str, Any] = field(default_factory=dict)
    """What the rules read. Results name its digest only; a trace shows parts of it."""
    notices: tuple[str, ...] = ()
    """What a person should know and that decides nothing: expired statements, unmatched waivers."""
