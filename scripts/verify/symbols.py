"""What a published SDK declares, in the catalogue's spelling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["package", "module", "type", "callable", "member"]


@dataclass(frozen=True, slots=True)
class Symbol:
    """One declaration."""

    kind: Kind
    """``package``: what the registry calls it. ``module``: a namespace or file that is imported. ``callable``: a
    function or method, or under its type's name a constructor. ``member``: a property or field."""
    name: str
    """Qualified as the catalogue's rules spell it: ``OpenAI.Chat.ChatClient``, ``ChatClient.CompleteChat`` below it."""
    parameters: tuple[str, ...] = ()
    """Names of a callable's parameters, without the receiver of an extension method."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A symbol, and what was looked at to find it."""

    symbol: Symbol
    origin: str
    """Package and version."""


class Index:
    """The symbols of some sources, by name."""

    def __init__(self, declared: Iterable[Declared], separator: str, setters: frozenset[Kind] = frozenset()) -> None:
        """
        :param setters: what else than a parameter a named argument of a rule may be: a property that an initialiser
            sets, a method of a builder.
        """
        self.separator = separator
        self._setters = setters
        self._named: dict[str, list[Declared]] = defaultdict(list)
        self._last: dict[str, list[Declared]] = defaultdict(list)
        self._modules: dict[str, str] = {}
        self._packages: dict[str, str] = {}
        self._parameters: set[str] = set()
        for one in declared:
            symbol = one.symbol
            if symbol.kind == "package":
                self._packages.setdefault(symbol.name.lower(), one.origin)
            elif symbol.kind == "module":
                self._modules.setdefault(symbol.name, one.origin)
            else:
                self._named[symbol.name].append(one)
                self._parameters.update(symbol.parameters)
                self._last[self.last(symbol.name)].append(one)

    def last(self, name: str) -> str:
        """The last part of a qualified name."""
        return name.rpartition(self.separator)[2]

    def package(self, pattern: str) -> str | None:
        """Where a package of this name is declared; ``*`` at the end matches the rest. None: nowhere.

        A package that a source declares as ``*/name`` has any group.
        """
        group, _, name = pattern.lower().rpartition("/")
        found = _first(self._packages, pattern.lower(), within="")
        return found or (_first(self._packages, f"*/{name}", within="") if group and name != "*" else None)

    def module(self, pattern: str) -> str | None:
        """Where a module of this name, or one below it, is declared. None: nowhere."""
        return _first(self._modules, pattern, within=self.separator)

    def named(self, name: str) -> list[Declared]:
        """Declarations of exactly this name."""
        return self._named.get(name, [])

    def chained(self, name: str) -> list[Declared]:
        """Declarations of the last part of a name that leads on from a declared one: ``OpenAI.instance.chat.create``,
        a method that a type has from an alias, a trait or a facade."""
        front = name
        parts: list[str] = []
        while front and front not in self._named:
            front, _, last = front.rpartition(self.separator)
            parts.insert(0, last)
        told = bool(front) and bool(parts) and all(part in self._last for part in parts)
        return self._last[parts[-1]] if told else []

    def last_named(self, name: str) -> list[Declared]:
        """Declarations whose last part this is."""
        return self._last.get(name, [])

    def takes(self, name: str) -> bool:
        """Whether something of this name can be set, on whatever object or in whatever call."""
        return name in self._parameters or any(one.symbol.kind in self._setters for one in self.last_named(name))

    def members(self, type_name: str) -> Iterator[str]:
        """The last names of what is declared directly below a type."""
        prefix = type_name + self.separator
        for name in self._named:
            if name.startswith(prefix) and self.separator not in name[len(prefix) :]:
                yield name[len(prefix) :]


def _first(table: dict[str, str], pattern: str, within: str) -> str | None:
    if pattern.endswith("*"):
        return next((origin for name, origin in table.items() if name.startswith(pattern[:-1])), None)
    if pattern in table:
        return table[pattern]
    below = pattern + within
    return next((origin for name, origin in table.items() if within and name.startswith(below)), None)
