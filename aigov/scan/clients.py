"""Which vendor a call reaches: constructors, conditional constructors, clients made by them, and their base URLs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from aigov.addresses import exposure_of
from aigov.catalogue import Catalogue
from aigov.catalogue.entry import Constructor, Entry
from aigov.catalogue.settings_keys import settings_keys
from aigov.scan import arguments
from aigov.scan.choices import only_texts
from aigov.scan.chosen import OPENAI_COMPATIBLE, models_of, route
from aigov.scan.endpoints import Url, entry_of_host, is_host, read_url, server_at
from aigov.scan.facts.types import CallExpr
from aigov.scan.module_settings import ModuleSettings
from aigov.scan.resolve import Resolver
from aigov.scan.values import Made, NotKnown, Place, Scalar, Symbol, Text


@dataclass(frozen=True, slots=True, eq=False)
class Address:
    """One base URL that a constructor may be given."""

    text: Text
    url: Url | None
    provider: Entry


_GO_VERSION = re.compile(r"/v\d+(?=/|$)")
_AZURE_PATH = "/openai/deployments/"
_PROVIDER_ARGS = ("model_provider", "custom_llm_provider", "provider", "modelProvider", "#1.modelProvider")
"""What gateways call the argument that names a provider: LangChain, LiteLLM, RubyLLM."""
_NESTED = 6
"""Clients handed to clients handed to clients; real code stays below three."""


@dataclass(frozen=True, slots=True, eq=False)
class Client:
    """What a constructor call says."""

    entry: Entry
    """The SDK."""
    constructor: Constructor | None
    provider: Entry
    """The host that receives the data, where the call passes no base URL."""
    addresses: tuple[Address, ...] = ()
    hidden: tuple[NotKnown, ...] = ()
    """Base URLs that are passed and not known."""
    inner: tuple[tuple[Client, Made], ...] = ()
    """Models that are passed as objects: ``streamText({model: openai("…")})``, ``create_agent(llm)``."""
    routed: tuple[Entry, ...] = ()
    """Providers that the model strings of the call name."""
    unnamed: NotKnown | None = None
    """Why nothing tells the provider: the model is an object that cannot be followed."""
    optional: bool = False
    """Whether the base URL may also be None, which leaves the vendor's own."""
    local: bool = False
    """Whether it works within the process: the catalogue says so, and the call passes no address."""
    configured: bool = False
    """Whether the build and the settings say who the provider is, and not the code."""
    unconfigured: NotKnown | None = None
    """Why the build and the settings do not say it."""
    chosen: bool = False
    """Whether the call names the provider beside the model, which then routes nothing."""

    @property
    def providers(self) -> tuple[Entry, ...]:
        """Every host that may receive the data, in order."""
        found = {address.provider.id: address.provider for address in self.addresses}
        if found and self.optional:
            found.setdefault(self.provider.id, self.provider)
        found = found or {provider.id: provider for provider in self.routed}
        if not found:
            found = {provider.id: provider for client, _ in self.inner for provider in client.providers}
        return tuple(found.values()) or (self.provider,)

    @property
    def anonymous(self) -> NotKnown | None:
        """Why nobody knows who receives the data; None where somebody does."""
        if self.addresses or self.routed:
            return None
        return self.unconfigured or next((c.anonymous for c, _ in self.inner if c.anonymous is not None), None)

    @property
    def target(self) -> Entry:
        """Who receives what no model string routes elsewhere."""
        return self.addresses[0].provider if self.addresses else self.provider

    @property
    def interface(self) -> str:
        """Id of the entry whose methods the client has."""
        if self.constructor is not None and self.constructor.interface:
            return self.constructor.interface
        return self.entry.id


