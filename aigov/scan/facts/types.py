"""Facts: what source text says, in words that fit every programming language.

A query file (``<language>.scm``) marks places; ``expressions.py`` turns the expressions there into the small algebra
below. No fact knows about AI: meaning comes later, in ``aigov/scan/resolve.py`` and ``aigov/scan/detect.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Constant:
    """A literal: text, number, boolean, or None for null."""

    value: str | int | float | bool | None
    line: int


@dataclass(frozen=True, slots=True)
class Name:
    """A simple name; ``self`` and ``this`` are names too."""

    name: str
    line: int
    offset: int = 0
    """Byte offset, so that the resolver knows which binding is the nearest one before it."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """``base.name``."""

    base: Expr
    name: str
    line: int


@dataclass(frozen=True, slots=True)
class Subscript:
    """``base[key]``."""

    base: Expr
    key: Expr
    line: int


@dataclass(frozen=True, slots=True)
class CallExpr:
    """A call or an object creation."""

    callee: Expr
    args: tuple[Expr, ...]
    """Positional arguments, up to the first spread one."""
    keywords: tuple[tuple[str, Expr], ...]
    spreads: tuple[Expr, ...]
    """``**params`` of Python."""
    line: int
    offset: int = 0
    types: tuple[Expr, ...] = ()
    """Type arguments: ``GetRequiredService<OpenAIClient>()``."""


@dataclass(frozen=True, slots=True)
class Concat:
    """Text put together: concatenation, an f-string, a template literal."""

    parts: tuple[Expr, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A dict or object literal, in source order; later pairs win."""

    pairs: tuple[tuple[Expr, Expr], ...]
    spreads: tuple[Expr, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, tuple, set or array literal."""

    items: tuple[Expr, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Fallback:
    """``a or b``, ``a ?? b``, ``a || b``: the first that is set."""

    options: tuple[Expr, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several, which the source does not decide: a conditional expression, a pipe of components."""

    options: tuple[Expr, ...]
    line: int
    tests: tuple[Expr, ...] = ()
    """What decides; for the data flow only."""


@dataclass(frozen=True, slots=True)
class Closure:
    """A function written as an expression; ``offset`` finds its scope."""

    offset: int
    line: int


@dataclass(frozen=True, slots=True)
class Opaque:
    """An expression that the resolver does not follow."""

    reason: str
    line: int
    parts: tuple[Expr, ...] = ()
    """Operands, for the data flow only."""


Expr = (
    Constant
    | Name
    | Attribute
    | Subscript
    | CallExpr
    | Concat
    | Table
    | Sequence
    | Fallback
    | Choice
    | Closure
    | Opaque
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """A name that comes from another module."""

    module: str
    """As the source spells it, without the leading dots of a relative import."""
    line: int
    offset: int = 0
    """Byte offset; the scope there is the one that the import binds its name in."""
    level: int = 0
    """Leading dots of a Python relative import."""
    name: str | None = None
    """The imported name; None for the module itself; ``*`` for all names; ``default`` for a default export."""
    alias: str | None = None
    """The local name; None when the import binds none (a side effect, a re-export, a dynamic import)."""
    export: str | None = None
    """The name under which the module hands it on (``export {a as b} from``); ``*`` for all."""
    type_only: bool = False
    dynamic: bool = False
    """Loaded by a call: ``import()``, ``require()``, ``importlib.import_module()``."""
    mention: bool = False
    """No import at all: a name that is used without one, for the language loads what defines it (Ruby, Elixir)."""
    rooted: bool = False
    """Such a name that is spelled from the root (``::OpenAI``): nothing within a class or module is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of a function."""

    name: str
    line: int
    index: int
    """Position among the parameters, the receiver (``self``) not counted."""
    default: Expr | None = None
    annotation: Expr | None = None
    kind: Literal["one", "rest", "keywords"] = "one"
    keys: tuple[tuple[str, str, Expr | None], ...] = ()
    """For a destructured object parameter: key, local name, default."""
    service: Expr | None = None
    """The key by which an attribute asks for a service: ``[FromKeyedServices("fast")]``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A module, class or function."""

    index: int
    kind: Literal["module", "class", "function"]
    name: str | None
    start: int
    end: int
    line: int
    parent: int | None
    qualified: str
    """Dotted path within the file, e.g. ``Assistant.ask``; empty for the module."""
    bases: tuple[Expr, ...] = ()
    decorators: tuple[Expr, ...] = ()
    result: Expr | None = None
    """The declared type of what a function gives back."""
    members: Literal["plain", "enum"] = "plain"
    body_start: int = 0
    owner: str | None = None
    """Name of the class of a method that is written outside of it (Go, Rust)."""
    receiver: str | None = None
    """How such a method calls its object."""


BindingKind = Literal["assign", "augment", "element", "enter", "pick", "declare", "export", "draw"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Binding:
    """A target that receives a value. Each is itself alone, so that it costs nothing as a key."""

    path: tuple[str, ...]
    """``("client",)``, ``("self", "client")``, ``("params", "model")``."""
    line: int
    offset: int
    scope: int
    kind: BindingKind = "assign"
    """``element``: one item of the value (a loop variable). ``enter``: a context manager's result. ``pick``: the key
    ``key`` of the value (destructuring). ``declare``: a type and no value. ``draw``: each item of a list, or what a
    pair holds that says of a call that it succeeded (``{:ok, x} = …``, ``x <- …``)."""
    key: str | int | None = None
    default: Expr | None = None
    """For ``pick``: what applies when the key is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where a string constant stands, from the inside out."""

    kind: Literal["argument", "keyword", "key", "value", "item", "assign", "default", "return", "compare", "other"]
    name: str | None = None
    """Name of the keyword, key, target, parameter or callee."""
