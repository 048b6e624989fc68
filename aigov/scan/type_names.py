"""Uses that only the name of a vendor's type shows, where its import stands in another file (C#'s ``global using``)."""

from __future__ import annotations

import re

from aigov.scan.context import Context
from aigov.scan.facts.engine import FileFacts

_NAME = re.compile(rb"\b[A-Z]\w{4,80}\b")


def detect_type_names(context: Context, facts: FileFacts, data: bytes) -> None:
    """Names in one file that shared imports bring."""
    shared = context.resolver.shared(facts)
    if not shared:
        return
    family = facts.row.family
    offers = context.resolver.offers
    seen: set[bytes] = set()
    for match in _NAME.finditer(data):
        if match[0] in seen:
            continue
        name = match[0].decode()
        module = next((item.module for item in shared if offers(family, item.module, name)), None)
        if module is None:
            seen.add(match[0])
            continue
        node = facts.node_at(match.start(), match.end())
        if node is None or node.type != "identifier" or node.end_byte - node.start_byte != len(match[0]):
            continue
        seen.add(match[0])
        if next(iter(context.resolver.peers(facts, name)), None) is not None or facts.defined(0, name) is not None:
            continue  # a type of the tree's own
        for entry in context.entries(family, module, name):
            context.add_use(entry, facts, node.start_point[0] + 1, "sdk-call", f"{module}.{name}")