class Clients:
    """Recognises constructors of one language family."""

    def __init__(self, catalogue: Catalogue, resolver: Resolver, family: str) -> None:
        self._catalogue = catalogue
        self._resolver = resolver
        self._family = family
        self._plain = catalogue.constructors(family)
        self._conditional = catalogue.conditional(family)
        self._made: dict[tuple[Symbol, int, int], Client | None] = {}
        self._reading: set[tuple[Symbol, int, int]] = set()
        self._settings = ModuleSettings(resolver)

    @cached_property
    def tails(self) -> frozenset[str]:
        """Last names of everything that the catalogue lets one call."""
        symbols = (*self._plain, *self._conditional)
        methods = self._catalogue.methods(self._family)
        return frozenset({symbol.rpartition(".")[2] for symbol in symbols} | set(methods))

    @cached_property
    def before(self) -> dict[str, frozenset[str]]:
        """Names that stand before a last name, for last names that are never called on a client itself: ``create`` is
        called on ``completions``, ``messages``, …"""
        found: dict[str, set[str]] = {}
        alone = {symbol.rpartition(".")[2] for symbol in (*self._plain, *self._conditional)}
        for tail, methods in self._catalogue.methods(self._family).items():
            for _, method in methods:
                front = method.path.rpartition(".")[0].rpartition(".")[2]
                if not front:
                    alone.add(tail)
                found.setdefault(tail, set()).add(front)
        return {tail: frozenset(names) for tail, names in found.items() if tail not in alone}

    @cached_property
    def extensions(self) -> dict[str, tuple[Entry, Constructor]]:
        """Methods that a vendor adds to others' types, by name: ``AddAzureOpenAIClient``. Whose they are, the name
        alone tells."""
        return {symbol[1:]: found for symbol, found in self._plain.items() if symbol.startswith(".")}

    @cached_property
    def _by_tail(self) -> dict[tuple[str, str], list[tuple[Entry, Constructor]]]:
        """Constructors by package and class, for classes imported from where the catalogue does not list them."""
        index: dict[tuple[str, str], list[tuple[Entry, Constructor]]] = {}
        for symbol, found in self._plain.items():
            index.setdefault((_package(symbol, self._family), _last_name(symbol)), []).append(found)
        return index

    def constructor(self, symbol: Symbol, call: CallExpr | None, place: Place) -> tuple[Entry, Constructor] | None:
        """The constructor that a call of ``symbol`` is; None when the catalogue knows none."""
        for name in _spellings(symbol):
            for entry, constructor in self._conditional.get(name, ()):
                if call is not None and self._holds(constructor, call, place):
                    return entry, constructor
            if name in self._plain:
                return self._plain[name]
        if symbol.builtin or not symbol.names:
            return None
        same = self._by_tail.get((_package(symbol.qualified, self._family), _last_name(symbol.qualified)), [])
        return same[0] if same and len({entry.id for entry, _ in same}) == 1 else None

    def _holds(self, constructor: Constructor, call: CallExpr, place: Place) -> bool:
        for name, wanted in constructor.when:
            values = arguments.argument(self._resolver, call, name, place) or self._settings.value(call, name, place)
            given = any(not isinstance(value, Scalar) or value.value is not None for value in values)
            if given if "*" in wanted else "-" in wanted and not given:
                continue
            spelled = {
                str(value.value).lower() if isinstance(value, Scalar) else value.value
                for value in values
                if isinstance(value, (Text, Scalar))
            } | {value.names[-1] for value in values if isinstance(value, Symbol) and value.names}
            # An object is told by the class that made it: `backend(BedrockBackend.fromEnv())`.
            spelled |= {name for value in values if isinstance(value, Made) for name in value.symbol.names}
            if spelled.isdisjoint(wanted):
                return False
        return True

    def client(self, made: Made) -> Client | None:
        """The client that a constructor call made."""
        # Without a call only the file tells one from another: its module's build decides the provider.
        key = (made.symbol, id(made.call or made.place.facts), id(made.place.frame))
        if key not in self._made:
            # A function that calls itself makes its client in an ever new frame: the key alone never comes again.
            if key in self._reading or len(self._reading) == _NESTED:
                return None
            self._reading.add(key)
            try:
                self._made[key] = self._read(made)
            finally:
                self._reading.discard(key)
        return self._made[key]

    def _read(self, made: Made) -> Client | None:
        found = self.constructor(made.symbol, made.call, made.place)
        if found is None:
            entries = self._catalogue.imports(
                self._family, made.symbol.module, made.symbol.names[0] if made.symbol.names else None
            )
            if made.symbol.builtin or not entries:
                return None
            best = min(entries, key=lambda entry: (entry.kind not in ("provider", "model-host"), entry.id))
            return Client(best, None, best)
        entry, constructor = found
        return self.read_call(entry, constructor, made.call, made.place)

    def read_call(self, entry: Entry, constructor: Constructor, call: CallExpr | None, place: Place) -> Client:
        """The client that a call of a known constructor makes."""
        provider = self._catalogue.get(constructor.provider) if constructor.provider else None
        provider = provider or entry
        if call is None:
            return self._configured(Client(entry, constructor, provider), place)
        addresses: list[Address] = []
        hidden: list[NotKnown] = []
        may_be_none = False
        for name in constructor.url_args:
            values = arguments.argument(self._resolver, call, name, place) or self._settings.value(call, name, place)
            # A URL that is None by default leaves the vendor's own; only a variable tells that it may change.
            optional = any(isinstance(value, Scalar) for value in values)
            may_be_none = may_be_none or optional
            for value in only_texts(values):
                if isinstance(value, NotKnown):
                    if value.variable or not optional:
                        hidden.append(value)
                elif "://" in value.value or is_host(value.value.partition(":")[0]) or not value.complete:
                    url = read_url(value.value)
                    server = self._by_path(value.value, provider) or self.provider_of(url, provider)
                    addresses.append(Address(value, url, server))
        if not addresses:
            provider = self._named_by_variable(hidden, provider)
        inner = tuple(self._passed_models(constructor, call, place))
        unnamed = self._unnamed(constructor, call, place) if constructor.assumed and not inner else None
        if unnamed is not None and not addresses:
            provider = entry
        routed: tuple[Entry, ...] = ()
        chosen = self._chosen(call, place) if constructor.routed and not addresses else None
        provider = chosen or provider
        if constructor.routed and not addresses:
            models = models_of(self._resolver, call, place, constructor.model_args)
            told = chosen is not None
            routed = tuple(route(self._catalogue, text.value, provider, addressed=told)[0] for text in models.known)
            named = (self._catalogue.route(begun)[0] for begun in models.begun)
            routed = routed or tuple(found for found in named if found is not None)
        local = constructor.runs == "local" and not addresses and not hidden
        local = local and arguments.spread_unknown(self._resolver, call, place) is None
        client = Client(
            entry, constructor, provider, tuple(addresses), tuple(hidden), inner, routed, unnamed, may_be_none, local
        )
        return self._configured(replace(client, chosen=chosen is not None), place)

    def _chosen(self, call: CallExpr, place: Place) -> Entry | None:
        """Who is named beside the model: ``model_provider="groq"``; None where nobody is."""
        keys = settings_keys(self._catalogue)
        for name in _PROVIDER_ARGS:
            for value in arguments.argument(self._resolver, call, name, place):
                named = keys.named(value.value) if isinstance(value, Text) and value.complete else None
                if named is not None and named.kind in ("provider", "model-host"):
                    return named
        return None

    def _configured(self, client: Client, place: Place) -> Client:
        """The client with the provider that the build of its module brings, where the code names none."""
        made = client.constructor is not None and client.constructor.returns in ("client", "service")
        named = client.addresses or client.inner or client.routed or client.provider is not client.entry
        if not made or named or client.entry.kind not in ("framework", "agent-framework"):
            return client
        found = self._resolver.configured(place.facts.path, client.entry)
        if found is None:
            return client
        if found.provider is None:
            return replace(client, unconfigured=found.reason)
        return replace(client, provider=found.provider, configured=True)

    def _unnamed(self, constructor: Constructor, call: CallExpr, place: Place) -> NotKnown | None:
        """Why the provider that a call goes to by default may not be meant: its model is no text."""
        names = constructor.model_args
        values = next(filter(None, (arguments.argument(self._resolver, call, name, place) for name in names)), ())
        if any(isinstance(value, Text) for value in values):
            return None
        objects = tuple(value for value in values if not isinstance(value, Scalar))
        return next(iter(only_texts(objects)), None) or arguments.hidden(self._resolver, call, place)  # type: ignore[return-value]

    def _passed_models(self, constructor: Constructor, call: CallExpr, place: Place) -> Iterator[tuple[Client, Made]]:
        for name in (*constructor.model_args, "model", "llm"):
            for value in arguments.argument(self._resolver, call, name, place):
                client = self.client(value) if isinstance(value, Made) else None
                if client is not None and isinstance(value, Made) and client.constructor is not None:
                    yield client, value

    def _named_by_variable(self, hidden: list[NotKnown], default: Entry) -> Entry:
        """The vendor whose variable holds the base URL (``VLLM_OPENAI_API_BASE``), for clients of OpenAI's protocol."""
        for value in hidden:
            named = self._catalogue.env(value.variable) if value.variable and default.id == "openai" else None
            if named is not None and named.kind in ("provider", "model-host"):
                return named
        return default

    def _by_path(self, address: str, default: Entry) -> Entry | None:
        """Azure OpenAI by the path that it alone has: ``{endpoint}/openai/deployments/{name}``."""
        by_path = default.id == "openai" and _AZURE_PATH in address
        return self._catalogue.get("azure-openai") if by_path else None

    def provider_of(self, url: Url | None, default: Entry) -> Entry:
        """Who answers at ``url``, for a client of ``default``'s protocol."""
        if url is None or url.host.startswith("{"):
            return default
        known = entry_of_host(self._catalogue, url.host)
        if known is not None:
            return known
        server = server_at(self._catalogue, url) if exposure_of(url.host) != "unknown" else None
        if server is not None and default.openai_compatible:
            return server
        if default.openai_compatible and default.id == "openai":
            return self._catalogue.get(OPENAI_COMPATIBLE) or default
        return default


