"""What is a chat, a bot, or a call that makes media: ``surfaces.toml``. docs/surfaces.md describes the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

import tomli

from aigov.catalogue.entry import Medium
from aigov.catalogue.loader import expand

_FILE = Path(__file__).resolve().parent / "surfaces.toml"
_FAMILIES = ("python", "javascript", "csharp", "java", "go", "ruby", "php")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentRule:
    """A part of a user interface that is a chat."""

    name: str
    module: re.Pattern[str]
    head: str
    """What every module that fits begins with."""
    symbol: str
    """``useChat``, ``ui.chat_message``; ``default`` for the module itself, ``*`` for anything of it."""
    weak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlerRule:
    """Handlers of a messenger, or of requests."""

    name: str
    modules: Mapping[str, tuple[str, ...]]
    """By language family; empty where any file counts."""
    decorators: frozenset[str]
    calls: frozenset[str]
    events: frozenset[str]
    methods: frozenset[str]
    loops: frozenset[str] = frozenset()
    """Calls that give messages to the function that they stand in."""
    exports: frozenset[str] = frozenset()
    prefixes: frozenset[str] = frozenset()
    """Decorators of a class that begin the addresses of its methods."""
    streams: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ServerRule:
    """How programs of one language answer requests, where that takes more than a name before a function."""

    prefixes: frozenset[str] = frozenset()
    """Annotations of a class, or beside another one of a method, that give a part of the address."""
    decorators: frozenset[str] = frozenset()
    """Annotations of a method that answers requests."""
    messages: frozenset[str] = frozenset()
    """Those of a method that answers messages of a websocket."""
    exposed: frozenset[str] = frozenset()
    """Annotations of a class of which every method answers requests."""
    classes: tuple[str, ...] = ()
    """Patterns for the name of such a class, or of a base of it; its address is what its name says."""
    sockets: tuple[str, ...] = ()
    """The same of classes that answer messages of a websocket."""
    screens: frozenset[tuple[str, str]] = frozenset()
    """Module and name of a base of classes that are a part of a page, each method of which answers an event there."""
    calls: frozenset[str] = frozenset()
    """Calls that bind an address to what answers it."""
    groups: frozenset[str] = frozenset()
    """Calls that give what is bound within them, or on what they give, the beginning of its address."""
    begins: tuple[str, ...] = ("/",)
    """How an address begins besides with a slash."""
    keys: frozenset[str] = frozenset()
    """Names of the arguments that hold an address."""
    invoked: frozenset[str] = frozenset()
    """Methods that run where an object is what answers."""
    later: Mapping[str, str] = field(default_factory=dict)
    """Methods of a class that have another of its methods run, maybe in the background."""
    streamed: tuple[bytes, ...] = ()
    """Text of a handler that answers piece by piece."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionRule:
    """What makes a function one that a cloud runs for each request, under the function's name."""

    name: str
    members: Mapping[str, tuple[tuple[str, str], ...]]
    """By language family: module, and the decorator, the call or the base of a class that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurfaceRules:
    """Everything of ``surfaces.toml``."""

    components: Mapping[str, tuple[ComponentRule, ...]]
    """By language family."""
    bots: tuple[HandlerRule, ...]
    routes: HandlerRule
    """Of Python and JavaScript."""
    servers: Mapping[str, ServerRule]
    """By language family, of the others."""
    functions: tuple[FunctionRule, ...]
    streams: Mapping[str, str]
    """Last name of a call that answers a request with a model's output -> the name of its library."""
    media: tuple[tuple[Medium, frozenset[str]], ...]
    """Ends of calls, in small letters and without ``_``."""

    def medium(self, symbol: str) -> Medium | None:
        """What a call makes, by its name as written; None where it makes no media."""
        parts = symbol.replace("()", "").replace("_", "").replace("::", ".").lower().split(".")
        ends = {".".join(parts[-count:]) for count in (1, 2, 3)}
        return next((medium for medium, calls in self.media if calls & ends), None)

    @property
    def tokens(self) -> tuple[bytes, ...]:
        """Lower-case byte strings: a file without any of them, and without a name of AI, has no chat."""
        found = {name.lower() for name in self.streams}
        for family, rules in self.components.items():
            for rule in rules:
                found.update(_imported(family, rule.head))
        for bot in self.bots:
            for family, modules in bot.modules.items():
                found.update(token for module in modules for token in _imported(family, module))
        return tuple(sorted(token.encode() for token in found))


