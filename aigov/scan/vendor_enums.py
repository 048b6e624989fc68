"""Vendors that code names by a member of a framework's enumeration: ``Provider::OpenAI``, ``ModelProvider.OLLAMA``.

The enumeration must be imported from a framework that the catalogue knows. What is compared or matched against chooses
nothing.
"""

from __future__ import annotations

import re

from tree_sitter import Node

from aigov.catalogue.entry import Entry
from aigov.catalogue.settings_keys import settings_keys, squashed
from aigov.scan.context import Context
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.positions import position_of
from aigov.scan.facts.types import Import

_ENUM = re.compile(r"\w*(?:Provider|Providers|Vendor|Vendors|Lab|AIModels)")
_LAST = re.compile(r"\w+$")
_SPELLED = {
    "amazonbedrock": "aws-bedrock",
    "bedrockconverse": "aws-bedrock",
    "googleaigemini": "google-gemini",
    "googlegenai": "google-gemini",
    "googlegenaiai": "google-gemini",
    "googlevertexaigemini": "google-vertex",
    "vertexai": "google-vertex",
    "mistralai": "mistral",
    "microsoftfoundry": "azure-ai-foundry",
}
"""Members that are called otherwise than their vendor is here, without case and separators."""
_ASKED = re.compile(r"pattern|condition_list|when_condition|switch_label|case_clause|switch_case|comparison")
_DEEP = 4
_MOST = 200


def detect_vendor_enums(context: Context, facts: FileFacts) -> None:
    """Note the vendors that members of frameworks' enumerations choose in one file."""
    for imported in facts.imports:
        if imported.level or not imported.module:
            continue
        local = imported.alias or _last(imported.name or imported.module)
        if local and (_ENUM.fullmatch(local) or _is_whole(imported)) and _is_frameworks(context, facts, imported):
            _members(context, facts, local, whole=not _ENUM.fullmatch(local))


def _last(name: str) -> str:
    found = _LAST.search(name)
    return found[0] if found is not None else ""


def _is_whole(imported: Import) -> bool:
    """Whether a whole module is imported, which may have an enumeration: ``litellm.LlmProviders``."""
    return imported.name is None


def _is_frameworks(context: Context, facts: FileFacts, imported: Import) -> bool:
    family = facts.row.family
    entries = context.entries(family, imported.module, imported.name)
    if not any(entry.kind in ("framework", "agent-framework", "gateway") for entry in entries):
        return False
    return context.resolver.modules.find(facts.path, family, imported) is None


def _members(context: Context, facts: FileFacts, local: str, *, whole: bool) -> None:
    between = rf"\.{_ENUM.pattern}" if whole else ""
    spelled = re.compile(rf"\b{re.escape(local)}{between}(?:::|\.)(?P<member>[A-Z]\w+)\b(?!\s*\()".encode())
    for found in list(spelled.finditer(facts.source))[:_MOST]:
        member = found["member"].decode("ascii", "replace")
        entry = _vendor(context, member)
        node = facts.node_at(*found.span("member"))
        if entry is None or node is None or "comment" in node.type or "string" in node.type:
            continue
        node = _whole_node(node, found.start())
        if not _asked(node) and position_of(node, facts.row).kind not in ("compare", "other"):
            symbol = found[0].decode("ascii", "replace")
            context.add_use(entry, facts, node.start_point[0] + 1, "config", symbol)


def _vendor(context: Context, member: str) -> Entry | None:
    named = settings_keys(context.catalogue).named(member)
    return named or context.catalogue.get(_SPELLED.get(squashed(member), ""))


def _whole_node(node: Node, start: int) -> Node:
    """The expression around the name of a member that begins at ``start``."""
    while node.start_byte > start and node.parent is not None:
        node = node.parent
    return node


def _asked(node: Node) -> bool:
    """Whether a value is only matched against: the arm of a ``match``, a ``case``."""
    child, parent = node, node.parent
    for _ in range(_DEEP):
        if parent is None:
            return False
        if _ASKED.search(parent.type):
            value = parent.child_by_field_name("body") or parent.child_by_field_name("value")
            first = next(iter(parent.named_children), None)
            return parent.type != "switch_case" or (first is not None and first.id == child.id and value is None)
        if parent.type.endswith(("block", "body", "statement", "arguments", "declaration")):
            return False
        child, parent = parent, parent.parent
    return False
