"""Settings files of programs: Spring's ``application.yml``, .NET's ``appsettings.json``, and any other YAML, JSON,
TOML, INI or properties file that names AI.

A key tells (``spring.ai.openai``, ``AzureOpenAI:Endpoint``), or a variable that a value reads, an address, or a model
id at a place of models. Prose, labels, schemas, recorded answers and price tables name AI too, and use none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from aigov.addresses import exposure_of
from aigov.catalogue.settings_keys import SettingKeys, settings_keys, squashed, words_of
from aigov.model import Endpoint, How, ModelUse, Scope, Use
from aigov.scan.facts.manifests import mcp_config
from aigov.scan.facts.manifests.flows import read_flow
from aigov.scan.facts.manifests.menus import records_of
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.settings_marks import MARKS, read_marks
from aigov.scan.facts.manifests.settings_text import extension_of, parse_settings, settings_scope
from aigov.scan.facts.manifests.settings_values import (
    address,
    filled,
    hub_task,
    is_known,
    is_spoken,
    is_variable,
    lists_models,
    model_of,
    on_hub,
    priced_by,
    references,
    variable_entry,
    with_choices,
    with_defaults,
)
from aigov.scan.facts.manifests.settings_words import (
    ADDRESS_WORDS,
    AI_WORDS,
    LANGUAGE_CODES,
    REACHED,
    about_ai,
    as_setting,
    by_their_keys,
    chooses,
    is_client,
    is_no_setting,
    is_not_settings,
    is_priced,
    is_recorded,
    is_word,
    model_key,
    names_class,
    names_credential,
    names_store,
    parts,
)
from aigov.scan.facts.manifests.tool_shapes import tools_of
from aigov.scan.facts.manifests.training import read_training
from aigov.scan.facts.manifests.variables import is_secret, merge
from aigov.scan.files import Document, Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry

KIND = "settings"

_EXTENSIONS = frozenset(("yml", "yaml", "json", "jsonc", "json5", "toml", "ini", "cfg", "conf", "properties"))
_NOT_WANTED = re.compile(
    r"""(?:.*/)?(?:locales?|i18n|l10n|langs?|languages|translations?|messages|cassettes?|snapshots?|__snapshots__|schemas?
          |recordings?|issue_template|\.yarn|\.git|node_modules)/.*
      |(?:.*/)?(?:tsconfig[\w.-]*|jsconfig[\w.-]*|package-lock|npm-shrinkwrap|composer|renovate|\.?cspell|codecov|dependabot
          |.*openapi|.*swagger|(?:.*[._-])?schema|.*[._-]lock|.*\.postman_(?:collection|environment)|components|angular
          |\.all-contributorsrc|mkdocs|mint|docs|_config|crowdin|manifest|vcpkg|messages[\w.-]*|(?:LANGUAGE)(?:[-_][a-z]{2,4})?
          |\.pre-commit-config|tslint|biome|\.eslintrc|\.prettierrc|\.golangci|\.markdownlint|cliff|_?typos|deny|rustfmt
          |clippy|pnpm-workspace|pnpm-lock|lerna|nx|turbo|\.releaserc|release-please[\w-]*|citation|labeler|labels|funding
          |stale|aigov|.*\.(?:cdx|spdx|sarif|tf|tofu|tfvars))
        \.(?:ya?ml|json[c5]?|toml|ini|cfg|conf|properties)""".replace("LANGUAGE", LANGUAGE_CODES),
    re.VERBOSE | re.IGNORECASE,
)
_MOST_NODES, _MOST_DEPTH = 200_000, 40
_CLASS_PATH = re.compile(r"(?P<module>[a-z_]\w*(?:\.[a-z_]\w*)+)\.(?P<name>[A-Z]\w*)")
"""``haystack.components.generators.openai.OpenAIGenerator``: what a saved pipeline, or Hydra's ``_target_``, makes."""
_RUNS_MODELS = frozenset(("provider", "model-host", "ml-runtime"))


def wants(path: str) -> bool:
    """Any file in a format of settings, but for those that by their name are none: locks, translations, schemas."""
    return extension_of(path) in _EXTENSIONS and _NOT_WANTED.fullmatch(path) is None


def worth_reading(document: Document) -> bool:
    """Whether the bytes of a settings file let it name AI: most of them are never parsed."""
    return document.candidate or MARKS.search(document.data) is not None or mcp_config.may_hold(document.data)


