"""Models that a vendor's constant names where no call takes it: ``map[Model]string{Base: openai.GPT4oMini}``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigov.catalogue.entry import Entry
from aigov.scan.context import Context
from aigov.scan.facts.engine import FileFacts

_FAMILIES = frozenset(("go",))
"""Languages in which a constant is always named with its package, so that the text tells what it is."""
_MARKED = re.compile(rb"(?<![\w)\]])\.(?P<name>[a-z][a-z0-9]{0,30}_(?:hyphen|period)_\w{1,80})(?![\w(.])")
"""A value of an enumeration of Swift that generated clients name after its id: ``.gpt_hyphen_4o``."""
_MEMBER = rb"(?<![\w.\"`/])%s\.(?P<name>[A-Z]\w*\d\w*)(?![\w(.])"


def vendor_constants(context: Context, facts: FileFacts, data: bytes) -> Iterator[tuple[str, int, Entry]]:
    """Id of a model, the line that names it, and the vendor."""
    if facts.row.family == "swift" and b"_hyphen_" in data:
        yield from _marked(context, facts, data)
    if facts.row.family not in _FAMILIES:
        return
    for imported in facts.imports:
        if imported.level or not imported.alias or imported.type_only:
            continue
        entries = context.entries(facts.row.family, imported.module, None)
        serving = next((entry for entry in entries if entry.kind in ("provider", "model-host")), None)
        if serving is None:
            continue
        for found in re.finditer(_MEMBER % re.escape(imported.alias.encode()), data):
            name = found["name"].decode()
            id = context.resolver.constant(facts.row.family, imported.module, (name,))
            node = facts.node_at(found.start("name"), found.end("name")) if id is not None else None
            if id is not None and node is not None and "comment" not in node.type and "string" not in node.type:
                yield id, node.start_point[0] + 1, serving


def _marked(context: Context, facts: FileFacts, data: bytes) -> Iterator[tuple[str, int, Entry]]:
    """Values of a generated client's enumeration, whose type a parameter tells that no call here need have."""
    modules = [imported.module for imported in facts.imports if imported.name == "*"]
    serving = {module: context.entries("swift", module, None) for module in modules}
    for found in _MARKED.finditer(data):
        node = facts.node_at(found.start("name"), found.end("name"))
        if node is None or "comment" in node.type or "string" in node.type:
            continue
        for module, entries in serving.items():
            id = context.resolver.constant("swift", module, (found["name"].decode(),)) if entries else None
            if id is not None:
                yield id, node.start_point[0] + 1, entries[0]
                break
