"""What models are given to act with, and who watches: agents, tools, observers. Part of the inventory (model.py)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from aigov.terms import Exposure, Scope, Step

Capability = Literal["reads-untrusted", "reads-sensitive", "acts-outside", "runs-code"]
"""What a tool lets a model do: read what strangers wrote, read what is not public, change something outside of the
program, run code of its own choosing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ability:
    """One capability of a tool, and the place that proves it."""

    capability: Capability
    file: str
    line: int
    why: str
    weak: bool | None = None
    """True where a name alone suggests it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """Something that a model may have called on its behalf."""

    file: str
    line: int
    """Where the tool is defined; of a tool that others make, where it is handed over."""
    name: str
    origin: Literal["own", "package", "provider", "agent", "unknown"]
    """``own``: a function or class of the tree; ``package``: a class of a library; ``provider``: the model's host runs
    it; ``agent``: another agent; ``unknown``: declared here, and what runs when it is called is not seen."""
    scope: Scope
    abilities: tuple[Ability, ...] = ()
    symbol: str | None = None
    """The class of a library or the type of a provider, as the source spells it."""
    approval: Step | None = None
    """Where a person must agree before it runs."""
    offered: str | None = None
    """Name of the MCP server of this tree that offers it to others."""
    unresolved: str | None = None
    """Why not all that it can do is known."""
    cell: int | None = None
    """Number of the notebook's cell, 1-based, all cells counted; None in other files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A row of another table, by its place."""

    file: str
    line: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Combination:
    """What the tools of one agent can do together, with one place for each part."""

    id: Literal["untrusted-sensitive-action", "untrusted-code"]
    proof: tuple[Ability, ...]
    weak: bool | None = None
    """True where a part of it rests on a name alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """A model that is given tools, at the call that gives them."""

    file: str
    line: int
    name: str
    framework: str
    """Slug of the framework, or of the provider whose API takes the tools."""
    scope: Scope
    symbol: str
    """The call as the source spells it."""
    model: str | None = None
    tools: tuple[Reference, ...] = ()
    servers: tuple[Reference, ...] = ()
    """MCP servers whose tools it has."""
    agents: tuple[Reference, ...] = ()
    """Agents that it may hand over to."""
    abilities: tuple[Ability, ...] = ()
    """What it can do by itself, without a tool: an agent that writes code and has it run."""
    combinations: tuple[Combination, ...] = ()
    approval: Step | None = None
    """Where a person must agree before a tool runs."""
    unresolved: str | None = None
    """Why not all of its tools are known."""
    cell: int | None = None
    """Number of the notebook's cell, 1-based, all cells counted; None in other files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observer:
    """A place where observability is switched on that copies prompts."""

    file: str
    line: int
    name: str
    """Slug of the catalogue, or of the observers that are known beside it."""
    how: Literal["decorator", "callback", "wrapper", "import", "init", "variable", "proxy"]
    scope: Scope
    content: Literal["on", "off", "unresolved"]
    """Whether the text of prompts goes along."""
    symbol: str | None = None
    host: str | None = None
    """Address that receives the copies, as far as the source names one; else the vendor's own."""
    exposure: Exposure = "unknown"
    region: str | None = None
    variable: str | None = None
    """The setting that decides where the copies go."""
    providers: tuple[str, ...] = ()
    """Slugs whose prompts it copies, as far as their calls are seen."""
    evidence: str | None = None
    """Why these calls are taken to be copied; None where none is."""
    unresolved: str | None = None
    """Which calls may be copied too, or what must be seen before any is."""
    cell: int | None = None
    """Number of the notebook's cell, 1-based, all cells counted; None in other files."""
