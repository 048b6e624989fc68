"""Settings whose shape alone says which tool reads them, whatever the file is called: LiteLLM's, CrewAI's, Haystack's,
the plugins of an Expo app."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from aigov.catalogue.agent_rules import load_agent_rules
from aigov.model import Scope, Unresolved, Use
from aigov.scan.facts.manifests.nodes import Node, walk
from aigov.scan.facts.manifests.variables import merge
from aigov.scan.files import CALLBACKS, Findings, Switch

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry


def tools_of(path: str, root: Node, scope: Scope, catalogue: Catalogue) -> Findings:
    """Uses of the tools whose configuration the tree is, and the observers that it switches on."""
    entries = [(catalogue.get(slug), line) for slug, line in _tools(root)]
    uses = [_use(entry, path, line, scope) for entry, line in entries if entry is not None]
    uses += _expo_plugins(path, root, scope, catalogue)
    found = Findings(uses=tuple(uses), switches=tuple(_callbacks(path, root, scope)))
    return merge([found, _wildcards(path, root, scope, catalogue)])


def _wildcards(path: str, root: Node, scope: Scope, catalogue: Catalogue) -> Findings:
    """Providers of which LiteLLM's proxy offers every model: ``model: "openrouter/*"``
    (https://docs.litellm.ai/docs/wildcard_routing)."""
    uses, unresolved = [], []
    for item in root.elements("model_list"):
        model = item.get("litellm_params", "model")
        spelled = model.text() if model is not None else None
        entry = catalogue.route(spelled)[0] if spelled and spelled.endswith("/*") else None
        if entry is None or model is None:
            continue
        uses.append(replace(_use(entry, path, model.line, scope), symbol=spelled))
        unresolved.append(
            Unresolved(
                file=path,
                line=model.line,
                what="model",
                name=entry.id,
                reason="whoever calls names any model of the provider",
                scope=scope,
                symbol=spelled,
            )
        )
    return Findings(uses=tuple(uses), unresolved=tuple(unresolved))


def _callbacks(path: str, root: Node, scope: Scope) -> Iterator[Switch]:
    """The observers to which LiteLLM's proxy copies calls (https://docs.litellm.ai/docs/proxy/logging)."""
    settings = root.members("litellm_settings")
    kept = settings.get("turn_off_message_logging")
    for key in sorted(CALLBACKS & settings.keys()):
        for item in settings[key].elements() or [settings[key]]:
            for rule in load_agent_rules().observers if item.text() else ():
                if item.text() in rule.litellm:
                    switch = Switch(
                        file=path,
                        line=item.line,
                        observer=rule.name,
                        variable=key,
                        on=True,
                        scope=scope,
                        how="callback",
                    )
                    yield switch
                    if kept is not None and kept.value is True:
                        yield replace(switch, on=False)


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
    yield from _vector_fields(root)
    for member in root.members().values():
        if {"role", "goal", "backstory"} <= member.members().keys():
            yield "crewai", member.line
            break


_VECTOR_FIELDS = {"dense_vector": "elasticsearch-vector", "knn_vector": "opensearch-vector"}


def _vector_fields(root: Node) -> Iterator[tuple[str, int]]:
    """Fields for vectors in the mapping of an index, of a template of indexes, or of several by name."""
    for table in (root, root.get("template"), *root.members().values()):
        mappings = table.get("mappings") if table is not None else None
        for keys, scalar in walk(mappings) if mappings is not None else ():
            if keys[-1:] == ("type",) and (slug := _VECTOR_FIELDS.get(scalar.text() or "")):
                yield slug, scalar.line
                break


def _use(entry: Entry, path: str, line: int, scope: Scope) -> Use:
    return Use(file=path, line=line, name=entry.id, kind=entry.kind, how="config", scope=scope)
