"""Environment variables that a file names: in strings, beside fields, as keys and attributes of the environment."""

from __future__ import annotations

import re

from aigov.catalogue.entry import Entry
from aigov.scan.context import Context
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.engine import Text as Literal
from aigov.scan.facts.nodes import node_text, part_of
from aigov.scan.shared_names import OWNER, SHARED, shared_places

_VARIABLE_BYTES = re.compile(rb"_{0,2}[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
_READER = re.compile(r"env|config|secret|setting", re.IGNORECASE)
_OF_VARIABLE = re.compile(r"env(?:[-_]?(?:var|name|key|vars|variable))?|environment(?:[-_]?variable)?", re.IGNORECASE)
"""Fields of a table that name a variable: ``{ key: "baseUrl", env: "LM_STUDIO_BASE_URL" }``."""
_VARIABLE_WORDS = frozenset(
    [
        "API",
        "ENDPOINT",
        "MODEL",
        "MODELS",
        "DEPLOYMENT",
        "DEPLOYMENTS",
        "EMBEDDING",
        "EMBEDDINGS",
        "EMB",
        "EMBED",
        "LLM",
        "GPT",
        "GPT4",
        "CHATGPT",
        "CHAT",
        "TEMPERATURE",
        "TOKENS",
        "ORG",
        "ORGANIZATION",
        "REGION",
        "TRACING",
        "INDEX",
        "COLLECTION",
        "RESOURCE",
        "INFERENCE",
    ]
)
_VARIABLE_ENDS = frozenset(
    [
        "KEY",
        "URL",
        "BASE_URL",
        "TOKEN",
        "ACCESS_TOKEN",
        "AUTH_TOKEN",
        "ACCESS_KEY",
        "HOST",
        "PORT",
        "BASE",
        "URI",
        "SECRET",
        "SECRET_KEY",
        "PUBLIC_KEY",
        "PROJECT",
        "DSN",
        "ENABLED",
    ]
)


def add_variable(context: Context, facts: FileFacts, text: Literal) -> None:
    """A use, if the string is the name of a variable that only a vendor's users set."""
    entry = _entry_of_variable(context, text.value)
    if entry is None:
        return
    if context.catalogue.variable(text.value)[1] in entry.env or _is_read(facts, text):
        context.add_use(entry, facts, text.line, "env", text.value)


def add_tagged_variables(context: Context, facts: FileFacts) -> None:
    """Variables that set the fields of a struct."""
    for binding, (variable, *_) in sorted(facts.tags.items(), key=lambda item: item[0].offset):
        entry = _entry_of_variable(context, variable) if variable else None
        if entry is not None and variable:
            context.add_use(entry, facts, binding.line, "env", variable)


def add_shared_variable(context: Context, facts: FileFacts, data: bytes) -> None:
    """A use of the vendor whose key bears a name that others' keys bear, too, where the file tells whose it is."""
    owner, places = context.catalogue.get(OWNER), shared_places(context.catalogue, data)
    if owner is None or not places:
        return
    texts, _ = facts.strings_at(places)
    lines = {text.line for text in texts if text.value == SHARED}
    lines |= {data.count(b"\n", 0, start) + 1 for start, end in places if _names_variable(facts, start, end)}
    if lines:
        context.add_use(owner, facts, min(lines), "env", SHARED)


def _entry_of_variable(context: Context, name: str) -> Entry | None:
    """The vendor of a variable. One known by its prefix only must also say what AI settings say: ``MISTRAL_FRET_KEY``
    is a carrier's."""
    entry, name = context.catalogue.variable(name)
    if entry is None or name in entry.env:
        return entry
    prefix = max((p[:-1] for p in entry.env if p.endswith("*") and name.startswith(p[:-1])), key=len, default="")
    rest = name[len(prefix) :].strip("_")
    return entry if rest in _VARIABLE_ENDS or not _VARIABLE_WORDS.isdisjoint(rest.split("_")) else None


def _is_read(facts: FileFacts, text: Literal) -> bool:
    """Whether a name is given to something that reads variables; decides for names known by their prefix only."""
    node = text.node.parent
    for _ in range(3):
        if node is None:
            return False
        for role in ("function", "value", "object", "receiver", "method", "name", "target"):
            named = node.child_by_field_name(role)
            if named is not None and named.end_byte <= text.offset and _READER.search(node_text(named)):
                return True
        field = facts.row.pair.get(node.type)
        key = part_of(node, field[0]) if field is not None else None
        if key is not None and key.end_byte <= text.offset and _OF_VARIABLE.fullmatch(node_text(key).strip(":\"'` ")):
            return True
        node = node.parent
    return False


def add_named_variables(context: Context, facts: FileFacts, data: bytes) -> None:
    """``process.env.NAME``, ``const { NAME } = process.env``, keys of an environment schema."""
    for match in _VARIABLE_BYTES.finditer(data):
        name = match[0].decode()
        entry = _entry_of_variable(context, name)
        if entry is None:
            continue
        node = facts.node_at(match.start(), match.end())
        if node is None or node.end_byte - node.start_byte != len(name) or "identifier" not in node.type:
            continue
        if _names_variable(facts, node.start_byte, node.end_byte):
            context.add_use(entry, facts, node.start_point[0] + 1, "env", name)


def _names_variable(facts: FileFacts, start: int, end: int) -> bool:
    node = facts.node_at(start, end)
    parent = node.parent if node is not None else None
    if node is None or parent is None:
        return False
    base = parent.child_by_field_name("object")
    if base is not None:
        return node_text(base).endswith("env")
    if parent.type == "pair":
        value = parent.child_by_field_name("value")
        return value is not None and bool(
            re.match(r"(?:z|zod|v|Joi|yup|envalid|str|url|t)\b[.(]|process\.env", node_text(value))
        )
    holder = parent
    for _ in range(3):
        value = holder.child_by_field_name("value")
        if holder.type == "variable_declarator" and value is not None:
            return node_text(value).endswith("env")
        if holder.parent is None:
            return False
        holder = holder.parent
    return False


# --- models ---------------------------------------------------------------------------------------------------------
