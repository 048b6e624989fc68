"""Settings whose shape alone says which tool reads them, whatever the file is called: LiteLLM's, CrewAI's, Haystack's,
the plugins of an Expo app."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
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
    yield from _expo_plugins(path, root, scope, catalogue)


def _expo_plugins(path: str, root: Node, scope: Scope, catalogue: Catalogue) -> Iterator[Use]:
    """Packages that change an app while it is built (https://docs.expo.dev/config-plugins/introduction/): by name, or
    with what they are given."""
    seen: set[str] = set()
    for plugin in root.elements("expo", "plugins"):
        named = plugin.text() or next((first.text() for first in plugin.elements()), None)
        purl = f"pkg:npm/{named.replace('@', '%40')}" if named and not named.startswith(".") else ""
        for entry in catalogue.package(purl) if purl else ():
            if entry.id not in seen:
                seen.add(entry.id)
                yield replace(_use(entry, path, plugin.line, scope), package=purl, symbol=named)


def _tools(root: Node) -> Iterator[tuple[str, int]]:
    for key, shape in (("model_list", {"litellm_params"}), ("models", {"engine", "type"})):
        node = root.get(key)
        if node is not None and any(shape <= item.members().keys() for item in node.elements()):
            yield "litellm" if key == "model_list" else "nemo-guardrails", node.line
    nodes = root.elements("components")
    if any(part.elements("nodes") for part in root.elements("pipelines")) and any(
        part.text("type") and part.text("name") for part in nodes
    ):
        yield "haystack", nodes[0].line  # https://docs.haystack.deepset.ai/v1.26/docs/pipelines, as YAML
    for member in root.members().values():
        if {"role", "goal", "backstory"} <= member.members().keys():
            yield "crewai", member.line
            break


def _use(entry: Entry, path: str, line: int, scope: Scope) -> Use:
    return Use(file=path, line=line, name=entry.id, kind=entry.kind, how="config", scope=scope)
