"""The strings of a file that are ids of models, by their own form, by a gateway's, or by what stands beside them."""

from __future__ import annotations

import re

from aigov.catalogue.entry import Entry
from aigov.catalogue.settings_keys import squashed
from aigov.scan.context import Context
from aigov.scan.declared import declared_models
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.engine import Text as Literal
from aigov.scan.facts.types import Position
from aigov.scan.named_models import named_models
from aigov.scan.published import HUB, VARIANT, is_published, is_routed
from aigov.scan.siblings import beside
from aigov.scan.values import Text
from aigov.scan.vendor_constants import vendor_constants

_MODEL = re.compile(r"[A-Za-z0-9@][\w.@:/+-]{1,118}")
_MODEL_WORD = re.compile(r"model|llm|engine|deployment|embed|gpt|claude|gemini", re.IGNORECASE)
_PART = re.compile(
    r"prefix|suffix|pattern|regex|family|families|black_?list|block_?list|deny_?list|denied|excluded|ignored|forbidden|disallowed"
    r"|unsupported",
    re.IGNORECASE,
)
"""Names of what holds parts of ids, or models that are not used."""
_NO_MODELS = re.compile(r"image|git|docker|container|package|dataset|import|href", re.IGNORECASE)
"""What takes names of the form ``org/name`` that are no models."""
_SPEECH = frozenset(
    """
    print log info debug warn warning error exception fatal critical trace echo startswith startsWith
    start_with? starts_with? str_starts_with str_contains hasPrefix hasSuffix contains contains? include?
    end_with? ends_with? puts raise gsub endswith endsWith includes replace split count join Error ValueError
    RuntimeError TypeError Exception describe it test skip skipif mark patch t i18n translate getByText match
    search fullmatch sub compile encoding_for_model indexOf println eprintln panic bail anyhow starts_with
    ends_with HasPrefix HasSuffix Contains Println Printf Errorf
    """.split()  # noqa: SIM905 - a word list reads better
)
_COUNTS = frozenset(("argument", "keyword", "key", "value", "item", "assign", "default", "return", "compare"))
_PUBLISHERS = frozenset(
    """
    openai anthropic google deepseek mistralai x-ai cohere perplexity qwen meta-llama nvidia microsoft amazon
    moonshotai z-ai minimax inception
    """.split()  # noqa: SIM905
)


