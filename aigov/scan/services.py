"""The services that a .NET program registers, and which of them stands behind an interface or a client's type.

``IChatClient`` and ``Kernel`` name no provider, and a constructor that takes an ``OpenAIClient`` does not say how it
was made. Where services are registered it is said: ``services.AddSingleton<OpenAIClient>(sp => …)``,
``builder.AddAzureOpenAIClient("openai").AddChatClient("chat")``, ``kernel.AddOpenAIChatCompletion("gpt-4o", key)``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from aigov.catalogue import Catalogue
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Name
from aigov.scan.resolve import Resolver
from aigov.scan.scopes import scope_of
from aigov.scan.values import ClassValue, FunctionValue, Made, ObjectValue, Place, Symbol, Text, Value

_REGISTERS = frozenset(
    f"{word}{life}"
    for word in ("Add", "TryAdd", "AddKeyed", "TryAddKeyed")
    for life in ("Singleton", "Scoped", "Transient")
)
_ROLES: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (re.compile(r"Embedding"), frozenset(("IEmbeddingGenerator", "ITextEmbeddingGenerationService", "Kernel"))),
    (
        re.compile(r"ChatCompletion(?:Service)?$|TextGeneration(?:Service)?$|ChatCompletionsClient$"),
        frozenset(("IChatCompletionService", "ITextGenerationService", "Kernel", "IKernel", "KernelBuilder")),
    ),
    (re.compile(r"ChatClient$"), frozenset(("IChatClient", "Kernel"))),
    (re.compile(r"TextToImage$"), frozenset(("ITextToImageService",))),
    (re.compile(r"AudioToText$"), frozenset(("IAudioToTextService",))),
    (re.compile(r"TextToAudio$"), frozenset(("ITextToAudioService",))),
    (re.compile(r"AzureOpenAIClient$"), frozenset(("AzureOpenAIClient", "OpenAIClient"))),
    (re.compile(r"OpenAIClient$"), frozenset(("OpenAIClient",))),
    (re.compile(r"OllamaApiClient$"), frozenset(("IOllamaApiClient", "OllamaApiClient"))),
)
"""Names of methods that register a service -> the types that it is asked for by."""
_CLIENTS = ("AddChatClient", "AddKeyedChatClient", "AddEmbeddingGenerator", "AddKeyedEmbeddingGenerator")
_PROJECT_FILE = ".csproj"
_ANY = 1000
_MAX_FOUND = 4
"""Services that are kept for one type; of more nothing tells which is meant."""


class Services:
    """The registrations of one tree."""

    def __init__(
        self,
        files: Collection[str],
        callers: Callable[[str], Iterable[tuple[FileFacts, CallSite]]],
        extensions: Callable[[], Iterable[str]],
    ) -> None:
        """
        :param files: paths of the tree.
        :param callers: call sites by the last name of what is called, in the files that can reach AI.
        :param extensions: names of the methods that register a vendor's service.
        """
        self._callers = callers
        self._extensions = extensions
        self._projects = {path.rpartition("/")[0] for path in files if path.endswith(_PROJECT_FILE)}
        self._found: dict[str, list[tuple[FileFacts, CallSite]]] | None = None
        self._asking: set[str] = set()

    def behind(self, made: Made, resolver: Resolver, path: str) -> tuple[Made, ...]:
        """What an object is, of which only the type is known, for code in the file ``path``; empty where that is not
        said, or by too many.

        The same file decides, else the same project, else the whole tree.
        """
        name = made.symbol.names[0] if made.symbol.names else ""
        if not name or name in self._asking:
            return ()
        self._asking.add(name)
        try:
            for sites in self._nearest(name, path):
                found: dict[object, Made] = {}
                for facts, site in self._meant(sites, made.service, resolver):
                    for value in self._registered(facts, site, name, resolver):
                        kept = replace(value, names=(*value.names, *made.names), since=(*value.since, *made.since))
                        found.setdefault((kept.symbol, id(kept.call), kept.names), kept)
                if found:
                    return tuple(found.values()) if len(found) <= _MAX_FOUND else ()
            return ()
        finally:
            self._asking.discard(name)

    @staticmethod
    def _meant(
        sites: list[tuple[FileFacts, CallSite]], key: str | None, resolver: Resolver
    ) -> list[tuple[FileFacts, CallSite]]:
        """The registrations under a key, or under none; all where none is, for the key may be computed."""
        return [pair for pair in sites if _key_of(*pair, resolver) == key] or sites

    def _nearest(self, name: str, path: str) -> Iterator[list[tuple[FileFacts, CallSite]]]:
        tested = scope_of(path) == "test"
        sites = [
            (facts, site)
            for facts, site in (*self._sites.get(name, ()), *self._sites.get("", ()))
            if tested or scope_of(facts.path) != "test"
        ]
        yield [pair for pair in sites if pair[0].path == path]
        project = self._project(path)
        yield [pair for pair in sites if self._project(pair[0].path) == project]
        yield sites

    def _project(self, path: str) -> str:
        while path:
            path = path.rpartition("/")[0]
            if path in self._projects:
                return path
        return ""

    @property
    def _sites(self) -> dict[str, list[tuple[FileFacts, CallSite]]]:
        """Registrations by the name of the type; those that name none under the empty name."""
        if self._found is None:
            found = self._found = {}
            for tail in sorted(_REGISTERS):
                for facts, site in self._callers(tail):
                    call = facts.call(site) if facts.row.opens else None
                    if call is not None:
                        wanted = call.types[0] if call.types else None
                        name = wanted.name if isinstance(wanted, (Name, Attribute)) else ""
                        found.setdefault(name, []).append((facts, site))
            for tail in sorted({*self._extensions(), *_CLIENTS}):
                for facts, site in self._callers(tail):
                    for role in _roles(tail) if facts.row.opens else ():
                        found.setdefault(role, []).append((facts, site))
        return self._found

    def _registered(self, facts: FileFacts, site: CallSite, name: str, resolver: Resolver) -> Iterator[Made]:
        call = facts.call(site)
        if call is None:
            return
        place = Place(facts, facts.scope_at(site.offset))
        for value in self._values(call, site.tail, place, resolver):
            if not isinstance(value, Made) or _is_open(value):
                continue
            own = value.symbol.names[0] if value.symbol.names else ""
            if call.types or site.tail not in _REGISTERS or own == name or _gives(value, name):
                yield value

    def _values(self, call: CallExpr, tail: str, place: Place, resolver: Resolver) -> Iterator[Value]:
        if tail not in _REGISTERS:
            first = 1 if "Keyed" in tail else 0
            given = [value for arg in call.args[first : first + 1] for value in resolver.resolve(arg, place)]
            made = [value for value in _unwrapped(given, resolver, place) if isinstance(value, Made)]
            yield from made or resolver.resolve(call, place)
            return
        if len(call.types) > 1 and len(call.args) == ("Keyed" in tail):
            for value in resolver.resolve(call.types[1], place):
                if isinstance(value, ClassValue):
                    yield ObjectValue(value, None, place)
                elif isinstance(value, Symbol):
                    yield Made(value, None, place)
            return
        yield from _unwrapped(
            [value for arg in call.args[-1:] for value in resolver.resolve(arg, place)], resolver, place
        )


def connect_services(
    resolver: Resolver,
    catalogue: Catalogue,
    files: Collection[str],
    callers: Callable[[str], Iterable[tuple[FileFacts, CallSite]]],
) -> None:
    """Let a resolver ask which services the program registers."""
    resolver.extensions = frozenset(
        rule.symbol[1:]
        for entry in catalogue.entries.values()
        for rule in entry.constructors
        if rule.symbol.startswith(".") and rule.returns == "client"
    )
    services = Services(files, callers, lambda: resolver.extensions)
    resolver.behind = lambda made, path: services.behind(made, resolver, path)


def own_extensions(files: Iterable[FileFacts]) -> dict[str, tuple[tuple[int, int], ...]]:
    """Methods that the tree itself adds to others' types, ``AddOpenAI(this IServiceCollection all, string key)``: name
    -> for each the least and the most arguments that a call gives it."""
    found: dict[str, set[tuple[int, int]]] = {}
    for facts in files:
        for scope in facts.scopes if facts.added else ():
            if scope.kind == "function" and scope.name in facts.added:
                parameters = facts.parameters.get(scope.index, [])[1:]
                most = _ANY if any(parameter.kind == "rest" for parameter in parameters) else len(parameters)
                least = sum(parameter.default is None and parameter.kind == "one" for parameter in parameters)
                found.setdefault(scope.name, set()).add((least, most))
    return {name: tuple(sorted(counts)) for name, counts in found.items()}


def _unwrapped(values: Iterable[Value], resolver: Resolver, place: Place) -> Iterator[Value]:
    """The values, with what a factory gives in its place."""
    for value in values:
        if isinstance(value, FunctionValue):
            yield from resolver.returned(value, None, place)
        else:
            yield value


def _key_of(facts: FileFacts, site: CallSite, resolver: Resolver) -> str | None:
    """The key that a service is registered under."""
    call = facts.call(site) if "Keyed" in site.tail else None
    if call is None or not call.args:
        return None
    keys = resolver.eval(call.args[0], Place(facts, facts.scope_at(site.offset)))
    return next((key.value for key in keys if isinstance(key, Text)), None)


def _roles(tail: str) -> frozenset[str]:
    return next((roles for pattern, roles in _ROLES if pattern.search(tail)), frozenset())


def _is_open(value: Made) -> bool:
    """Whether a value is itself of an interface that says nothing of who answers."""
    return value.call is None and not value.names


def _gives(value: Made, name: str) -> bool:
    """Whether the last call of a chain names the type that it gives: ``AsIChatClient()``."""
    return bool(value.names) and name in value.names[-1]