def _spellings(symbol: Symbol) -> Iterator[str]:
    """Qualified names under which the catalogue may list a symbol."""
    yield symbol.qualified
    if symbol.builtin:
        return
    if "::" in symbol.module:
        yield symbol.qualified.replace("::", ".")
    if "/" in symbol.module and (module := _GO_VERSION.sub("", symbol.module)) != symbol.module:
        yield ".".join((module, *symbol.names))
    if not symbol.names:
        yield f"{symbol.module}.default"
    elif symbol.names[0] == "default" and len(symbol.names) > 1:
        yield ".".join((symbol.module, *symbol.names[1:]))
        yield f"{symbol.module}.{symbol.names[1]}"


def _last_name(symbol: str) -> str:
    """``Chroma``, and with its class ``Chroma.from_texts``: each store of a package has a method of that name."""
    before, _, last = symbol.rpartition(".")
    owner = before.rpartition(".")[2]
    return f"{owner}.{last}" if owner[:1].isupper() and not last[:1].isupper() else last


def _package(symbol: str, family: str) -> str:
    if family == "go":
        return symbol[: symbol.find(".", symbol.rfind("/"))]
    if family == "javascript" and symbol.startswith("@"):
        scope, _, rest = symbol.partition("/")
        return f"{scope}/{rest.partition('/')[0].partition('.')[0]}"
    parts = re.split(r"\.|::", symbol.partition("/")[0])
    if family == "java":
        # com.openai.client.OpenAIClient: each begins with a domain, below which there are many products.
        return ".".join([part for part in parts if part[:1].islower()][:3])
    # Namespaces that packages of many products share: google.genai, google.cloud.aiplatform, azure.ai.inference.
    shared = 2 if parts[:2] == ["google", "cloud"] or parts[0] == "azure" else int(parts[0] == "google")
    return ".".join(parts[: shared + 1])
