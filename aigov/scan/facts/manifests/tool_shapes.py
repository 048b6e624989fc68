"""Settings whose shape alone says which tool reads them, whatever the file is called: LiteLLM's, CrewAI's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from aigov.model import Scope, Use
from aigov.scan.facts.manifests.nodes import Node

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry


def tools_of(path: str, root: Node, scope: Scope, catalogue: Catalogue) -> Iterator[Use]:
    """Uses of the tools whose configuration the tree is."""
    for slug, line in _tools(root):
        entry = catalogue.get(slug)
        if entry is not None:
            yield _use(entry, path, line, scope)


def _tools(root: Node) -> Iterator[tuple[str, int]]:
    for key, shape in (("model_list", {"litellm_params"}), ("models", {"engine", "type"})):
        node = root.get(key)
        if node is not None and any(shape <= item.members().keys() for item in node.elements()):
            yield "litellm" if key == "model_list" else "nemo-guardrails", node.line
    for member in root.members().values():
        if {"role", "goal", "backstory"} <= member.members().keys():
            yield "crewai", member.line
            break


def _use(entry: Entry, path: str, line: int, scope: Scope) -> Use:
    return Use(file=path, line=line, name=entry.id, kind=entry.kind, how="config", scope=scope)
