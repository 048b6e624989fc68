"""Which entry a key of a settings file is about: ``spring.ai.openai.api-key``, ``AzureOpenAI:Endpoint``.

Frameworks bind nested keys to names without regard to case, ``-`` and ``_`` (Spring calls it relaxed binding), and most
libraries read the environment variable ``OPENAI_API_KEY`` for ``openai.api_key``. So the variables that the catalogue
knows tell the keys as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from aigov.catalogue.entry import Entry
from aigov.catalogue.index import Catalogue

_DEPTH = 4
"""Keys of a path, counted from its end, that can spell one variable."""
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_SERVING = frozenset(("provider", "model-host"))
_ENDS = frozenset(
    tuple(spelled.split("-"))
    for spelled in """api-key access-key secret-key subscription-key key token endpoint base-url api-base base-uri url
    uri host organization org-id model model-id model-name models deployment deployment-name deployment-id embedding
    chat-deployment-name embedding-deployment-name api-version service index index-name collection-name llm
    connection-string chat-model embedding-model chat-deployment embedding-deployment resource region
    """.split()  # noqa: SIM905 - a word list reads better
)
"""What a setting of an AI service is called, where the name before it is known by a variable's prefix only."""
_KINDS = frozenset(("text", "chat", "embedding", "embeddings", "completion", "image", "speech", "options", "settings"))
"""What of a service a section may be about: ``AzureOpenAIEmbedding:APIKey``."""


@lru_cache(maxsize=8192)
def words_of(key: str) -> tuple[str, ...]:
    """The words of one key, lower-case: ``AzureOpenAI`` is azure, open, ai; ``base_url`` is base, url."""
    return tuple(word.lower() for word in _WORD.findall(key))


@lru_cache(maxsize=8192)
def squashed(key: str) -> str:
    """A key without case and separators: ``open-ai``, ``openAI`` and ``open_ai`` are one."""
    return re.sub(r"[^a-z0-9*]", "", key.lower())


class SettingKeys:
    """Keys of all entries."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._prefixes: list[tuple[tuple[str, ...], Entry]] = []
        self._names: dict[str, Entry] = {}
        self._stores: dict[str, Entry] = {}
        self._exact: dict[str, Entry] = {}
        self._heads: dict[str, Entry] = {}
        entries = tuple(entries)
        for entry in entries:
            self._prefixes += [(tuple(map(squashed, keys.split("."))), entry) for keys in entry.settings]
            for name in entry.env:
                (self._heads if name.endswith("*") else self._exact).setdefault(squashed(name.rstrip("*")), entry)
        for entry in entries:
            if entry.kind in _SERVING:
                for prefix in entry.prefixes:
                    self._names.setdefault(squashed(prefix), entry)
        for entry in entries:
            if entry.kind in _SERVING:
                self._names[squashed(entry.id)] = entry
            elif entry.kind == "vector-db":
                self._stores[squashed(entry.id.removesuffix("-vector"))] = entry
        vendors = Counter(squashed(entry.vendor) for entry in entries if entry.kind in _SERVING and entry.vendor)
        self._vendors = {
            squashed(entry.vendor): entry
            for entry in entries
            if entry.kind in _SERVING and entry.vendor and vendors[squashed(entry.vendor)] == 1
        }
        self._variable = lru_cache(maxsize=4096)(self._named_by)
        self._first = frozenset(prefix[0] for prefix, _ in self._prefixes)

    def below(self, path: Sequence[str]) -> tuple[Entry, ...]:
        """The entries that are configured by the key at ``path``: every one whose ``settings`` lead to it, the longest
        last."""
        if not path or squashed(path[0]) not in self._first:
            return ()
        keys = tuple(map(squashed, path))
        found = sorted(
            (len(prefix), entry.id, entry)
            for prefix, entry in self._prefixes
            if len(prefix) <= len(keys) and all(a in (b, "*") for a, b in zip(prefix, keys, strict=False))
        )
        return tuple(entry for _, _, entry in found)

    def named(self, name: str) -> Entry | None:
        """The provider or server of this short name, as people write it in ``provider: …``."""
        return self._names.get(squashed(name))

    def vendor(self, name: str) -> Entry | None:
        """The provider or server of the vendor of this name, if it has one of them only."""
        return self._vendors.get(squashed(name))

    def store(self, name: str) -> Entry | None:
        """The vector store of this short name: ``qdrant``, ``elasticsearch``. Ask only where vectors are spoken of."""
        return self._stores.get(squashed(name))

    def variable(self, path: Sequence[str]) -> Entry | None:
        """The entry of whose environment variables the nested key is the spelling: ``openai.api_key``."""
        return self._variable(tuple(path[-_DEPTH:]))

    def _named_by(self, path: tuple[str, ...]) -> Entry | None:
        words = [word for key in path for word in words_of(key)]
        for start in range(len(words) - 1):
            entry = self._exact.get("".join(words[start:]))
            if entry is not None:
                return entry
            for end in range(len(words) - 1, start, -1):
                entry = self._heads.get("".join(words[start:end]))
                if entry is not None and self._ends(words[end:]):
                    return entry
        return None

    @staticmethod
    def _ends(words: list[str]) -> bool:
        return tuple(words) in _ENDS or (words[0] in _KINDS and tuple(words[1:]) in _ENDS)


@lru_cache(maxsize=4)
def settings_keys(catalogue: Catalogue) -> SettingKeys:
    """The keys of one catalogue."""
    return SettingKeys(catalogue.entries.values())