class ModelTexts:
    """The ids of one file. Ask ``read`` for each string, then ``finish``."""

    def __init__(self, context: Context, facts: FileFacts, data: bytes) -> None:
        self._context, self._facts, self._data = context, facts, data
        self._short: list[tuple[Literal, Position]] = []
        self._known: dict[int, tuple[Literal, Entry]] = dict(declared_models(context, facts, data))
        for text, entry in self._known.values():
            self._add(text, text.value, entry)
            if not (facts.position(text).name or "").endswith("_name_or_path"):  # what is fetched is told by its model
                context.suggest_use(entry, facts, text.line, text.value)

    def read(self, text: Literal) -> None:
        """Record a model id; a short one is kept in mind, for it counts only in company."""
        value, catalogue = text.value, self._context.catalogue
        if value[:1] == "'" == value[-1:]:  # SQL within a string: default!(String, "'gpt-4o'")
            text = text._replace(value=value[1:-1])
            value = text.value
        if not _MODEL.fullmatch(value) or text.offset in self._known:
            return
        if value.isalpha() and not catalogue.exact_model_owner(value):
            return  # a plain word: no pattern of a model id matches one
        owner = self._context.model_owner(value)
        if owner is not None:
            if self._is_data(text):
                self._add(text, value, owner[0])
                if _names_platform(value, owner[0]):
                    self._context.suggest_use(owner[0], self._facts, text.line, value)
        elif "/" in value or ":" in value or is_published(catalogue, value):
            self._with_maker(text)
        elif catalogue.exact_model_owner(value):
            self._short.append((text, self._facts.position(text)))

    def in_arn(self, text: Literal, id: str) -> None:
        """Record the id that an ARN names."""
        owner = self._context.model_owner(id)
        if owner is not None and text.offset not in self._known and self._facts.position(text).kind in _COUNTS:
            self._add(text, id, owner[0])
            self._context.suggest_use(owner[0], self._facts, text.line, id)

    def _with_maker(self, text: Literal) -> None:
        routed = self._routed(text.value)
        if routed is not None and self._is_data(text):
            entry, model = routed
            self._add(text, model, entry)
            self._context.suggest_use(entry, self._facts, text.line, text.value)
        elif routed is None and (
            is_published(self._context.catalogue, text.value) or is_routed(self._context.catalogue, text.value)
        ):
            hub, position = self._context.catalogue.get(HUB), self._facts.position(text)
            if hub is not None and _is_place(position) and not (position.name and _NO_MODELS.search(position.name)):
                self._add_open(text, hub)

    def finish(self) -> None:
        """Record the ids that only what stands beside them tells."""
        context, facts = self._context, self._facts
        for text, entry, named in beside(context.catalogue, facts, self._known):
            if "/" in text.value and not named:
                self._add_open(text, entry)
            elif _is_place(facts.position(text)):
                self._add(text, text.value, entry)
        self._by_name()
        for id, line, entry in vendor_constants(context, facts, self._data):
            context.add_model(Text(id, facts.path, line), id, entry, "config", None, called=False)
        if not self._short or not context.rows.knows(facts.path):
            return
        keys = {(facts.position(text), entry.id) for text, entry in self._known.values()}
        called = {
            (position.kind, entry.id)
            for text, entry in self._known.values()
            if _is_called_so(text, position := facts.position(text))
        }
        for text, position in self._short:
            owner = context.catalogue.exact_model_owner(text.value)
            if owner is None or text.offset in self._known:
                continue
            if text.value.isalpha() and not context.rows.tells_of(facts.path, owner.id):
                continue  # "small" is a size of many models
            among = position.kind == "key" and not text.value.isalpha() and (position, owner.id) in keys
            among = among or (_is_called_so(text, position) and (position.kind, owner.id) in called)
            if among or (_is_place(position) and position.name and _MODEL_WORD.search(position.name)):
                self._add(text, text.value, owner)

    def _by_name(self) -> None:
        """Record the ids that only the name of their place tells."""
        catalogue = self._context.catalogue
        names = self._context.rows.names_in(self._facts.path) or {entry.id for _, entry in self._known.values()}
        used = [catalogue.get(name) for name in sorted(names)]
        serving = [entry for entry in used if entry is not None and entry.kind in ("provider", "model-host")]
        for text, entry in named_models(catalogue, self._facts, self._data, serving):
            hub = catalogue.get(HUB)
            if text.offset in self._known or self._context.model_owner(text.value) is not None:
                continue
            if entry is not None:
                self._add(text, text.value, entry)
            elif hub is not None and catalogue.route(text.value)[0] is None:
                self._add_open(text, hub)

    def _routed(self, value: str) -> tuple[Entry, str] | None:
        """A string that names provider and model."""
        catalogue = self._context.catalogue
        entry, rest = catalogue.route(value)
        if entry is None:
            return None
        bare = VARIANT.sub("", rest)
        known = catalogue.model_owner(bare) is not None or catalogue.exact_model_owner(bare) is not None
        known = known or any(not pattern.shared and re.fullmatch(pattern.regex, bare) for pattern in entry.models)
        known = known or self._is_listed(entry, bare)
        if not known:
            return None
        if value[: len(value) - len(rest)].rstrip("/") in _PUBLISHERS and value[len(value) - len(rest) - 1] == "/":
            # "deepseek/deepseek-chat": a publisher's name, which several gateways use; the id stays as it is spelled.
            return entry, value
        return entry, rest

    def _is_listed(self, entry: Entry, rest: str) -> bool:
        """Whether a gateway lists ids of this form: ``publisher/name``, the publisher being known."""
        publisher, slash, _ = rest.partition("/")
        if not slash or not any(pattern.shared and re.fullmatch(pattern.regex, rest) for pattern in entry.models):
            return False
        return publisher in _PUBLISHERS or self._context.catalogue.route(rest)[0] is not None

    def _is_data(self, text: Literal) -> bool:
        return _is_place(self._facts.position(text))

    def _add(self, text: Literal, model: str, entry: Entry) -> None:
        self._known[text.offset] = (text, entry)
        found = Text(text.value, self._facts.path, text.line)
        self._context.add_model(found, model, entry, "config", None, called=False)

    def _add_open(self, text: Literal, entry: Entry) -> None:
        self._known[text.offset] = (text, entry)
        self._context.add_open_model(Text(text.value, self._facts.path, text.line), entry)


def _names_platform(value: str, entry: Entry) -> bool:
    """Whether the form of an id is one that only this platform uses (``anthropic.claude-…``, ``models/gemini-…``)."""
    return "/" in value or (entry.id == "aws-bedrock" and "." in value) or value.startswith("arn:")


def _is_called_so(text: Literal, position: Position) -> bool:
    """Whether what takes a text is called after it, as a constant of an enumeration is: ``O3_MINI("o3-mini", …)``."""
    return squashed(text.value) == squashed(position.name or "")


def _is_place(position: Position) -> bool:
    """Whether an id can be meant where a string stands."""
    if position.kind not in _COUNTS or (position.name and _PART.search(position.name)):
        return False
    return not (position.kind == "argument" and position.name in _SPEECH)
