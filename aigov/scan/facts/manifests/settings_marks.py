"""What settings say whatever the keys around it: permissions and resources of clouds, container images, what azd
deploys, connections that .NET Aspire names, features and commands of development containers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from aigov.catalogue.infrastructure import ResourceRules
from aigov.catalogue.settings_keys import settings_keys, squashed, words_of
from aigov.model import Scope
from aigov.scan.facts.manifests.container_rows import ContainerRows
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.permissions import permitted
from aigov.scan.facts.manifests.settings_values import address
from aigov.scan.facts.manifests.settings_words import about_ai, chooses, is_no_setting
from aigov.scan.facts.manifests.sql import read_statement
from aigov.scan.facts.manifests.variables import merge
from aigov.scan.files import Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

MARKS = re.compile(
    rb"\bspring[.:]|langchain4j|mcpServers|model_name_or_path|\bbase_model\b|\btext(?:2text)?-gen"
    rb"|template_format: semantic"
)
"""What a file may hold that configures AI and has no name of the catalogue in it."""
_AZURE = re.compile(r"(?:.*/)?azure\.ya?ml", re.IGNORECASE)
_DEVCONTAINER = re.compile(r"(?:.*/)?\.?devcontainer\.json", re.IGNORECASE)
_LIFECYCLE = frozenset(
    """initializeCommand onCreateCommand updateContentCommand postCreateCommand postStartCommand
    postAttachCommand""".split()  # noqa: SIM905 - a word list
)
"""https://containers.dev/implementors/json_reference/"""
_POINT = re.compile(r"(?:^|;)\s*Endpoint=([^;\s]+)", re.IGNORECASE)
_STATEMENT = re.compile(r"\b(?:select|insert|update|create|alter|call)\b", re.IGNORECASE)
"""What statements of SQL begin with, which tools of agents and jobs of data keep in their settings."""
_MOST_DEPTH = 40
_MANY = 40


def read_marks(path: str, root: Node, scope: Scope, catalogue: Catalogue, known: Iterable[Findings] = ()) -> Findings:
    """Uses that the strings of a tree are by themselves, but for those of entries that are ``known`` already."""
    rows = ContainerRows(path, "config", scope, catalogue)
    if _DEVCONTAINER.fullmatch(path):
        _devcontainer(root, rows)
    statements: list[Findings] = []
    rules = ResourceRules(catalogue.entries.values()) if _AZURE.fullmatch(path) else None
    for key, above, node in _strings(root):
        text = node.text() or ""
        if rules is not None and key == "type":
            for entry, _ in rules.of(f"azd:{text}"):
                rows.use(entry, node.line, text)
        elif squashed(above) == "connectionstrings":
            point = _POINT.search(text)
            found = address(catalogue, point[1]) if point is not None else None
            named = settings_keys(catalogue).store(key) or settings_keys(catalogue).named(key)
            told = (found[1] if found is not None else None) or named
            if told is not None:
                rows.use(told, node.line, f"{above}.{key}")
        elif (_names_image(key) or (key == "repository" and "/" in text)) and " " not in text:
            rows.image(text, node.line)
        elif chooses(key) and about_ai((above, key)) and (chosen := catalogue.get(text)) and chosen.kind == "framework":
            rows.use(chosen, node.line, f"{above}.{key}")  # [embedding] provider = "litellm"
        elif key == "$schema":
            rows.address(text, node.line)
        elif squashed(key) == "templateformat" and (format := catalogue.get(text)) is not None:
            rows.use(format, node.line, text)  # a prompt in the syntax of a framework
        elif " " in text and _STATEMENT.search(text):
            statements.append(read_statement(path, text, node.line + ("\n" in text), scope, catalogue))
        elif " " not in text and (owner := permitted(catalogue, text)) is not None:
            rows.use(owner, node.line, text)
    marks = merge([rows.findings(), *statements])
    names = {use.name for part in known for use in part.uses}
    return replace(marks, uses=tuple(use for use in marks.uses if use.name not in names))


def _strings(root: Node) -> Iterator[tuple[str, str, Node]]:
    """Every string with its key and the key above, but for prose, lists of what is refused, denials in policies.

    A list at the root, and one of very many, tells what there is rather than what is used here.
    """
    if isinstance(root.value, list):
        return
    stack: list[tuple[str, str, Node, int]] = [("", "", root, 0)]
    while stack:
        key, above, node, depth = stack.pop()
        if depth > _MOST_DEPTH:
            continue
        if isinstance(node.value, str):
            yield key, above, node
        elif isinstance(node.value, list) and len(node.value) <= _MANY:
            stack.extend((key, above, item, depth + 1) for item in reversed(node.value))
        elif isinstance(node.value, dict) and (node.text("Effect") or "").lower() != "deny":
            stack.extend(
                (name, key, member, depth + 1)
                for name, member in reversed(node.value.items())
                if _names_image(name) or not is_no_setting(name, member, frozenset())
            )


def _names_image(key: str) -> bool:
    """``image``, ``container_image``, ``imageUri``."""
    words = words_of(key)
    return words[-1:] == ("image",) or (words[-2:-1] == ("image",) and words[-1] in ("uri", "url", "name", "ref"))


def _devcontainer(root: Node, rows: ContainerRows) -> None:
    for name, member in root.members("features").items():
        entry = rows.image(name, member.line)
        for option in ("pull", "model", "models"):
            for model in (member.text(option) or "").split(",") if entry is not None else ():
                rows.model(entry, model.strip(), member.line)
    for key in sorted(_LIFECYCLE & root.members().keys()):
        member = root.members()[key]
        for one in (member, *member.members().values()):
            if text := one.text():
                rows.script(text, one.line)
            elif one.elements():
                rows.command([item.text() or "" for item in one.elements()], one.line, None)