def read(document: Document, catalogue: Catalogue) -> Findings:
    """Uses, models and endpoints that the settings name. What breaks its format is read line by line."""
    if not worth_reading(document):
        return Findings()
    text = document.data.decode("utf-8", "replace")
    roots = parse_settings(document.path, text)
    if any(is_not_settings(root) for root in roots):
        return Findings()
    scope = settings_scope(document.path)
    found = [read_flow(document.path, root, scope, catalogue) for root in roots]
    found += [read_training(document.path, root, scope, catalogue) for root in roots]
    rest = read_trees(document.path, roots, catalogue, how="config", scope=scope)
    if any(told.uses or told.assets for told in found):
        # The types of nodes, and the shape of a run, tell better whose models they are.
        named = {model.model for told in found for model in told.models}
        rest = replace(rest, models=(), uses=tuple(use for use in rest.uses if use.symbol not in named))
    found += [tools_of(document.path, root, scope, catalogue) for root in roots] + [rest]
    found += [read_marks(document.path, root, scope, catalogue, found) for root in roots]
    if mcp_config.may_hold(document.data):
        found += [mcp_config.read_servers(document.path, root, catalogue) for root in roots]
    return merge(found)


def read_trees(
    path: str, roots: list[Node], catalogue: Catalogue, *, how: How, scope: Scope, apart: frozenset[str] = frozenset()
) -> Findings:
    """Uses, models and endpoints that the settings in trees name.

    :param apart: keys whose values somebody else reads.
    """
    return _Reader(path, catalogue, how, scope, apart).read(roots)


@dataclass(frozen=True, slots=True)
class _Place:
    """What is known of the settings around a value."""

    path: tuple[str, ...] = ()
    served: Entry | None = None
    """Who serves the models that are named here."""
    line: int = 0
    """Where that is said."""
    sign: str = ""
    sure: bool = True
    """Whether a use has been noted for it; else a model must be named first."""
    addressed: bool = False
    """Whether an address said it, which outweighs every name."""
    foreign: bool = False
    """Whether the address of the mapping is nobody's known: what OpenAI's protocol reaches there is not OpenAI."""
    configured: Entry | None = None
    """The entry whose ``settings`` lead here."""
    listed: bool = False
    """Within a table of models."""


