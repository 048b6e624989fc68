"""Vendors that code chooses by a bare word: ``RETRIEVER = "tavily"``, ``{"api_type": "openai"}``.

The word is a common one, so that the key must speak of what vendors of AI do, the word must be a vendor's name, and the
file must use AI in another way as well. A comparison chooses nothing, and neither does a list of what one may choose.
"""

from __future__ import annotations

import re

from aigov.catalogue.entry import Entry
from aigov.catalogue.settings_keys import settings_keys, words_of
from aigov.scan.context import Context
from aigov.scan.facts.engine import FileFacts
from aigov.scan.module_settings import set_on_modules

_SITE = re.compile(
    rb"""(?P<key>(?:(?:retriever|RETRIEVER|Retriever)[sS]?|provider|PROVIDER|Provider|api_?type|API_?TYPE|apiType)\b)["']?
        (?:\s{0,3}:\s{0,3}[\w.\[\]|?]{1,40}(?=\s{0,3}=))?\s{0,3}(?:=>|:=|[:=,])
        \s{0,20}\[?\s{0,20}(?P<quote>["'`])(?P<word>[A-Za-z][\w.-]{2,30})(?P=quote)""",
    re.VERBOSE,
)
_TOLD = (b"rovider", b"ROVIDER", b"etriever", b"ETRIEVER", b"pi_type", b"PI_TYPE", b"piType")
"""Of what every such key holds one; most files hold none."""
_WORD_BEFORE = re.compile(rb"\w*$")
_AI_WORDS = frozenset(
    "llm llms ai genai model embedding embeddings embedder chat completion rerank reranker inference".split()  # noqa: SIM905
)
_LOOKS_UP = frozenset("get getenv getEnv env fetch getProperty getOrDefault LookupEnv get_env setdefault pop".split())  # noqa: SIM905


_KEYED = re.compile(r"(\w{2,40}?)_(?:api_)?(?:key|base|token|project)")
_SETS = re.compile(rb"^[ \t]*\w+\.\w{2,40}?_(?:api_)?(?:key|base|token|project)[ \t]*=(?!=)", re.MULTILINE)


def detect_named_vendors(context: Context, facts: FileFacts, data: bytes) -> None:
    """Note the vendors that settings in the code of one file choose."""
    if _SETS.search(data) is not None:
        _module_settings(context, facts)
    if not any(told in data for told in _TOLD) or not context.rows.knows(facts.path):
        return
    keys = settings_keys(context.catalogue)
    sites: list[tuple[int, int, str, Entry]] = []
    for found in _SITE.finditer(data):
        entry = keys.named(found["word"].decode("ascii", "replace"))
        before = _WORD_BEFORE.search(data, max(0, found.start() - 40), found.start())
        key = ((before[0] if before else b"") + found["key"]).decode("utf-8", "replace")
        if entry is not None and _speaks(words_of(key)):
            sites.append((*found.span("word"), key, entry))
    texts, _ = facts.strings_at([site[:2] for site in sites]) if sites else ([], [])
    for text in texts:
        for start, end, key, entry in sites:
            if data[start:end].decode("utf-8", "replace") == text.value and _line(data, start) == text.line:
                position = facts.position(text)
                if _chooses(key, position.kind, position.name or ""):
                    context.add_use(entry, facts, text.line, "config", key)


def _speaks(words: tuple[str, ...]) -> bool:
    """Whether the words of a key speak of what vendors of AI do."""
    if words[-1:] in (("retriever",), ("retrievers",)) or words[-2:] == ("api", "type"):
        return True
    return words[-1:] == ("provider",) and not _AI_WORDS.isdisjoint(words[:-1])


def _chooses(key: str, kind: str, name: str) -> bool:
    """Whether a word beside such a key is chosen: where it stands tells."""
    if kind == "argument":
        return name in _LOOKS_UP
    # Of a table only settings count: the rows of a menu are spelled like them.
    settings = key.isupper() or words_of(key)[-2:] == ("api", "type")
    return kind in ("keyword", "assign", "default") or (kind == "value" and settings)


def _line(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1


def _module_settings(context: Context, facts: FileFacts) -> None:
    """Vendors whose key or address is set on a module that passes calls on to many: ``litellm.anthropic_key``."""
    keys = settings_keys(context.catalogue)
    family = facts.row.family
    for imported, binding in set_on_modules(facts):
        found = _KEYED.fullmatch(binding.path[1])
        entry = keys.named(found[1]) if found is not None else None
        routes = entry is not None and any(
            constructor.routed and constructor.language == family
            for gateway in context.entries(family, imported.module, None)
            for constructor in gateway.constructors
        )
        if entry is not None and routes and context.resolver.modules.find(facts.path, family, imported) is None:
            context.add_use(entry, facts, binding.line, "config", ".".join(binding.path))
