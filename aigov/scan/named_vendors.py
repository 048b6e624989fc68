"""Vendors that code chooses by a bare word: ``RETRIEVER = "tavily"``, ``{"api_type": "openai"}``.

The word is a common one, so that the key must speak of what vendors of AI do, the word must be a vendor's name, and the
file must use AI in another way as well. A comparison chooses nothing, and neither does a list of what one may choose.
"""

from __future__ import annotations

import re

from aigov.catalogue.settings_keys import settings_keys, words_of
from aigov.scan.context import Context
from aigov.scan.facts.engine import FileFacts

_SITE = re.compile(
    rb"""\b(?P<key>\w{0,40}(?:retrievers?|provider|api_?type)\w{0,10})["']?
        (?:\s{0,3}:\s{0,3}[\w.\[\]|?]{1,40}(?=\s{0,3}=))?\s{0,3}(?:=>|:=|[:=,])
        \s{0,20}\[?\s{0,20}(?P<quote>["'`])(?P<word>[A-Za-z][\w.-]{2,30})(?P=quote)""",
    re.IGNORECASE | re.VERBOSE,
)
_TOLD = (b"provider", b"retriever", b"api_type", b"apitype")
_AI_WORDS = frozenset(
    "llm llms ai genai model embedding embeddings embedder chat completion rerank reranker inference".split()  # noqa: SIM905
)
_LOOKS_UP = frozenset("get getenv getEnv env fetch getProperty getOrDefault LookupEnv get_env setdefault pop".split())  # noqa: SIM905


def detect_named_vendors(context: Context, facts: FileFacts, data: bytes) -> None:
    """Note the vendors that settings in the code of one file choose."""
    lowered = data.lower()
    if not any(told in lowered for told in _TOLD) or not context.rows.knows(facts.path):
        return
    sites = {found.span("word"): found["key"].decode("utf-8", "replace") for found in _SITE.finditer(data)}
    if not sites:
        return
    keys = settings_keys(context.catalogue)
    texts, _ = facts.strings_at(sorted(sites))
    for text in texts:
        entry = keys.named(text.value)
        if entry is None:
            continue
        for (start, end), key in sites.items():
            if data[start:end].decode("utf-8", "replace") == text.value and _line(data, start) == text.line:
                position = facts.position(text)
                if _chooses(key, position.kind, position.name or ""):
                    context.add_use(entry, facts, text.line, "config", key)


def _chooses(key: str, kind: str, name: str) -> bool:
    words = words_of(key)
    if words[-1:] in (("retriever",), ("retrievers",)) or words[-2:] == ("api", "type"):
        speaks = True
    else:
        speaks = words[-1:] == ("provider",) and not _AI_WORDS.isdisjoint(words[:-1])
    if not speaks:
        return False
    if kind == "argument":
        return name in _LOOKS_UP
    # Of a table only settings count: the rows of a menu are spelled like them.
    return kind in ("keyword", "assign", "default") or (
        kind == "value" and (key.isupper() or words[-2:] == ("api", "type"))
    )


def _line(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1