class _Reader:
    """Collects the findings of one file."""

    def __init__(self, path: str, catalogue: Catalogue, how: How, scope: Scope, apart: frozenset[str]) -> None:
        self._file, self._how, self._scope, self._apart = path, how, scope, apart
        self._catalogue = catalogue
        self._keys: SettingKeys = settings_keys(catalogue)
        self._uses: dict[str, Use] = {}
        self._models: dict[tuple[str, str], ModelUse] = {}
        self._endpoints: dict[tuple[str, str], Endpoint] = {}
        self._left = _MOST_NODES
        self._supposed: list[tuple[Entry, int, str]] = []  # providers only where others are: "type: bedrock"

    def read(self, roots: list[Node]) -> Findings:
        for root in roots:
            if isinstance(root.value, list):
                records, menu = records_of(self._catalogue, root.elements())
                for item in records:
                    self._mapping(item, _Place(listed=menu))
            else:
                self._mapping(root, _Place())
        known = {use.name for use in self._uses.values() if use.kind in _RUNS_MODELS}
        for entry, line, symbol in self._supposed:
            if len(known - {entry.id}) > 1:
                self._use(entry, line, symbol)
        return Findings(
            uses=tuple(self._uses.values()),
            models=tuple(self._models.values()),
            endpoints=tuple(self._endpoints.values()),
        )

    # --- walking ----------------------------------------------------------------------------------------------------

    def _mapping(self, node: Node, place: _Place) -> None:
        members = node.members()
        self._left -= 1 + len(members)
        if self._left < 0 or len(place.path) > _MOST_DEPTH or is_recorded(members):
            return
        place = self._served(members, place)
        if is_priced(members):
            place = replace(place, listed=True)
        for key, member in members.items():
            if is_no_setting(key, member, self._apart) or (key == "model_name" and "litellm_params" in members):
                continue  # LiteLLM's model_name is what its clients call the model
            below = replace(place, path=(*place.path, *parts(key)))
            if isinstance(member.value, dict):
                self._table(key, member, below)
            elif isinstance(member.value, list):
                self._sequence(key, member, below)
            else:
                self._scalar(key, member, below)

    def _table(self, key: str, node: Node, place: _Place) -> None:
        members = node.members()
        if (lister := priced_by(self._catalogue, members)) or lists_models(self._catalogue, key, members):
            within = replace(place, listed=True)
            for name, member in by_their_keys(members):
                if lister and not name.isalpha() and not is_known(self._catalogue, name):
                    self._model(name, member.line, replace(within, served=place.served or lister), free=True)
                elif not is_word(name) or is_known(self._catalogue, name):
                    free = place.served is not None and (member.value is None or isinstance(member.value, dict))
                    self._model(name, member.line, within, free=free or bool(lister))
            self._mapping(node, replace(place, listed=len(members) > 1))
            return
        if (named := self._keys.named(key)) is not None and not self._keys.below(place.path):
            place = replace(place, served=named, line=node.line, sign=key, sure=False, addressed=False)
        self._mapping(node, place)

    def _sequence(self, key: str, node: Node, place: _Place) -> None:
        elements = node.elements()
        listed = place.listed or len(elements) > 1
        for item in elements:
            if isinstance(item.value, dict):
                # Models to choose from; where each says who serves it, each is set up to be used.
                choice = len(elements) > 1 and words_of(key)[-1:] == ("models",) and not is_client(item)
                self._mapping(as_setting(item), replace(place, listed=place.listed or choice))
            elif isinstance(item.value, list):
                self._sequence(key, item, place)
            else:
                self._scalar(key, item, replace(place, listed=listed))

    def _served(self, members: Mapping[str, Node], place: _Place) -> _Place:
        """The place with who serves models in this mapping, where it says so: by address, or by a provider's name."""
        below = [entry for entry in self._keys.below(place.path) if entry.kind in ("provider", "model-host")]
        if below and below[-1] is not place.configured:
            place = replace(place, served=below[-1], configured=below[-1], sure=True, addressed=False)
        place = replace(place, foreign=False)
        if hub_task(members):
            place = replace(place, served=self._catalogue.get("huggingface"), sure=True, addressed=False)
        for key, member in members.items():
            value = member.text()
            if not value:
                continue
            made = next((entry for entry in self._made(key, value) if entry.kind in _RUNS_MODELS), None)
            if made is not None:
                place = replace(place, served=made, line=member.line, sign=value, sure=True, addressed=False)
                continue
            words = words_of(key)
            if not ADDRESS_WORDS.isdisjoint(words):
                if self._keys.variable((key,)) is not None:
                    continue  # "Ollama__Endpoint" speaks for itself alone
                told = place.served is not None or about_ai((*place.path, key))
                found = address(self._catalogue, filled(with_defaults(value)), about_ai=told)
                if found is not None and found[1] is not None and found[1].kind in ("provider", "model-host"):
                    return replace(place, served=found[1], line=member.line, sign=key, sure=True, addressed=True)
                place = replace(place, foreign=place.foreign or (found is not None and found[1] is None))
            elif chooses(key) and not (below and words[-1] != "provider"):
                named = self._keys.named(with_defaults(value).rpartition("/")[2])
                if named is not None:
                    if words == ("type",) and named.id != "openai-compatible":
                        self._supposed.append((named, member.line, value))
                    about = {*words[:-1], *(word for part in place.path for word in words_of(part))}
                    place = replace(place, served=named, line=member.line, sign=key, sure=False, addressed=False)
                    if words[-1] in ("provider", "api", "llm") and not AI_WORDS.isdisjoint(
                        about | {words[-1]} - {"provider"}
                    ):
                        self._use(named, member.line, key)
                        place = replace(place, sure=True)
        return place

    # --- values -----------------------------------------------------------------------------------------------------

    def _scalar(self, key: str, node: Node, place: _Place) -> None:
        value = with_choices(node.value) if isinstance(node.value, str) else None
        spoken = value is not None and is_spoken(value)
        for configured in self._keys.below(place.path):
            self._use(configured, node.line, ".".join(place.path))
        if not spoken and node.value not in (True, False):
            entry = variable_entry(self._catalogue, key) if key.isupper() else self._keys.variable(place.path)
            if entry is not None and entry.id == "openai" and place.addressed and not self._keys.below(place.path):
                entry = place.served or entry  # what OpenAI's client is pointed at
            if entry is not None:
                self._use(entry, node.line, key)
        if value is None:
            return
        for entry in self._made(key, value):
            self._use(entry, node.line, value)
        if names_store(place.path) and (store := self._keys.store(value)) is not None:
            self._use(store, node.line, key)
        if names_credential(place.path) and (named := self._keys.named(place.path[-2])):
            self._supposed.append((named, node.line, ".".join(place.path[-2:])))
        secret = is_secret(key)
        variable: str | None = None
        for name in (value,) if is_variable(value) else references(value):
            variable = variable or name
            entry = variable_entry(self._catalogue, name)
            if entry is not None:
                self._use(entry, node.line, name)
            secret = secret or is_secret(name)
        if is_variable(value):
            return
        if secret or spoken or len(value) > 400:
            return
        plain = with_defaults(value)
        if not self._address(key, plain, node.line, place, variable) and plain:
            kind = model_key(key, place.path)
            if on_hub(key, plain):
                runs = place.served is not None and place.served.kind in ("ml-runtime", "model-host")
                kind, hub = "free", place.served if runs else self._catalogue.get("huggingface")
                place = replace(place, served=hub, sure=True)
            if kind:
                own = self._keys.variable(place.path)
                if own is not None and not place.addressed and own.kind in ("provider", "model-host"):
                    place = replace(place, served=own, sure=True)
                listed = place.addressed and squashed(key) in ("name", "id") and squashed(place.path[-2]) == "models"
                self._model(plain, node.line, place, free=kind == "free" or listed, variable=variable)

    def _made(self, key: str, value: str) -> tuple[Entry, ...]:
        """The entries of the class that a setting names."""
        named = _CLASS_PATH.fullmatch(value) if names_class(key) else None
        return self._catalogue.imports("python", named["module"], named["name"]) if named is not None else ()

    def _address(self, key: str, value: str, line: int, place: _Place, variable: str | None) -> bool:
        told = place.served is not None or about_ai(place.path) or self._keys.variable(place.path) is not None
        found = address(self._catalogue, value, about_ai=told) or address(self._catalogue, filled(value))
        if found is None or (found[1] is None and filled(value) != value):
            return "://" in value
        url, entry = found
        if entry is None:
            served = self._keys.below(place.path)
            entry = served[-1] if served and served[-1].kind != "framework" else self._keys.variable(place.path)
            entry = entry or (place.served if place.served is not None and place.served.id == "openai" else None)
            if entry is not None and entry.id == "openai":
                # The protocol is known, the provider is not.
                entry = self._catalogue.get("openai-compatible") or entry
        if entry is None:
            return True
        self._use(entry, line, key)
        if entry.kind not in REACHED:
            return True
        row = Endpoint(
            file=self._file,
            line=line,
            url=url.text,
            provider=entry.id,
            scope=self._scope,
            exposure=exposure_of(url.host),
            how=self._how,
            variable=variable,
        )
        self._endpoints.setdefault((row.url, row.provider), row)
        return True

    def _model(self, value: str, line: int, place: _Place, *, free: bool, variable: str | None = None) -> None:
        gateway = "litellm_params" in place.path
        found = model_of(self._catalogue, value, place.served, free=free, gateway=gateway)
        if found is None:
            return
        other = self._catalogue.get("openai-compatible")
        if place.foreign and found.provider.id == "openai" and other is not None:
            found = replace(found, provider=other)
        if found.provider is place.served:
            if not place.sure:
                self._use(found.provider, place.line, place.sign)
        elif found.model != value:
            self._use(found.provider, line, value)
        row = ModelUse(
            file=self._file,
            line=line,
            model=found.model,
            provider=found.provider.id,
            how=self._how,
            scope=self._scope,
            publisher=self._catalogue.publisher(found.provider.id, found.model),
            pinned=self._catalogue.pinned(found.provider.id, found.model),
            variable=variable,
            mention=True if place.listed else None,
        )
        known = self._models.get((row.model, row.provider))
        if known is None or (known.mention and not row.mention):
            first = row.line if known is None else min(row.line, known.line)
            self._models[row.model, row.provider] = replace(row, line=first)

    def _use(self, entry: Entry, line: int, symbol: str) -> None:
        known = self._uses.get(entry.id)
        if known is None or line < known.line:
            self._uses[entry.id] = Use(
                file=self._file,
                line=line,
                name=entry.id,
                kind=entry.kind,
                how=self._how,
                scope=self._scope,
                symbol=symbol,
            )
