"""What an expression can turn out to be. The resolver returns tuples of these: one for each possibility."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from aigov.model import Step
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.types import Binding, CallExpr, Expr, Import, Sequence, Table
from aigov.scan.modules import ModuleGraph

TYPING_MODULES = frozenset(
    ("typing", "typing_extensions", "collections", "collections.abc", "enum", "pydantic", "datetime")
)
"""Modules whose names say what kind of thing a class is, not whose."""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A first-party function that is being followed into, and the call that supplies its arguments."""

    facts: FileFacts
    scope: int
    call: CallExpr | None
    caller: Place
    receiver: Value | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where an expression stands: names mean what they mean there."""

    facts: FileFacts
    scope: int
    frame: Frame | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A string that the source proves."""

    value: str
    """Parts that are not known are spelled ``{NAME}``; then ``complete`` is False."""
    file: str
    line: int
    variable: str | None = None
    steps: tuple[Step, ...] = ()
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Scalar:
    """A number, boolean or null."""

    value: int | float | bool | None


@dataclass(frozen=True, slots=True)
class Symbol:
    """Something that another package, or the language itself, defines."""

    module: str
    names: tuple[str, ...] = ()
    builtin: bool = False
    """A global name that no import brings: ``fetch``, ``process``, ``dict``."""

    @property
    def qualified(self) -> str:
        """``openai.OpenAI``, ``@ai-sdk/openai.openai``."""
        return ".".join(part for part in (self.module, *self.names) if part)


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """What a call of a symbol gave, and what was asked of it since."""

    symbol: Symbol
    call: CallExpr | None
    """None when only a type annotation tells the class."""
    place: Place
    names: tuple[str, ...] = ()
    """Attributes and calls since: ``("chat", "completions", "create")``; a call adds ``()`` to the last."""
    later: tuple[Binding, ...] = ()
    """What was assigned to its attributes afterwards: ``request.Model = "…"``."""
    later_place: Place | None = None
    since: tuple[tuple[CallExpr, Place], ...] = ()
    """The calls that were made on it since, and on what they gave."""
    service: str | None = None
    """The key by which a container is asked for it, where several of its type are registered."""

    @property
    def path(self) -> str:
        return ".".join(self.names)


@dataclass(frozen=True, slots=True)
class ModuleValue:
    """A first-party module."""

    path: str


@dataclass(frozen=True, slots=True, eq=False)
class FunctionValue:
    """A first-party function."""

    facts: FileFacts
    scope: int
    receiver: Value | None = None
    frame: Frame | None = None


@dataclass(frozen=True, slots=True, eq=False)
class ClassValue:
    """A first-party class."""

    facts: FileFacts
    scope: int


@dataclass(frozen=True, slots=True)
class Variables:
    """How the environment variables are spelled that set the fields of an object."""

    prefix: str
    between: str | None
    """What stands before the name of a field; None where one variable holds the whole object."""

    def of(self, name: str) -> str:
        """The variable of one field."""
        return self.prefix if self.between is None else f"{self.prefix}{self.between}{name}"


@dataclass(frozen=True, slots=True, eq=False)
class ObjectValue:
    """An object of a first-party class."""

    cls: ClassValue
    call: CallExpr | None
    place: Place
    later: tuple[Binding, ...] = ()
    """What was assigned to its attributes afterwards."""
    later_place: Place | None = None
    variables: Variables | None = None
    """Of a field of settings: the variables that set what it holds."""


@dataclass(frozen=True, slots=True, eq=False)
class TableValue:
    """A dict or object literal, with what was assigned to its keys afterwards."""

    table: Table
    place: Place
    later: tuple[Binding, ...] = ()
    later_place: Place | None = None
    replaced: frozenset[str] = frozenset()
    """Keys that were surely assigned again."""


@dataclass(frozen=True, slots=True, eq=False)
class ListValue:
    """A list literal."""

    items: Sequence
    place: Place


@dataclass(frozen=True, slots=True)
class NotKnown:
    """What the source does not decide, and why."""

    reason: str
    variable: str | None = None
    more: bool = False
    """Whether it stands for what was cut off a list: then nothing that is known beside it answers for the rest."""


Value = (
    Text
    | Scalar
    | Symbol
    | Made
    | ModuleValue
    | FunctionValue
    | ClassValue
    | ObjectValue
    | TableValue
    | ListValue
    | NotKnown
)
Values = tuple[Value, ...]


def spelled(value: Value) -> str | None:
    """Dotted name of an external thing: ``os.environ.get``, ``environs.Env().str``."""
    if isinstance(value, Symbol):
        return value.qualified
    if isinstance(value, Made):
        return ".".join((f"{value.symbol.qualified}()", *value.names))
    return None


class Evaluator(Protocol):
    """What the parts of the resolver ask of the whole (``aigov/scan/resolve.py``)."""

    modules: ModuleGraph
    load: Callable[[str], FileFacts | None]
    callers: Callable[[str], Iterable[tuple[FileFacts, CallSite]]]
    derived: Callable[[str], Iterable[ClassValue]]
    peers: Callable[[FileFacts, str], Iterable[str]]
    offers: Callable[[str, str, str], bool]
    shared: Callable[[FileFacts], Iterable[Import]]
    constant: Callable[[str, str, tuple[str, ...]], str | None]
    setting: Callable[[str, str], tuple[Text, ...]]
    beans: Callable[[Symbol, str], tuple[FunctionValue, ...]]

    def eval(self, expr: Expr, place: Place) -> Values: ...
    def callee(self, expr: Expr, place: Place) -> Values: ...
    def attribute(self, value: Value, name: str, place: Place) -> Values: ...
    def items(self, value: Value) -> Values: ...
    def called(self, value: Value, expr: CallExpr, place: Place) -> Values: ...
    def returned(self, function: FunctionValue, call: CallExpr | None, place: Place) -> Values: ...
    def lookup(self, name: str, place: Place, offset: int) -> Values: ...
    def in_module(self, facts: FileFacts, name: str) -> Values: ...
    def bound(self, binding: Binding, at: Place) -> Values: ...
    def export(self, path: str, name: str) -> Values: ...
    def imported(self, facts: FileFacts, statement: Import) -> Values: ...
    def deeper(self) -> AbstractContextManager[bool]: ...