def _imported(family: str, module: str) -> Iterator[str]:
    """How an import spells a module: bare names of modules (``ai``, ``panel``) stand in too many files."""
    word = {"csharp": "using", "java": "import", "php": "use"}.get(family)
    if word is not None:
        yield f"{word} {module.lower()}" + ("\\" if family == "php" else "")
    elif family == "python":
        top = module.lower().partition(".")[0]
        yield from (f"import {top}", f"from {top}")
    else:
        yield from (f"{quote}{module.lower()}" for quote in "\"'")


@cache
def load_surface_rules() -> SurfaceRules:
    """The rules; read when the first tree asks."""
    document = tomli.loads(_FILE.read_text(encoding="utf-8"))
    components: dict[str, list[ComponentRule]] = {family: [] for family in _FAMILIES}
    for row in document["components"]:
        for family in _FAMILIES:
            components[family] += _components(row, row.get(family, ()))
    return SurfaceRules(
        components={family: tuple(rules) for family, rules in components.items()},
        bots=tuple(map(_handler, document["bots"])),
        routes=_handler(document["routes"][0]),
        servers={row["language"]: _server(row) for row in document["servers"]},
        functions=tuple(map(_function, document["functions"])),
        streams={
            name: row["name"] for row in document["streams"] for family in _FAMILIES for name in row.get(family, ())
        },
        media=tuple((row["what"], frozenset(row["calls"])) for row in document["media"]),
    )


def _components(row: Mapping[str, Any], spelled: list[str]) -> Iterator[ComponentRule]:
    for text in (text for item in spelled for text in expand(item)):
        module, _, symbol = text.partition(":")
        pattern = re.compile(".*".join(map(re.escape, module.split("*"))))
        yield ComponentRule(
            name=row["name"], module=pattern, head=module.partition("*")[0], symbol=symbol, weak=row.get("weak", False)
        )


def _handler(row: Mapping[str, Any]) -> HandlerRule:
    def names(
        key: Literal["decorators", "calls", "events", "methods", "loops", "exports", "prefixes", "streams"],
    ) -> frozenset[str]:
        return frozenset(row.get(key, ()))

    return HandlerRule(
        name=row["name"],
        modules={family: tuple(row[family]) for family in _FAMILIES if family in row},
        decorators=names("decorators"),
        calls=names("calls"),
        events=names("events"),
        methods=names("methods"),
        loops=names("loops"),
        exports=names("exports"),
        prefixes=names("prefixes"),
        streams=names("streams"),
    )


def _function(row: Mapping[str, Any]) -> FunctionRule:
    members: dict[str, tuple[tuple[str, str], ...]] = {}
    for family in _FAMILIES:
        spelled = (text.partition(":") for item in row.get(family, ()) for text in expand(item))
        members[family] = tuple((module, name) for module, _, name in spelled)
    return FunctionRule(name=row["name"], members=members)


def _server(row: Mapping[str, Any]) -> ServerRule:
    def names(key: str) -> tuple[str, ...]:
        return tuple(row.get(key, ()))

    return ServerRule(
        prefixes=frozenset(names("prefixes")),
        decorators=frozenset(names("decorators")),
        messages=frozenset(names("messages")),
        exposed=frozenset(names("exposed")),
        classes=names("classes"),
        sockets=names("sockets"),
        screens=frozenset((module, name) for module, _, name in (text.partition(":") for text in names("screens"))),
        calls=frozenset(names("calls")),
        groups=frozenset(names("groups")),
        begins=("/", *names("begins")),
        keys=frozenset(names("keys")),
        invoked=frozenset(names("invoked")),
        later=dict(row.get("later", {})),
        streamed=tuple(text.encode() for text in names("streamed")),
    )
