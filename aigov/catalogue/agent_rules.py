"""What is known of agent frameworks, of tools that others make, of MCP servers and of observers: ``agents/*.toml``.

docs/agents.md describes the files. Patterns match what the resolver spells (``package.Class().method``): a name counts
only where it comes from one of the packages that the row names.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from aigov.catalogue.loader import expand
from aigov.reach import Capability

_FOLDER = Path(__file__).resolve().parent / "agents"
_ON = frozenset(("true", "1", "yes", "on", "span_only", "event_only", "span_and_event"))
_WAYS = ("decorators", "wrappers", "callbacks", "inits", "calls", "instrumentors", "exporters")


class Pattern:
    """A regular expression that is compiled when it is first asked: of hundreds, most programs need a few."""

    __slots__ = ("_compiled", "spelled")

    def __init__(self, spelled: str, flags: int = 0) -> None:
        self.spelled = spelled
        self._compiled: re.Pattern[str] | int = flags

    def _ready(self) -> re.Pattern[str]:
        if isinstance(self._compiled, int):
            self._compiled = re.compile(self.spelled, self._compiled)
        return self._compiled

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Like that of a compiled expression."""
        return self._ready().fullmatch(text)

    def search(self, text: str) -> re.Match[str] | None:
        """Like that of a compiled expression."""
        return self._ready().search(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An argument that gives an agent an ability of its own."""

    argument: str
    value: str | None
    """The text or boolean that it must have; None for anything but null and false."""
    abilities: tuple[Capability, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A constructor, function or method of some packages, and which argument says what."""

    languages: tuple[str, ...]
    pattern: Pattern
    """Matches the whole spelling of what is called."""
    tails: frozenset[str]
    """Last names of what is called."""
    framework: str = ""
    tools: tuple[str, ...] = ()
    """Arguments that hold its tools; the first that is passed counts."""
    also: tuple[str, ...] = ()
    """Arguments that hold more of them."""
    model: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    servers: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()
    """Arguments that hold the agent that is meant: what is given here is given to that one."""
    approval: tuple[str, ...] = ()
    """Arguments by which a person must agree; ``middleware:Name`` where the argument must hold what ``Name`` makes."""
    receiver: bool = False
    """Whether the tools go to the object that the method is called on: a kernel, and the agents that work with it."""
    service: str | None = None
    """First argument of the client that the method is called on: ``boto3.client("bedrock-agent")``."""
    part: bool = False
    """Whether the call adds to an agent that another call makes, and is none."""
    of: tuple[str, ...] = ()
    """Arguments that say which agent a part belongs to; ``self`` where it is what the method is called on."""
    function: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    adds: frozenset[str] = frozenset()
    """Methods of an agent that give it a tool."""
    does: tuple[Capability, ...] = ()
    options: tuple[Option, ...] = ()
    retrieves: frozenset[str] = frozenset()
    """Names among them that search a store of documents."""
    unrestricted: str | None = None
    """What the agent has besides, which the call does not list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTool:
    """Tools that others make, and what they can do."""

    pattern: Pattern
    abilities: tuple[Capability, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Calls that do one kind of thing."""

    ability: Capability
    what: str
    pattern: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerRule:
    """MCP servers, and what their tools can do."""

    packages: Pattern
    hosts: Pattern
    abilities: tuple[Capability, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A vendor or framework that the name of an instrument tells, and how its calls are known."""

    title: str
    words: tuple[str, ...]
    """Spelled without separators, in small letters; of several subjects the longest word wins."""
    providers: frozenset[str]
    """Slugs whose calls are meant."""
    frameworks: frozenset[str]
    """Slugs of frameworks whose calls are meant, whatever the provider."""
    methods: frozenset[str]
    """Last names of a framework's calls, in files that use it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObserverRule:
    """One product that copies prompts, and the ways in which it is switched on."""

    name: str
    title: str
    ways: Mapping[str, Pattern]
    """``decorators``, ``wrappers``, ``callbacks``, ``inits``, ``calls``, ``instrumentors``, ``exporters``: what is
    called. An exporter takes copies that something else makes."""
    imports: frozenset[str]
    """Modules whose clients are the vendor's, with copies."""
    switches: frozenset[str]
    """Environment variables that switch it on."""
    off_variables: frozenset[str]
    off_when: str
    """The value of such a variable that leaves out the content."""
    off: tuple[str, ...]
    """Arguments that leave out or change the content."""
    asks: tuple[str, ...]
    """Arguments without which no content is sent."""
    packages: frozenset[str]
    """How the modules begin whose names are worth a look."""
    proxies: Pattern
    host_variables: tuple[str, ...]
    default_host: str | None
    litellm: frozenset[str]
    """What LiteLLM calls it in its lists of callbacks: https://docs.litellm.ai/docs/observability/callbacks."""
    watches: str | None
    """The subject of what a variable switches on, by one of its words; None: every call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentRules:
    """All of them."""

    agents: tuple[Rule, ...]
    tools: tuple[Rule, ...]
    offers: tuple[Rule, ...]
    bases: tuple[Rule, ...]
    known: tuple[KnownTool, ...]
    types: tuple[KnownTool, ...]
    hosted: tuple[KnownTool, ...]
    """Tools by the names that files of coding agents give them."""
    toolsets: tuple[KnownTool, ...]
    """Toolsets of Docker's agents."""
    actions: tuple[Action, ...]
    hosts: tuple[Action, ...]
    acting: frozenset[str]
    """First names of the packages that the actions are about."""
    harmless: Pattern
    harmless_methods: frozenset[str]
    names: tuple[Action, ...]
    servers: tuple[ServerRule, ...]
    observers: tuple[ObserverRule, ...]
    subjects: tuple[Subject, ...]
    switches: frozenset[str]
    """Every variable that an observer is told by."""

    def switched(self, variable: str, value: str) -> Iterator[tuple[ObserverRule, bool]]:
        """The observers that an environment variable switches on, and those whose content it leaves out (False)."""
        value = value.strip().lower()
        for rule in self.observers if variable in self.switches else ():
            if variable in rule.switches and value in _ON:
                yield rule, True
            elif variable in rule.off_variables and value == rule.off_when:
                yield rule, False

    def subject(self, spelled: str) -> Subject | None:
        """The vendor or framework that the name of an instrument tells: ``mlflow.openai.autolog``."""
        plain = re.sub(r"[^a-z0-9]", "", spelled.lower())
        named = [(len(word), subject) for subject in self.subjects for word in subject.words if word in plain]
        return max(named, key=lambda pair: pair[0])[1] if named else None

    def of_server(self, package: str | None, url: str | None) -> tuple[Capability, ...] | None:
        """What the tools of a known MCP server can do; None where it is not known.

        :param package: purl without version.
        """
        host = _host(url) if url else None
        for rule in self.servers:
            if (package and rule.packages.fullmatch(package)) or (host and rule.hosts.fullmatch(host)):
                return rule.abilities
        return None


@cache
def load_agent_rules() -> AgentRules:
    """The shipped rules, read once a process."""
    watching = _read("observers")
    observers = tuple(map(_observer, watching["observers"]))
    frameworks, tools, actions = _read("frameworks"), _read("tools"), _read("actions")
    harmless = actions["harmless"]
    return AgentRules(
        agents=tuple(map(_rule, frameworks["agents"])),
        tools=tuple(map(_rule, frameworks["tools"])),
        offers=tuple(map(_rule, frameworks["offers"])),
        bases=tuple(map(_rule, frameworks["bases"])),
        known=tuple(
            KnownTool(
                pattern=_called(row["packages"], row["names"], after=r"(?:\..*)?"),
                abilities=tuple(row["classes"]),
                source=row["source"],
            )
            for row in tools["known"]
        ),
        types=_named(tools["types"]),
        hosted=_named(tools["hosted"]),
        toolsets=_named(tools["toolsets"]),
        actions=tuple(
            Action(ability=row["class"], what=row["what"], pattern=_any(row["symbols"])) for row in actions["actions"]
        ),
        acting=frozenset(
            symbol.partition(".")[0]
            for row in actions["actions"]
            for symbol in row["symbols"]
            if "*" not in symbol.partition(".")[0]
        ),
        hosts=tuple(
            Action(ability=row["class"], what="reads what others wrote", pattern=_any(row["hosts"]))
            for row in actions["hosts"]
        ),
        harmless=Pattern(
            "|".join(
                (
                    *(f"{_glob(module)}(?:[./].*)?" for module in harmless["modules"]),
                    *(_glob(name) for name in harmless["names"]),
                )
            )
        ),
        harmless_methods=frozenset(harmless["methods"]),
        names=tuple(
            Action(ability=row["class"], what="its name", pattern=Pattern(row["pattern"], re.IGNORECASE))
            for row in actions["names"]
        ),
        servers=tuple(
            ServerRule(
                packages=_any(row.get("packages", ())),
                hosts=_any(row.get("hosts", ())),
                abilities=tuple(row["classes"]),
            )
            for row in _read("servers")["servers"]
        ),
        observers=observers,
        subjects=tuple(map(_subject, watching["subjects"])),
        switches=frozenset(name for rule in observers for name in (*rule.switches, *rule.off_variables)),
    )


def _named(rows: Iterable[Mapping[str, Any]]) -> tuple[KnownTool, ...]:
    return tuple(
        KnownTool(pattern=_any(row["types"]), abilities=tuple(row["classes"]), source=row["source"]) for row in rows
    )


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _rule(row: Mapping[str, Any]) -> Rule:
    plain = {
        key: tuple(row.get(key, ()))
        for key in (
            "tools",
            "also",
            "model",
            "name",
            "servers",
            "agents",
            "inner",
            "approval",
            "function",
            "methods",
            "does",
            "of",
        )
    }
    return Rule(
        languages=tuple(row["languages"]),
        pattern=_called(row["packages"], row["names"]),
        tails=frozenset(name.rpartition(".")[2] for name in row["names"]),
        framework=row.get("framework", ""),
        adds=frozenset(row.get("adds", ())),
        retrieves=frozenset(row.get("retrieves", ())),
        unrestricted=row.get("unrestricted"),
        service=row.get("service"),
        part=row.get("part", False),
        receiver=row.get("receiver", False),
        options=tuple(
            Option(argument=option["argument"], value=option.get("is"), abilities=tuple(option["does"]))
            for option in row.get("options", ())
        ),
        **plain,
    )


def _observer(row: Mapping[str, Any]) -> ObserverRule:
    ways = {
        way: Pattern("|".join(_called((part.partition(":")[0],), (part.partition(":")[2],)).spelled for part in parts))
        for way in _WAYS
        if (parts := row.get(way, ()))
    }
    spelled = [part.partition(":")[0] for way in _WAYS for part in row.get(way, ())]
    return ObserverRule(
        packages=frozenset(package.partition("*")[0] for package in spelled),
        name=row["name"],
        title=row.get("title", row["name"]),
        ways=ways,
        imports=frozenset(row.get("imports", ())),
        switches=frozenset(row.get("switches", ())),
        off_variables=frozenset(row.get("off_variables", ())),
        off_when=row.get("off_when", "true"),
        off=tuple(row.get("off", ())),
        asks=tuple(row.get("asks", ())),
        proxies=_any(row.get("proxies", ())),
        host_variables=tuple(row.get("hosts", {}).get("variables", ())),
        default_host=row.get("hosts", {}).get("default"),
        litellm=frozenset(row.get("litellm", ())),
        watches=row.get("watches"),
    )


def _subject(row: Mapping[str, Any]) -> Subject:
    return Subject(
        title=row["title"],
        words=tuple(row["words"]),
        providers=frozenset(row.get("providers", ())),
        frameworks=frozenset(row.get("frameworks", ())),
        methods=frozenset(row.get("methods", ())),
    )


def _called(packages: Iterable[str], names: Iterable[str], after: str = "") -> Pattern:
    """Matches a name of a package, at whatever depth: ``langchain.agents.react.AgentExecutor``."""
    begin = "|".join(_glob(package) for package in packages)
    last = "|".join(_glob(name, within=r"[^./]*") for name in names)
    return Pattern(rf"(?:{begin})(?:[./:].*?)?[./:](?:{last}){after}")


def _any(patterns: Iterable[str]) -> Pattern:
    spelled = [_glob(name) for pattern in patterns for name in expand(pattern)]
    return Pattern("|".join(spelled) if spelled else r"(?!)")


def _glob(pattern: str, within: str = ".*") -> str:
    return re.escape(pattern).replace(r"\*", within)
