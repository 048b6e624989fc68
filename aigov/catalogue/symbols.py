"""Names that vendors' modules have: classes that a wildcard import brings, constants that stand for models.

SDKs of typed languages spell a model's id as a constant: ``openai.GPT4oMini``, ``ChatModel.GPT_4_O``,
``Model::Claude37SonnetLatest``. Without case and punctuation name and id are one, so that no list of constants has to
be kept: what the lifecycle facts and the entries' own short ids know is found, and of the others what can be spelled so
that one of the vendor's own patterns matches it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, pairwise, product

from aigov.catalogue.index import Catalogue

_SHORTEST = 4
_TYPE_NAME = re.compile(
    r"(?:k|chat|embeddings?|text|image|audio|speech|tts|completions?|generative|foundation|inference|openai|anthropic"
    r"|bedrock|mistral|mistralai|cohere|groq|vertexai|googleai|models?|name|id|type)+"
)
"""What may stand before the id in a constant's name: its type, or the vendor."""
_DOT = re.compile(r"(?<=\d)_?dot_?(?=\d)")
_VERSIONED = re.compile(r"(?<=[A-Za-z_])\d")
_WORD = re.compile(r"\d+|[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_ON_BEDROCK = re.compile(
    r"(?P<publisher>ANTHROPIC|AMAZON|COHERE)_(?P<name>(?:CLAUDE|NOVA|TITAN_EMBED_TEXT|EMBED)(?:_[A-Z0-9]+)*?)"
    r"_V(?P<version>\d+(?:_\d+)?(?:_\d+K)?)"
)
"""Names of the Cloud Development Kit that follow the id throughout; others of its names leave parts of it out."""
_MARKS = {"hyphen": "-", "period": "."}
"""How the generator of Swift's clients spells in a name what no name can hold
(https://github.com/apple/swift-openapi-generator, proposal SOAR-0001)."""
_MARK = re.compile(rf"_(?P<mark>{'|'.join(_MARKS)})_(?=[a-z0-9])")
_MOST_JOINTS = 8
"""Joints of a name that can be spelled in two ways: 256 spellings."""
_PUNCTUATION = re.compile(r"[^a-z0-9]")


class Symbols:
    """Answers for one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._models: dict[tuple[str, str, tuple[str, ...]], str | None] = {}
        self._offered: dict[str, frozenset[str]] = {}

    def offers(self, family: str, module: str, name: str) -> bool:
        """Whether the module of a vendor is known to have ``name``: a constructor, or an import that tells the use."""
        if family not in self._offered:
            self._offered[family] = frozenset(self._names(family))
        return f"{module}.{name}" in self._offered[family]

    def model(self, family: str, module: str, names: tuple[str, ...]) -> str | None:
        """The model id that a vendor's constant stands for; None where it is none, or names a model not known here.

        :param module: module that the constant was imported from.
        :param names: names within it; the last is the constant's.
        """
        key = (family, module, names)
        if key not in self._models:
            self._models[key] = self._model(family, module, names)
        return self._models[key]

    def _names(self, family: str) -> Iterable[str]:
        for symbol in (*self._catalogue.constructors(family), *self._catalogue.conditional(family)):
            while symbol:
                yield symbol
                symbol = symbol.rpartition(".")[0]
        for entry in self._catalogue.entries.values():
            for rule in entry.imports:
                if rule.language == family:
                    yield from (f"{rule.module}.{name}" for name in rule.names)

    def _model(self, family: str, module: str, names: tuple[str, ...]) -> str | None:
        name = names[-1]
        entries = self._catalogue.imports(family, module, names[0])
        if family == "swift" and _MARK.search(name):
            id = _MARK.sub(lambda found: _MARKS[found["mark"]], name)
            return id if any(re.fullmatch(rule.regex, id) for entry in entries for rule in entry.models) else None
        ids = self._ids_of(_plain(name))
        if not ids and not _VERSIONED.search(name):
            return None
        own = [pattern.regex for entry in entries for pattern in entry.models if not pattern.shared]
        spelled = chain(ids, _spellings(name) if own else ())
        fitting = next((id for id in spelled if any(re.fullmatch(regex, id) for regex in own)), None)
        return fitting or (ids[0] if ids and entries else None)

    def _ids_of(self, key: str) -> list[str]:
        """Known ids that a plain name may stand for, with or without the type's name before it."""
        fronts = (at for at in range(len(key)) if at == 0 or _TYPE_NAME.fullmatch(key[:at]))
        return next((self._spelled[key[at:]] for at in fronts if key[at:] in self._spelled), [])

    @cached_property
    def _spelled(self) -> dict[str, list[str]]:
        ids = {fact.model_id for fact in self._catalogue.lifecycle_facts()}
        ids |= {id for entry in self._catalogue.entries.values() for id in entry.exact_in_call}
        spelled: dict[str, list[str]] = {}
        for id in sorted(ids):
            key = _plain(id)
            if len(key) >= _SHORTEST and any(map(str.isdigit, key)):
                spelled.setdefault(key, []).append(id)
        return spelled


def _spellings(name: str) -> Iterator[str]:
    """How the id that a constant is named after may be spelled: ``CLAUDE_OPUS_4_8`` is ``claude-opus-4-8``, ``GPT_5_6``
    is ``gpt-5.6``. The forms with hyphens come first."""
    if found := _ON_BEDROCK.fullmatch(name):
        version = found["version"].replace("_", ":").lower()
        yield f"{found['publisher'].lower()}.{found['name'].replace('_', '-').lower()}-v{version}"
    words = [word.lower() for word in _WORD.findall(name)]
    if len(words) > 1 and words[0] in ("model", "models"):
        yield from _spellings(name[len(words[0]) :].lstrip("_"))  # ModelClaude3Haiku20240307
    ways = [_joints(left, right) for left, right in pairwise(words)]
    if sum(len(joints) > 1 for joints in ways) > _MOST_JOINTS:
        return
    for joints in product(*ways):
        yield words[0] + "".join(joint + word for joint, word in zip(joints, words[1:], strict=True))


def _joints(left: str, right: str) -> tuple[str, ...]:
    if left.isdigit() and right.isdigit():
        return ("-", ".")
    if left.isdigit() and right in ("b", "k", "m"):
        return ("",)  # OPEN_MISTRAL_7B: a size or a length of context
    return ("-", "") if left.isdigit() or right.isdigit() else ("-",)


def _plain(name: str) -> str:
    """A name without case and punctuation; ``Dot`` is one where a name cannot hold it (``GPT3Dot5Turbo``)."""
    return _PUNCTUATION.sub("", _DOT.sub("", name.lower()))
