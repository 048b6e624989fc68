"""Settings whose shape alone says which tool reads them, whatever the file is called: LiteLLM's, a flow of n8n."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aigov.catalogue.settings_keys import settings_keys
from aigov.model import Scope, Use
from aigov.scan.facts.manifests.nodes import Node

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry

_N8N = re.compile(r"(?:@n8n/)?n8n-nodes-langchain\.(\w+)")
_ROLE = re.compile(r"^(?:lmChat|lm|chat|azureChat(?=OpenAI)|embeddings?|vectorStore|memory|openAIEmbeddings)(?=[A-Z])")
_TAIL = re.compile(r"(?:Chat|Cloud|Inference|Embeddings?|_LlamaIndex|Tool|Model)+$")


def tools_of(path: str, root: Node, scope: Scope, catalogue: Catalogue) -> Iterator[Use]:
    """Uses of the tools whose configuration the tree is, and of the providers that its typed nodes reach."""
    for slug, line in _tools(root):
        entry = catalogue.get(slug)
        if entry is not None:
            yield _use(entry, path, line, scope)
    for name, line in _typed(root):
        bare = _TAIL.sub("", _ROLE.sub("", name))
        keys = settings_keys(catalogue)
        found = next((one for text in (name, bare) if (one := keys.named(text) or keys.store(text))), None)
        if found is None and name.lower().startswith("azurechatopenai"):
            found = catalogue.get("azure-openai")
        if found is not None:
            yield _use(found, path, line, scope)


def _tools(root: Node) -> Iterator[tuple[str, int]]:
    for key, shape in (("model_list", {"litellm_params"}), ("models", {"engine", "type"})):
        node = root.get(key)
        if node is not None and any(shape <= item.members().keys() for item in node.elements()):
            yield "litellm" if key == "model_list" else "nemo-guardrails", node.line
    nodes = root.get("nodes")
    if nodes is not None:
        if any(_N8N.fullmatch(item.text("type") or "") for item in nodes.elements()):
            yield "n8n-langchain", nodes.line
        if any(item.get("data", "inputAnchors") or item.get("data", "inputParams") for item in nodes.elements()):
            yield "flowise", nodes.line
    app = root.get("app")
    if app is not None and root.text("kind") == "app" and app.text("mode"):
        yield "dify", app.line
    for member in root.members().values():
        if {"role", "goal", "backstory"} <= member.members().keys():
            yield "crewai", member.line
            break


def _typed(root: Node) -> Iterator[tuple[str, int]]:
    """What the nodes of an exported flow are: the last part of n8n's types, Flowise's names."""
    for item in root.elements("nodes"):
        named = item.get("type")
        if named is not None and (found := _N8N.fullmatch(named.text() or "")):
            yield found[1], named.line
        data = item.get("data", "name")
        if data is not None and data.text() and item.get("data", "inputParams"):
            yield data.text() or "", data.line


def _use(entry: Entry, path: str, line: int, scope: Scope) -> Use:
    return Use(file=path, line=line, name=entry.id, kind=entry.kind, how="config", scope=scope)
