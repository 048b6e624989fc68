"""What a scan yields. Control results are in ``aigov/control.py``.

``Inventory.to_dict`` is the wire format too: ``schemas/inventory.schema.json`` describes the model field by field.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Generic, Literal, TypeVar

from aigov.coverage import Coverage as Coverage
from aigov.coverage import ParseLoss as ParseLoss
from aigov.coverage import Problem as Problem
from aigov.coverage import ScanStatement as ScanStatement
from aigov.coverage import ScopeSaid as ScopeSaid
from aigov.coverage import Skip as Skip
from aigov.coverage import Unlisted as Unlisted
from aigov.material import Artifact as Artifact
from aigov.material import Asset as Asset
from aigov.material import PackageLicence as PackageLicence
from aigov.material import Secret as Secret
from aigov.reach import Agent, Observer, Tool
from aigov.surface import Surface as Surface
from aigov.terms import Exposure as Exposure
from aigov.terms import How as How
from aigov.terms import Kind as Kind
from aigov.terms import Pinned as Pinned
from aigov.terms import Scope as Scope
from aigov.terms import Step as Step

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Known(Generic[T]):
    """A value that the source text proves."""

    value: T


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that the source text does not decide. Never falsy by accident: match on the type."""

    reason: str


Value = Known[T] | Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One (file, name) pair, at the first line that proves it."""

    file: str
    """Path relative to the root, ``/`` separated."""
    line: int
    """1-based."""
    name: str
    """Slug of the catalogue entry."""
    kind: Kind
    how: How
    scope: Scope
    symbol: str | None = None
    """Imported name, constructor, or enclosing function, as the source spells it."""
    package: str | None = None
    """purl without version, e.g. ``pkg:pypi/openai``, where the package is known."""
    version: str | None = None
    """The exact version, only where the source pins or locks one."""
    constraint: str | None = None
    """The version range as written in a manifest."""
    optional: bool | None = None
    """True where the manifest installs the package only for those who ask: an extra, an optional dependency."""
    licences: tuple[str, ...] = ()
    """As a lock file repeats them from the package: SPDX ids, expressions or names."""
    cell: int | None = None
    """Number of the notebook's cell, 1-based, all cells counted; None in other files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transitive:
    """A package of the catalogue that comes along: a lock file fixes it, and no manifest of the tree asks for it.

    It is no ``Use``: that another package can reach a provider does not mean that this app does.
    """

    file: str
    line: int
    name: str
    """Slug of the catalogue entry."""
    kind: Kind
    scope: Scope
    package: str
    """purl without version."""
    version: str | None = None
    via: tuple[str, ...] = ()
    """purls without version of the nearest packages of the catalogue that bring it along, as far as the file tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One place where the app constructs or calls an SDK: the occurrences of the AI-BOM."""

    file: str
    line: int
    name: str
    symbol: str
    """The called name as written, e.g. ``client.chat.completions.create``."""
    scope: Scope
    enclosing: str | None = None
    """The function around the call."""
    runs: Literal["local"] | None = None
    """``local``: what is called works within the process, and nothing leaves it. None: not known to."""
    cell: int | None = None
    """Number of the notebook's cell, 1-based, all cells counted; None in other files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelUse:
    """One (file, model, provider), at the first line that names the model."""

    file: str
    line: int
    model: str
    """The id as the provider knows it, as the source spells it, without a gateway's routing prefix."""
    provider: str
    """Catalogue slug of the host that receives the data."""
    how: How
    scope: Scope
    symbol: str | None = None
    publisher: str | None = None
    """Catalogue slug of the model's maker, where it is not the provider (Claude on Bedrock: ``anthropic``)."""
    pinned: Pinned = "unresolved"
    """``yes``: a dated or digest id; ``no``: an alias that the provider may move; ``unresolved``: not known which."""
    variable: str | None = None
    """The environment variable or setting that replaces this default at run time."""
    mention: bool | None = None
    """True where code names the id in a table, list or comparison, and no call is seen to take it."""
    steps: tuple[Step, ...] = ()
    cell: int | None = None
    """Number of the notebook's cell, 1-based, all cells counted; None in other files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """A base URL or host that the source names."""

    file: str
    line: int
    url: str
    """As far as known; unresolved parts are spelled ``{VARIABLE}``."""
    provider: str
    scope: Scope
    exposure: Exposure
    how: How = "sdk-call"
    region: str | None = None
    deployment: str | None = None
    """Azure deployment name."""
    variable: str | None = None
    steps: tuple[Step, ...] = ()
    cell: int | None = None
    """Number of the notebook's cell, 1-based, all cells counted; None in other files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Data that reaches a provider at one call."""

    file: str
    line: int
    provider: str
    symbol: str
    scope: Scope
    model: str | None = None
    data: tuple[str, ...] = ()
    """Classes of data found in the arguments: ``personal``, ``special-category``, ``financial``, ``secret``,
    ``user-content``; empty when nothing could be told (then ``unresolved`` says why)."""
    sources: tuple[Step, ...] = ()
    """The names or fields that were classified, and where."""
    unresolved: str | None = None
    partial: str | None = None
    """Of a flow whose classes are known in part, which names beside them tell none."""
    copied: str | None = None
    """Slug of the provider that the call is for, where this is the copy that an observer gets."""
    recorded_by: tuple[str, ...] = ()
    """Slugs of the observers that record the call, with the text of its prompts or without."""
    filtered_by: tuple[str, ...] = ()
    """Slugs of what filters content and stands before or behind the call; a call that itself only filters names its
    provider."""
    cell: int | None = None
    """Number of the notebook's cell, 1-based, all cells counted; None in other files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class McpServer:
    """An MCP server that a client configuration or code starts or connects to."""

    file: str
    line: int
    name: str
    transport: Literal["stdio", "http", "unknown"]
    scope: Scope
    command: str | None = None
    package: str | None = None
    """purl without version of the package that the command runs."""
    version: str | None = None
    pinned: Pinned = "unresolved"
    url: str | None = None
    env: tuple[str, ...] = ()
    """Names of the environment variables handed over; never their values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A signal that the system may serve a regulated purpose. It asks for a statement; it decides no law."""

    file: str
    line: int
    indicator: str
    """Id of ``aigov/catalogue/data/indicators.toml``, e.g. ``emotion-recognition``."""
    signal: Literal["library", "call", "prompt", "name"]
    term: str
    """The library, call or words that fired."""
    scope: Scope
    cell: int | None = None
    """Number of the notebook's cell, 1-based, all cells counted; None in other files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unresolved:
    """Something that is used, and that the source text does not name; or a use that a setting leaves off."""

    file: str
    line: int
    what: Literal["model", "endpoint", "provider", "use"]
    """``use``: the vendor can be switched on by ``variable``, and is off by default; it is not claimed as used."""
    name: str
    """Catalogue slug of the SDK or provider that is called, or could be."""
    reason: str
    scope: Scope
    symbol: str | None = None
    variable: str | None = None
    cell: int | None = None
    """Number of the notebook's cell, 1-based, all cells counted; None in other files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What was scanned."""

    name: str
    version: str | None = None
    purl: str | None = None
    description: str | None = None
    commit: str | None = None
    """Full git commit id; None outside git."""
    dirty: bool = False
    """Whether the working tree differs from the commit."""
    timestamp: int = 0
    """Seconds since the epoch: SOURCE_DATE_EPOCH, else the commit's time, else 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """All that a scan found. Every tuple is sorted, so that one tree gives one inventory."""

    subject: Subject
    coverage: Coverage
    uses: tuple[Use, ...] = ()
    calls: tuple[Call, ...] = ()
    models: tuple[ModelUse, ...] = ()
    endpoints: tuple[Endpoint, ...] = ()
    flows: tuple[Flow, ...] = ()
    mcp_servers: tuple[McpServer, ...] = ()
    agents: tuple[Agent, ...] = ()
    tools: tuple[Tool, ...] = ()
    observers: tuple[Observer, ...] = ()
    surfaces: tuple[Surface, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    transitive: tuple[Transitive, ...] = ()
    secrets: tuple[Secret, ...] = ()
    artifacts: tuple[Artifact, ...] = ()
    assets: tuple[Asset, ...] = ()
    licences: tuple[PackageLicence, ...] = ()
    problems: tuple[Problem, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The inventory as ``schemas/inventory.schema.json`` version 1 describes it."""
        document: dict[str, Any] = {"schema": "aigov.dev/inventory/v1"}
        for name in (f.name for f in fields(self)):
            document[name] = _plain(getattr(self, name))
        document["coverage"]["complete"] = self.coverage.complete
        return document


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((f.name, getattr(value, f.name)) for f in fields(value))
        return {name: _plain(item) for name, item in pairs if item is not None and item != ()}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in sorted(value.items())}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value
