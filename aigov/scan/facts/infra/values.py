"""What a template says, in whichever language: resources, parameters, modules, and the values that they are given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

MAX_DEPTH = 100
"""Nesting beyond this is opaque."""


class At(NamedTuple):
    """A place in the tree."""

    file: str
    line: int
    """1-based."""


@dataclass(frozen=True, slots=True)
class Text:
    """A string, number or boolean as written."""

    value: str
    at: At


@dataclass(frozen=True, slots=True)
class Ref:
    """A name and what is taken from it: ``var.models["chat"].id`` is ``("var", "models", "chat", "id")``. ``*`` is any
    element or member."""

    names: tuple[str, ...]
    at: At


@dataclass(frozen=True, slots=True)
class Select:
    """What is taken from a value that is no plain name."""

    base: Value
    names: tuple[str, ...]
    at: At


@dataclass(frozen=True, slots=True)
class Join:
    """Parts of one text."""

    parts: tuple[Value, ...]
    at: At


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several values, or all of them put together: branches, fall-backs, ``concat`` and ``merge``."""

    options: tuple[Value, ...]
    at: At


@dataclass(frozen=True, slots=True)
class Item:
    """A member of a table. A key may occur more than once: blocks of HCL."""

    key: str
    value: Value
    at: At


@dataclass(frozen=True, slots=True)
class Table:
    items: tuple[Item, ...]
    at: At


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Value, ...]
    at: At


@dataclass(frozen=True, slots=True)
class Loop:
    """``body`` for each element of ``over``; ``names`` are those of the key (or index) and of the element."""

    names: tuple[str, str]
    over: Value
    body: Value
    at: At


@dataclass(frozen=True, slots=True)
class Opaque:
    """A value that only a run decides."""

    reason: str
    at: At
    parts: tuple[Value, ...] = ()
    """What stands within it."""


Value = Text | Ref | Select | Join | Choice | Table | Sequence | Loop | Opaque
Dialect = Literal["terraform", "bicep", "arm", "cloudformation", "pulumi"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    name: str
    at: At
    default: Value | None = None
    allowed: Value | None = None
    """The values that it may have, where the template says so."""
    secret: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    type: str
    """Without version: ``aws_bedrockagent_agent``, ``data.aws_bedrock_foundation_model``,
    ``Microsoft.CognitiveServices/accounts``, ``AWS::Bedrock::Agent``."""
    name: str
    at: At
    body: Value
    each: Value | None = None
    """What it is made for each element of; the element is ``each.value``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A use of another template."""

    name: str
    source: str
    """As written."""
    at: At
    arguments: Table
    each: Value | None = None


@dataclass(slots=True, kw_only=True)
class Unit:
    """What is one name space: a folder of Terraform, a file of any other language."""

    key: str
    """The folder or file, relative to the root."""
    dialect: Dialect
    parameters: dict[str, Parameter] = field(default_factory=dict)
    constants: dict[str, Value] = field(default_factory=dict)
    """``locals`` and ``var``."""
    resources: list[Resource] = field(default_factory=list)
    modules: list[Module] = field(default_factory=list)
    settings: list[Value] = field(default_factory=list)
    """What stands outside of resources: configuration of providers, defaults of all functions."""
    nested: list[Unit] = field(default_factory=list)
    """Templates that are written within this one."""


def walk(value: Value, key: str = "", depth: int = 0) -> Iterator[tuple[str, Value]]:
    """Every value within ``value`` and itself, with the key of the table that it stands in."""
    if depth > MAX_DEPTH:
        return
    yield key, value
    if isinstance(value, Table):
        for item in value.items:
            yield from walk(item.value, item.key, depth + 1)
        return
    for part in parts_of(value):
        yield from walk(part, key, depth + 1)


def parts_of(value: Value) -> tuple[Value, ...]:
    """The values that a value other than a table is made of."""
    if isinstance(value, Sequence):
        return value.items
    if isinstance(value, Choice):
        return value.options
    if isinstance(value, (Join, Opaque)):
        return value.parts
    if isinstance(value, Loop):
        return (value.over, value.body)
    return (value.base,) if isinstance(value, Select) else ()
