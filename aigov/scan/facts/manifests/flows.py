"""Flows that a builder of flows exported, whatever the file is called: n8n, Flowise, Langflow, Dify.

Each is a graph whose nodes are typed: the type tells the provider, the settings of the node its model and address.
n8n: https://docs.n8n.io/workflows/export-import/; Flowise: ``nodes[].data.inputs``; Langflow:
https://docs.langflow.org/concepts-flows-import, ``data.nodes[].data.node.template``; Dify:
https://docs.dify.ai/en/guides/management/app-management, ``kind: app``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aigov.catalogue.settings_keys import SettingKeys, settings_keys, squashed
from aigov.model import McpServer, Scope
from aigov.scan.facts.manifests.agent_files import is_docker_agents, read_docker_agents
from aigov.scan.facts.manifests.collected import Collected
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.settings_values import address, model_of
from aigov.scan.facts.manifests.variables import merge, public_url
from aigov.scan.files import Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry

_N8N = re.compile(r"(?:@[\w-]+/)?n8n-nodes-(?P<package>[\w-]+)\.(?P<component>\w+)")
_ROLE = re.compile(r"^(?:lmChat|lm|chat|azureChat(?=OpenAI)|embeddings?|vectorStore|openAIEmbeddings)(?=[A-Z])")
_MEMORY = re.compile(r"memory", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:Chat|Cloud|Inference|Embeddings?|_LlamaIndex|Tool|Models?|Component|Search|API|LLM|VectorStore|Vector|Store|Hub)+$"
)
_NAMES = {
    "googlegenerativeai": "google-gemini",
    "googlegenai": "google-gemini",
    "googlepalm": "google-gemini",
    "tongyi": "dashscope",
    "wenxin": "baidu-ernie",
    "hunyuan": "tencent-hunyuan",
    "volcenginemaas": "volcengine-ark",
    "openaiapicompatible": "openai-compatible",
    "openailike": "openai-compatible",
    "ibmwatsonx": "watsonx",
    "azureaistudio": "azure-ai-foundry",
    "sagemaker": "aws-sagemaker",
}
"""What these tools call a provider, where no name of the catalogue is like it."""
_MODELS = frozenset(
    """model modelname modelid deploymentname deployment azuredeployment azureopenaiapideploymentname embeddingmodel
    name""".split()  # noqa: SIM905 - a word list
)
_ADDRESSES = frozenset(
    """baseurl basepath openaiapibase apibase endpoint azureendpoint ollamaurl apiendpoint url inferenceendpoint
    endpointurl""".split()  # noqa: SIM905 - a word list
)
_PROVIDERS = frozenset("provider agentllm modelprovider llmprovider embeddingprovider".split())  # noqa: SIM905
_BODY_MODEL = re.compile(r"""\\?["']model\\?["']\s*:\s*\\?["']([\w./:@-]+)\\?["']""")
_SERVES = frozenset(("provider", "model-host"))


@dataclass(frozen=True, slots=True)
class _Part:
    """One node of a flow."""

    component: str
    """Its type, or who serves its model, as the tool spells it."""
    line: int
    settings: Mapping[str, Node] = field(default_factory=dict)
    """By key without case and separators."""
    exact: bool = False
    """Whether the whole name must be a provider's: any node may have it."""


def read_flow(path: str, root: Node, scope: Scope, catalogue: Catalogue) -> Findings:
    """What the nodes of a flow reach, and what Docker's agents are given; nothing where the tree is neither."""
    if is_docker_agents(root):
        return read_docker_agents(path, root, scope, catalogue)
    collected = Collected(path, scope, catalogue)
    reader = _Reader(collected, catalogue)
    servers: list[McpServer] = []
    for slug, line in _tools(root):
        collected.use(catalogue.get(slug), line, None)
    for part in _parts(root):
        reader.part(part)
        if part.component in ("mcpClientTool", "mcpClient"):
            servers += _server(path, part, scope)
    return merge([collected.findings(), Findings(mcp_servers=tuple(servers))])


def _tools(root: Node) -> Iterator[tuple[str, int]]:
    nodes = root.get("nodes")
    if nodes is not None:
        if any("n8n-nodes-langchain." in (item.text("type") or "") for item in nodes.elements()):
            yield "n8n-langchain", nodes.line
        if any(_is_flowise(item) for item in nodes.elements()):
            yield "flowise", nodes.line
    nodes = root.get("data", "nodes")
    if nodes is not None and any(item.get("data", "node", "template") for item in nodes.elements()):
        yield "langflow", nodes.line
    app = root.get("app")
    if app is not None and root.text("kind") == "app" and app.text("mode"):
        yield "dify", app.line


def _is_flowise(item: Node) -> bool:
    return item.get("data", "inputAnchors") is not None or item.get("data", "inputParams") is not None


