"""Models that stand beside who serves them: ``{ modelId: "mixtral-8x7b-instruct", provider: "perplexity" }``.

An id that several serve, or that nobody knows yet, is theirs whom the same record names.
"""

from __future__ import annotations

import re

from tree_sitter import Node

from aigov.catalogue.entry import Entry
from aigov.catalogue.settings_keys import settings_keys, squashed
from aigov.scan.context import Context
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.engine import Text as Literal

# In small letters, and the word first: Python's search for a plain beginning is many times as fast.
_PROVIDER = re.compile(rb"provider(?:[_-]?(?:id|name))?[\"']?\s*(?:[:=]|=>)\s*[\"']([\w.-]{2,30})[\"']")
# The parameter of which Hugging Face's libraries made a habit: ``model_name_or_path: str = "org/name"``.
_HUB = re.compile(
    rb"(?:model|tokenizer)_name_or_path[\"']?\s*(?::\s*[\w\[\], .|]{1,40})?[=:]\s*[\"']"
    rb"((?!models?/|checkpoints?/|outputs?/|weights/|data/)[A-Za-z0-9][\w-]*/[\w.-]*\d[\w.-]*)[\"']"
)
_BEFORE = re.compile(rb"(?:.*[^\w-])?(?:model|llm|ai)?[_-]?", re.DOTALL)
_LONGEST_BEFORE = 8
_MODEL_KEYS = frozenset(("model", "modelid"))
_MADE_BY = re.compile(r"[A-Za-z][\w-]+/[\w.-]*\d[\w.-]*")
_HOSTS_ALL = frozenset(
    ("github-models", "github-copilot", "google-gemini", "google-vertex", "azure-openai", "databricks")
)
"""Whose name alone may be that of a host of anything."""
_ID = re.compile(r"[A-Za-z][\w.@:/+-]{2,118}")
_CLIMB = 3


def declared_models(context: Context, facts: FileFacts, data: bytes) -> dict[int, tuple[Literal, Entry]]:
    """Offset of a string -> the string, which is a model id, and who serves it."""
    keys = settings_keys(context.catalogue)
    records: list[tuple[Node, Entry]] = []
    lower = data.lower()
    for match in _PROVIDER.finditer(lower):
        begins = max(match.start() - _LONGEST_BEFORE, 0)
        if not _BEFORE.fullmatch(lower, begins, match.start()):
            continue
        entry = keys.named(match[1].decode())
        node = facts.node_at(match.start(1), match.end(1)) if entry is not None else None
        record = _record(facts, node) if node is not None else None
        if record is not None and entry is not None and entry.kind in ("provider", "model-host"):
            records.append((record, entry))
    found = _on_hub(context, facts, data)
    if not records:
        return found
    texts, _ = facts.strings_at([(record.start_byte, record.end_byte) for record, _ in records])
    served = {record.id: entry for record, entry in records}
    for text in texts:
        record = _record(facts, text.node)
        entry = served.get(record.id) if record is not None else None
        if entry is not None and _is_id(context, text.value) and _names_model(facts, text, entry):
            found[text.offset] = (text, entry)
    return found


def _on_hub(context: Context, facts: FileFacts, data: bytes) -> dict[int, tuple[Literal, Entry]]:
    hub = context.catalogue.get("huggingface")
    if hub is None or b"_name_or_path" not in data:
        return {}
    texts, _ = facts.strings_at([match.span(1) for match in _HUB.finditer(data)])
    return {text.offset: (text, hub) for text in texts if "/" in text.value}


def _is_id(context: Context, value: str) -> bool:
    """Whether a text is a model's id: of a form that somebody serves, or with a number of its version. What is neither
    (``azure-speech-stt``, ``model-a``) may be the name of anything."""
    if not _ID.fullmatch(value):
        return False
    return context.catalogue.model_owner(value) is not None or any(character.isdigit() for character in value)


def _names_model(facts: FileFacts, text: Literal, entry: Entry) -> bool:
    position = facts.position(text)
    key = squashed(position.name or "")
    # Accounts have a provider and a name, too, but not one that a hub of models gives: "intfloat/e5-large-v2".
    made = key in ("name", "id") and entry.id not in _HOSTS_ALL and _MADE_BY.fullmatch(text.value) is not None
    return position.kind in ("value", "keyword") and (made or key in _MODEL_KEYS)


def _record(facts: FileFacts, node: Node) -> Node | None:
    """The table or call whose field a string is the value of."""
    for _ in range(_CLIMB):
        parent = node.parent
        if parent is None:
            return None
        if parent.type in facts.row.pair or parent.type in facts.row.keyword:
            return parent.parent
        node = parent
    return None
