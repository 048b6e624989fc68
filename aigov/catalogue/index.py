"""The catalogue as the stages ask it: which entry does this import, package, host or model id belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from aigov.catalogue.entry import Constructor, Entry, Import, IndicatorEntry, LifecycleFact, Method, ModelPattern
from aigov.catalogue.lifecycle import Lifecycle
from aigov.catalogue.packages import PackageIndex
from aigov.catalogue.patterns import (
    family,
    host_regex,
    image_name,
    joined,
    name_in,
    parents,
)
from aigov.catalogue.prompts import PromptTerms
from aigov.catalogue.tokens import string_tokens_of, tokens_of
from aigov.catalogue.variables import VariableIndex
from aigov.model import Pinned

_GO_VERSION = re.compile(r"/v\d+(?=/|$)")
_RESOURCE = "models/"
"""Google's resource names: ``models/gemini-2.5-pro`` and ``gemini-2.5-pro`` are one model."""

_SERVES_MODELS = frozenset({"provider", "model-host"})


class Catalogue:
    """All entries, indexed. Build it with ``load_catalogue``; it does not change afterwards."""

    def __init__(
        self, entries: Iterable[Entry], indicators: Iterable[IndicatorEntry], lifecycle: Lifecycle | None = None
    ) -> None:
        self.entries: Mapping[str, Entry] = MappingProxyType({e.id: e for e in sorted(entries, key=lambda e: e.id)})
        self.indicators: Mapping[str, IndicatorEntry] = MappingProxyType(
            {i.id: i for i in sorted(indicators, key=lambda i: i.id)}
        )
        self._lifecycle = lifecycle or Lifecycle(as_of="", rows=())
        self._patterns_asked: dict[tuple[str, str], ModelPattern | None] = {}
        self._hosts_asked: dict[str, Entry | None] = {}

    def get(self, id: str) -> Entry | None:
        """The entry of this slug."""
        return self.entries.get(id)

    # Imports and packages

    def imports(self, language: str, module: str, name: str | None = None) -> tuple[Entry, ...]:
        """Every entry that an import fires, sorted by id.

        :param language: language of the file; TypeScript counts as ``javascript``, Kotlin and Scala as ``java``.
        :param module: the module as written, without a leading dot (a relative import is first-party: do not ask).
        :param name: the imported name, for ``from module import name``; ``default`` for a JavaScript default import;
            None for the module as a whole. Entries that ask for certain names do not fire without one.
        """
        language = family(language)
        # The major version of a Go module is part of its path, not of its packages' names.
        module = _GO_VERSION.sub("", module) if language == "go" else module
        exact, wild = self._imports.get(language, ({}, ()))
        whole = joined(module, name, language)
        found: dict[str, Entry] = {}
        for candidate in parents(whole, language):
            for entry, rule in exact.get(candidate, ()):
                # Above the module: the name is part of the matched module's tail. At the module: the name decides.
                if self._name_fires(rule, name if len(candidate) <= len(module) else None):
                    found[entry.id] = entry
        for prefix, entry, rule in wild:
            belongs = module.startswith(prefix) and not name_in(module, rule.apart_from)
            if belongs and self._name_fires(rule, name):
                found[entry.id] = entry
        return tuple(found[id] for id in sorted(found))

    @staticmethod
    def _name_fires(rule: Import, name: str | None) -> bool:
        if name is None:
            return not rule.names
        return not name_in(name, rule.exclude) and (not rule.names or name_in(name, rule.names))

    @cached_property
    def _imports(
        self,
    ) -> dict[str, tuple[dict[str, list[tuple[Entry, Import]]], list[tuple[str, Entry, Import]]]]:
        index: dict[str, tuple[dict[str, list[tuple[Entry, Import]]], list[tuple[str, Entry, Import]]]] = {}
        for entry in self.entries.values():
            for rule in entry.imports:
                exact, wild = index.setdefault(rule.language, ({}, []))
                if rule.module.endswith("*"):
                    wild.append((rule.module[:-1], entry, rule))
                else:
                    exact.setdefault(rule.module, []).append((entry, rule))
        return index

    def package(self, purl: str) -> tuple[Entry, ...]:
        """Every entry that lists this package, sorted by id. Version, qualifiers and subpath do not matter."""
        return self._packages.find(purl)

    @cached_property
    def _packages(self) -> PackageIndex:
        return PackageIndex(self.entries.values())

    # Hosts, ports, images, variables

    def host(self, hostname: str) -> Entry | None:
        """The entry of a host name (a port after ``:`` is ignored); the longest pattern wins."""
        name = hostname.lower().partition(":")[0].rstrip(".")
        exact, patterns = self._hosts
        if name not in exact and name not in self._hosts_asked:
            found = (entry for pattern, entry in patterns if host_regex(pattern).fullmatch(name))
            self._hosts_asked[name] = next(found, None)
        return exact[name] if name in exact else self._hosts_asked[name]

    @cached_property
    def _hosts(self) -> tuple[dict[str, Entry], list[tuple[str, Entry]]]:
        exact: dict[str, Entry] = {}
        patterns: list[tuple[str, Entry]] = []
        for entry in self.entries.values():
            for host in entry.hosts:
                if "*" in host or "<" in host:
                    patterns.append((host, entry))
                else:
                    exact[host.lower()] = entry
        patterns.sort(key=lambda pair: (-len(pair[0]), pair[0]))
        return exact, patterns

    def port(self, port: int, *, about_ai: bool = True) -> Entry | None:
        """The server that listens on this port by default. Ask only for private and loopback hosts.

        :param about_ai: whether the place speaks of AI; ports that any program may use tell nothing elsewhere.
        """
        found = next((entry for entry in self.entries.values() if port in entry.ports), None)
        return found if found is None or about_ai or port not in found.common_ports else None

    def image(self, name: str) -> Entry | None:
        """The entry of a container image, given with or without tag; the longest pattern wins."""
        key = image_name(name)
        best: tuple[int, Entry] | None = None
        for pattern, entry in self._images:
            if name_in(key, (pattern,)) and (best is None or len(pattern) > best[0]):
                best = (len(pattern), entry)
        return best[1] if best else None

    @cached_property
    def _images(self) -> tuple[tuple[str, Entry], ...]:
        return tuple((image.lower(), entry) for entry in self.entries.values() for image in entry.images)

    def env(self, name: str) -> Entry | None:
        """The entry whose users set this environment variable; a full name wins over a prefix, a long prefix over a
        short one."""
        return self.variable(name)[0]

    def variable(self, name: str) -> tuple[Entry | None, str]:
        """The entry of an environment variable, and the variable as the entry spells it: what bundlers and programs
        put before it (``NEXT_PUBLIC_``, ``MY_APP_``) left out."""
        return self._variables.find(name)

    @cached_property
    def _variables(self) -> VariableIndex:
        return VariableIndex(self.entries.values())

    # Calls

    def constructors(self, language: str) -> Mapping[str, tuple[Entry, Constructor]]:
        """Calls that always select a provider, by fully qualified symbol. Look into ``conditional`` first."""
        return self._constructors.get(family(language), ({}, {}))[0]

    def conditional(self, language: str) -> Mapping[str, tuple[tuple[Entry, Constructor], ...]]:
        """Calls that select an entry only when an argument has a certain literal value (``Constructor.when``):
        ``boto3.client("bedrock-runtime")``, ``google.genai.Client(vertexai=True)``. Where none of the pairs of a
        symbol holds, ``constructors`` decides."""
        return self._constructors.get(family(language), ({}, {}))[1]

    @cached_property
    def _constructors(
        self,
    ) -> dict[str, tuple[dict[str, tuple[Entry, Constructor]], dict[str, tuple[tuple[Entry, Constructor], ...]]]]:
        index: dict[
            str, tuple[dict[str, tuple[Entry, Constructor]], dict[str, tuple[tuple[Entry, Constructor], ...]]]
        ] = {}
        for entry in self.entries.values():
            for constructor in entry.constructors:
                plain, conditional = index.setdefault(constructor.language, ({}, {}))
                if constructor.when:
                    known = conditional.get(constructor.symbol, ())
                    conditional[constructor.symbol] = (*known, (entry, constructor))
                else:
                    plain[constructor.symbol] = (entry, constructor)
        return index

    def methods(self, language: str) -> Mapping[str, tuple[tuple[Entry, Method], ...]]:
        """Methods by the last part of their path (``create``), so that a look-up costs one dictionary access."""
        return self._methods.get(family(language), {})

    @cached_property
    def _methods(self) -> dict[str, dict[str, tuple[tuple[Entry, Method], ...]]]:
        index: dict[str, dict[str, tuple[tuple[Entry, Method], ...]]] = {}
        for entry in self.entries.values():
            for method in entry.methods:
                by_last = index.setdefault(method.language, {})
                last = method.path.rpartition(".")[2]
                by_last[last] = (*by_last.get(last, ()), (entry, method))
        return index

    def method(self, language: str, interface: str, path: str) -> Method | None:
        """The method that a call on a client means; the longest matching path wins.

        :param interface: id of the entry whose methods the client has: ``constructor.interface or entry.id``.
        :param path: what is called on the client, e.g. ``beta.chat.completions.create``.
        """
        dotted = "." + path
        best: Method | None = None
        for entry, method in self.methods(language).get(path.rpartition(".")[2], ()):
            fits = (entry.id == interface or method.universal) and dotted.endswith("." + method.path)
            if fits and (best is None or len(method.path) > len(best.path)):
                best = method
        return best

    # Models

    def model_owner(self, model_id: str) -> tuple[Entry, ModelPattern] | None:
        """The provider that alone uses ids of this form, for any string; None where the form does not tell."""
        union, owners = self._owned_models
        match = union.fullmatch(model_id)
        return owners[match.lastgroup] if match and match.lastgroup else None

    @cached_property
    def _owned_models(self) -> tuple[re.Pattern[str], dict[str, tuple[Entry, ModelPattern]]]:
        owners: dict[str, tuple[Entry, ModelPattern]] = {}
        for entry in self.entries.values():
            for pattern in entry.models:
                if not pattern.shared:
                    owners[f"m{len(owners)}"] = (entry, pattern)
        union = "|".join(f"(?P<{key}>{pattern.regex})" for key, (_, pattern) in owners.items())
        return re.compile(union or "(?!)"), owners

    def exact_model_owner(self, model_id: str) -> Entry | None:
        """The provider of a short id (``o1``, ``command``). Ask only for the model argument of a call."""
        return self._short_models.get(model_id)

    @cached_property
    def _short_models(self) -> dict[str, Entry]:
        return {id: entry for entry in self.entries.values() for id in entry.exact_in_call}

    def route(self, model: str) -> tuple[Entry | None, str]:
        """Split a gateway's model string: ``bedrock/anthropic.claude-v2`` is (aws-bedrock, ``anthropic.claude-v2``).

        The longest prefix wins, and a prefix of a framework or tool (``litellm/``) only leads to the next one.
        ``(None, model)`` where no prefix is known. An id that has a provider's own form (``llama3:8b``) is not split.
        """
        rest = model
        while rest.startswith(self._routes) and (
            match := next((pair for pair in self._prefixes if rest.startswith(pair[0])), None)
        ):
            prefix, entry = match
            rest = rest[len(prefix) :]
            if entry.kind in _SERVES_MODELS:
                return entry, rest
        return None, model

    @cached_property
    def _prefixes(self) -> tuple[tuple[str, Entry], ...]:
        pairs = [(prefix, entry) for entry in self.entries.values() for prefix in entry.prefixes]
        return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))

    @cached_property
    def _routes(self) -> tuple[str, ...]:
        return tuple(prefix for prefix, _ in self._prefixes)

    def pinned(self, entry_id: str, model_id: str) -> Pinned:
        """Whether the id names one fixed version on this provider: ``yes``, ``no`` (an alias that may move), or
        ``unresolved`` (the platform offers no pin, or the form is not known)."""
        pattern = self._pattern(entry_id, model_id)
        if pattern is None or pattern.pinned is None:
            return "unresolved"
        return "yes" if re.fullmatch(pattern.pinned, model_id) else "no"

    def publisher(self, provider_id: str, model_id: str) -> str | None:
        """Slug of the model's maker, where it is not the provider that serves it; None when it is, or is not known."""
        maker = self.maker(provider_id, model_id)
        return maker if maker != provider_id else None

    def maker(self, provider_id: str, model_id: str) -> str | None:
        """Slug of who made the model, as far as the form of the id proves it, whoever serves it; else None.

        What stands before a ``/`` counts only where it is the maker's own: ``deepseek/deepseek-chat`` is DeepSeek's,
        ``someone/deepseek-chat`` may be anything.
        """
        pattern = self._pattern(provider_id, model_id)
        if pattern is not None and pattern.publisher:
            return pattern.publisher
        provider = self.entries.get(provider_id)
        if provider is not None and model_id in provider.exact_in_call and self._claims(provider):
            return provider_id
        for own, maker in self._makers:
            if own.fullmatch(model_id):
                return maker.id
        head, slash, bare = model_id.rpartition("/")
        if slash:
            for own, maker in self._makers:
                if f"{head}/" in maker.prefixes and own.fullmatch(bare):
                    return maker.id
        return None

    @staticmethod
    def _claims(entry: Entry) -> bool:
        return any(pattern.publisher == entry.id for pattern in entry.models)

    @cached_property
    def _makers(self) -> tuple[tuple[re.Pattern[str], Entry], ...]:
        """Forms of ids that their maker claims; those that tell the provider as well come first."""
        claimed = [
            (pattern, entry)
            for entry in self.entries.values()
            for pattern in entry.models
            if pattern.publisher == entry.id
        ]
        claimed.sort(key=lambda pair: pair[0].shared)
        return tuple((re.compile(pattern.regex), entry) for pattern, entry in claimed)

    def bare_id(self, provider_id: str, model_id: str) -> str:
        """The id as the provider's own API knows it: ``deepseek/deepseek-chat`` and ``models/gemini-2.5-pro`` at their
        makers lose what stands before. An id of which the rest is none of the provider's own is left as it is."""
        entry = self.entries.get(provider_id)
        if entry is None:
            return model_id
        for prefix in (*entry.prefixes, _RESOURCE):
            bare = model_id.removeprefix(prefix)
            if prefix.endswith("/") and bare != model_id and self._is_own(entry, bare):
                return bare
        return model_id

    def _is_own(self, entry: Entry, model_id: str) -> bool:
        own = any(not pattern.shared and re.fullmatch(pattern.regex, model_id) for pattern in entry.models)
        return own or model_id in entry.exact_in_call

    def _pattern(self, entry_id: str, model_id: str) -> ModelPattern | None:
        key = (entry_id, model_id)
        if key not in self._patterns_asked:
            entry = self.entries.get(entry_id)
            patterns = entry.models if entry else ()
            found = next((pattern for pattern in patterns if re.fullmatch(pattern.regex, model_id)), None)
            self._patterns_asked[key] = found
        return self._patterns_asked[key]

    # Indicators, lifecycle and triage

    def prompt_indicators(self, text: str) -> Iterator[tuple[IndicatorEntry, re.Match[str]]]:
        """The indicators that a string constant of an AI-using file raises, each once with its first match."""
        return self._prompt_terms.find(text)

    @cached_property
    def _prompt_terms(self) -> PromptTerms:
        return PromptTerms(self.indicators.values())

    def lifecycle(self, platform: str, model_id: str) -> LifecycleFact | None:
        """Retirement dates of a model on a platform (``Entry.lifecycle_platform``); None when nothing is known.

        The fact's own ``model_id`` is the key of the data: a Bedrock inference profile or a ``models/…`` path finds
        the facts of the model behind it.
        """
        return self._lifecycle.find(platform, model_id)

    def lifecycle_facts(self) -> tuple[LifecycleFact, ...]:
        """All facts, sorted by platform and model id."""
        return self._lifecycle.facts

    @property
    def lifecycle_as_of(self) -> str:
        """The day (YYYY-MM-DD) on which the lifecycle data were put together."""
        return self._lifecycle.as_of

    def tokens(self) -> tuple[bytes, ...]:
        """Lower-case byte strings for triage: a source or configuration file whose lower-cased bytes hold none of them
        has no import, host, variable, image, call or model of the catalogue. Not for manifests and lock files, whose
        package names are looked up one by one."""
        return self._tokens

    def string_tokens(self) -> tuple[bytes, ...]:
        """Lower-case byte strings: a string constant that is a host, variable or model id of an entry holds one."""
        return string_tokens_of(self.entries.values())

    @cached_property
    def _tokens(self) -> tuple[bytes, ...]:
        return tokens_of(self.entries.values())