def _parts(root: Node) -> Iterator[_Part]:
    for item in root.elements("nodes"):
        named = item.get("type")
        if named is not None and (found := _N8N.fullmatch(named.text() or "")):
            settings = {**item.members("parameters"), **item.members("parameters", "options")}
            yield _Part(found["component"], named.line, _settings(settings), exact=found["package"] != "langchain")
        elif _is_flowise(item):
            yield from _flowise(item)
    for item in root.elements("nodesAccess"):  # credentials that n8n exports
        named = item.get("nodeType")
        if named is not None and (found := _N8N.fullmatch(named.text() or "")):
            yield _Part(found["component"], named.line, exact=found["package"] != "langchain")
    for item in root.elements("data", "nodes"):
        template, named = item.get("data", "node", "template"), item.get("data", "type")
        if template is not None and named is not None:
            yield _Part(named.text() or "", named.line, _settings(template.members()))
    if root.text("kind") == "app":
        yield from _dify(root)


def _settings(members: Mapping[str, Node]) -> dict[str, Node]:
    """Settings whose value may be wrapped: n8n's ``{"__rl": true, "value": …}``, Langflow's ``{"value": …}``."""
    found = {}
    for key, node in members.items():
        inner = node.get("value") or node
        listed = inner.elements()
        found[squashed(key)] = listed[0] if len(listed) == 1 and isinstance(listed[0].value, dict) else inner
    return found


def _flowise(item: Node) -> Iterator[_Part]:
    named, inputs = item.get("data", "name"), item.members("data", "inputs")
    if named is None:
        return
    yield _Part(named.text() or "", named.line, _settings(inputs))
    for key, config in inputs.items():
        chosen = inputs.get(key.removesuffix("Config"))  # agentModel beside agentModelConfig
        if key.endswith("ModelConfig") and chosen is not None and chosen.text():
            yield _Part(chosen.text() or "", chosen.line, _settings(config.members()))


def _dify(root: Node) -> Iterator[_Part]:
    stack = [root]
    while stack:
        node = stack.pop()
        stack.extend((*node.elements(), *node.members().values()))
        members = node.members()
        provider = members.get("provider") or members.get("reranking_provider_name")
        tool = members.get("provider_id")
        if provider is not None and (members.keys() & {"name", "model", "reranking_model_name"}):
            yield _Part((provider.text() or "").rpartition("/")[2], provider.line, _settings(members))
        elif tool is not None and node.text("provider_type") in ("builtin", "plugin"):
            yield _Part((tool.text() or "").rpartition("/")[2], tool.line, exact=True)


def _server(path: str, part: _Part, scope: Scope) -> Iterator[McpServer]:
    node = part.settings.get("endpointurl") or part.settings.get("sseendpoint")
    url = public_url(node.text() or "") if node is not None else None
    if url is not None:
        yield McpServer(file=path, line=part.line, name=part.component, transport="http", scope=scope, url=url)


class _Reader:
    def __init__(self, collected: Collected, catalogue: Catalogue) -> None:
        self._collected, self._catalogue = collected, catalogue
        self._keys: SettingKeys = settings_keys(catalogue)

    def part(self, part: _Part) -> None:
        """Note what one node uses."""
        entry, line = self._entry(part.component, exact=part.exact), part.line
        if entry is None and part.component.startswith("mcpClient"):
            entry = self._catalogue.get("mcp")
        for key, node in part.settings.items():
            if key in _PROVIDERS and node.text() and (chosen := self._entry(node.text() or "")) is not None:
                entry, line = chosen, node.line
        model = next((node for key, node in part.settings.items() if key in _MODELS and node.members()), None)
        if model is not None and (chosen := self._entry(model.text("provider") or "")) is not None:
            entry, line = chosen, model.line  # Langflow: {"name": …, "provider": …}
        for key, node in part.settings.items():
            value = node.text()
            if key in _ADDRESSES and value and (found := address(self._catalogue, value)) is not None:
                if entry is None and found[1] is None:
                    continue
                entry = self._collected.url(value, node.line, entry)
        self._collected.use(entry, line, part.component)
        if entry is not None and entry.kind in _SERVES:
            self._models(part, entry)

    def _models(self, part: _Part, entry: Entry) -> None:
        for key, node in part.settings.items():
            value = node.text() or node.text("name")
            if key in _MODELS and value:
                named = model_of(self._catalogue, value.removeprefix("models/"), entry, free=True)
                if named is not None:
                    self._collected.model(named.model, node.line, entry)
            elif key in ("jsonbody", "body") and value:
                for found in _BODY_MODEL.finditer(value):
                    self._collected.model(found[1], node.line, entry)

    def _entry(self, name: str, *, exact: bool = False) -> Entry | None:
        """Who is reached by a component of this name: ``lmChatOpenAi``, ``AzureOpenAIModel``, ``Google PaLM``."""
        name = re.sub(r"\s+", "", name)
        if exact:
            return self._keys.named(name)
        stripped = _ROLE.sub("", name)
        for text in (name, stripped, _TAIL.sub("", stripped)):
            found = self._keys.named(text) or self._catalogue.get(_NAMES.get(squashed(text), ""))
            if found is None and _MEMORY.search(name) is None:
                found = self._keys.store(text)
            if found is not None:
                return found
        return self._catalogue.get("azure-openai") if name.lower().startswith("azurechatopenai") else None
