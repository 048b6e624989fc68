"""Files whose very name and shape say which AI tool they configure: its use, and what its settings name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aigov.model import ModelUse, Scope, Unresolved, Use
from aigov.scan.facts.manifests import assistants, mcp_config
from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.nodes import Node, walk
from aigov.scan.facts.manifests.records import manifest_scope
from aigov.scan.facts.manifests.settings import read_trees
from aigov.scan.facts.manifests.settings_values import is_known, model_of
from aigov.scan.facts.manifests.toml_nodes import parse_toml
from aigov.scan.facts.manifests.variables import merge
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml
from aigov.scan.files import Document, Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

KIND = "tool-config"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tool:
    """One kind of configuration file."""

    names: str
    """Regex of the whole path."""
    slug: str
    keys: tuple[str, ...] = ()
    """Keys of which one must stand at the top; empty where the name alone tells."""
    scope: Scope | None = None
    """``build`` for what helps to write the program and is no part of it."""


_TOOLS = (
    _Tool(names=r"langgraph\.json", slug="langgraph", keys=("graphs",)),
    _Tool(names=r"promptfooconfig[\w.-]*\.(?:ya?ml|json)", slug="promptfoo", keys=("providers", "prompts", "targets")),
    _Tool(names=r"OAI_CONFIG_LIST(?:[._-]\w+)*(?:\.json)?", slug="autogen"),
    _Tool(names=r"\.aider\.conf\.ya?ml", slug="aider", scope="build"),
    _Tool(names=r"\.codex/config\.toml", slug="codex-cli", scope="build"),
    _Tool(names=r"\.?opencode\.jsonc?", slug="opencode", scope="build"),
    _Tool(names=r"\.coderabbit\.ya?ml", slug="coderabbit", scope="build"),
    _Tool(names=r"\.claude/settings(?:\.local)?\.json", slug="claude-code", scope="build"),
    _Tool(names=r"wrangler\.(?:toml|jsonc?)", slug="cloudflare-workers-ai", keys=("ai",)),
    _Tool(names=r"wrangler\.(?:toml|jsonc?)", slug="cloudflare-vectorize", keys=("vectorize",)),
)
_COMPILED = tuple((re.compile(rf"(?:.*/)?{tool.names}"), tool) for tool in _TOOLS)
_MODELFILE = re.compile(r"(?:.*[/._-])?modelfile(?:[._-][\w.-]+)?", re.IGNORECASE)
_FROM = re.compile(r"^[ \t]*FROM[ \t]+(\S+)", re.MULTILINE | re.IGNORECASE)
_FRONT = re.compile(r"\s*---[ \t]*\r?\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_BY_DEPLOYMENT = "azure-openai"
_PROMPTFOO = re.compile(
    r"([\w-]+):(?:(?:chat|completion|embeddings?|messages|responses|image|moderation|realtime|assistant|inference"
    r"|text-generation|text-classification|token-classification|feature-extraction|sentence-similarity):)?(.+)"
)


def wants(path: str) -> bool:
    """The files of the table, Ollama's Modelfiles, and prompts with settings in front (``*.prompt``, ``*.prompty``)."""
    name = path.rpartition("/")[2]
    if name.endswith((".prompt", ".prompty")):
        return True
    if _MODELFILE.fullmatch(name):
        return not name.endswith((".py", ".md", ".ts", ".js", ".go", ".java", ".rs"))
    return any(pattern.fullmatch(path) for pattern, _ in _COMPILED) or assistants.configures(path)


def read(document: Document, catalogue: Catalogue) -> Findings:
    """A use of the tool, and the models, providers and servers that its settings name.

    :raises SyntaxFault: not JSON, YAML or TOML, where the file must be.
    """
    path, text = document.path, document.data.decode("utf-8", "replace")
    if path.endswith((".prompt", ".prompty")):
        front = _FRONT.match(text)
        roots = parse_yaml("\n" * text[: front.start(1)].count("\n") + front[1]) if front else []
        found = [read_trees(path, roots, catalogue, how="config", scope=manifest_scope(path))]
        return merge([*found, *(_prompty(path, root, catalogue) for root in roots)])
    if _MODELFILE.fullmatch(path.rpartition("/")[2]):
        return _modelfile(path, text, catalogue)
    roots = _parse(path, text) if text.strip() else []
    tools = [tool for pattern, tool in _COMPILED if pattern.fullmatch(path)]
    scope = next((tool.scope for tool in tools if tool.scope), None) or manifest_scope(path)
    if assistants.configures(path):
        scope = "build" if scope == "app" else scope
    rows = [use for tool in tools for use in _use(tool, path, roots, scope, catalogue)]
    found = [Findings(uses=tuple(rows)), read_trees(path, roots, catalogue, how="config", scope=scope)]
    if tools and tools[0].slug == "promptfoo" and rows:
        found.append(_promptfoo(path, roots, scope, catalogue))
    if tools and tools[0].slug == "langgraph" and rows:
        found += [_store(path, root, scope, catalogue) for root in roots]
    tables = [root for root in roots if isinstance(root.value, dict)]
    if assistants.configures(path):
        found += [assistants.read_models(path, root, scope, catalogue) for root in tables]
    found += [mcp_config.read_servers(path, root, catalogue, named=mcp_config.wants(path)) for root in tables]
    return merge(found)


def _parse(path: str, text: str) -> list[Node]:
    if path.endswith(".toml"):
        return [parse_toml(text)]
    return parse_yaml(text) if path.endswith((".yml", ".yaml")) else [parse_json(text)]


def _use(tool: _Tool, path: str, roots: list[Node], scope: Scope, catalogue: Catalogue) -> Iterator[Use]:
    entry = catalogue.get(tool.slug)
    lines = [node.line for root in roots for key in tool.keys if (node := root.get(key)) is not None]
    if entry is not None and (lines or not tool.keys):
        line = min(lines, default=1)
        yield Use(file=path, line=line, name=tool.slug, kind=entry.kind, how="config", scope=scope)


def _store(path: str, root: Node, scope: Scope, catalogue: Catalogue) -> Findings:
    """Who embeds what LangGraph's store keeps: ``store.index.embed``, ``openai:text-embedding-3-small`` or a function
    of the program (https://docs.langchain.com/langsmith/semantic-search)."""
    node: Node | None = root
    for key in ("store", "index", "embed"):
        node = node.get(key) if node is not None else None
    value = node.text() if node is not None else None
    provider, model = catalogue.route(value) if value else (None, "")
    if node is None or provider is None or provider.kind not in ("provider", "model-host"):
        return Findings()
    use = Use(file=path, line=node.line, name=provider.id, kind=provider.kind, how="config", scope=scope)
    return Findings(uses=(use,), models=(_model(path, node.line, model, provider.id, scope, catalogue),))


_PROMPTY_TYPES = {
    "azure_openai": "azure-openai",
    "azure_openai_beta": "azure-openai",
    "openai": "openai",
    "azure_serverless": "azure-ai-foundry",
    "serverless": "azure-ai-foundry",
    "hugging_face": "huggingface",
}
"""https://github.com/microsoft/prompty/blob/main/Prompty.yaml, ``model.configuration.type``."""


def _prompty(path: str, root: Node, catalogue: Catalogue) -> Findings:
    """Who runs a prompt, which Prompty's settings say even where they name a deployment only."""
    model = root.get("model")
    settings = model.get("configuration") if model is not None else None
    kind = settings.get("type") if settings is not None else None
    entry = catalogue.get(_PROMPTY_TYPES.get((kind.text() or "").lower(), "")) if kind is not None else None
    if entry is None or kind is None:
        return Findings()
    scope = manifest_scope(path)
    use = Use(file=path, line=kind.line, name=entry.id, kind=entry.kind, how="config", scope=scope, symbol="type")
    return Findings(uses=(use,))


def _modelfile(path: str, text: str, catalogue: Catalogue) -> Findings:
    """Ollama's Modelfile (https://docs.ollama.com/modelfile): the model that it builds upon."""
    entry, base = catalogue.get("ollama"), _FROM.search(text)
    if entry is None or base is None:
        return Findings()
    line, scope = text.count("\n", 0, base.start(1)) + 1, manifest_scope(path)
    use = Use(file=path, line=line, name=entry.id, kind=entry.kind, how="config", scope=scope)
    local = base[1].startswith((".", "/", "~")) or base[1].lower().endswith((".gguf", ".bin", ".safetensors"))
    found = None if local else model_of(catalogue, base[1], entry, free=True)
    models = () if found is None else (_model(path, line, found.model, entry.id, scope, catalogue),)
    return Findings(uses=(use,), models=models)


def _promptfoo(path: str, roots: list[Node], scope: Scope, catalogue: Catalogue) -> Findings:
    """``openai:chat:gpt-4o``, as a string, as ``id``, or as the key of its options."""
    models: list[ModelUse] = []
    uses: list[Use] = []
    unresolved: list[Unresolved] = []
    for root in roots:
        named_ids = [found for key in ("providers", "targets") for found in _ids(root.get(key))]
        for key in ("defaultTest", "tests", "scenarios", "redteam"):
            named_ids += _judges(root.get(key))
        for value, line in named_ids:
            named = _PROMPTFOO.fullmatch(value)
            routed = catalogue.route(f"{named[1]}:{named[2]}") if named else (None, "")
            provider = routed[0] or (catalogue.get(named[1]) if named else None)
            if named is None or provider is None or provider.kind not in ("provider", "model-host"):
                continue
            if provider.id == _BY_DEPLOYMENT and not is_known(catalogue, named[2]):
                uses.append(Use(file=path, line=line, name=provider.id, kind=provider.kind, how="config", scope=scope))
                unresolved.append(
                    Unresolved(
                        file=path,
                        line=line,
                        what="model",
                        name=provider.id,
                        reason=f"the deployment {named[2]} decides it",
                        scope=scope,
                    )
                )
                continue
            models.append(_model(path, line, named[2], provider.id, scope, catalogue))
            uses.append(Use(file=path, line=line, name=provider.id, kind=provider.kind, how="config", scope=scope))
    return Findings(uses=tuple(uses), models=tuple(models), unresolved=tuple(unresolved))


def _ids(node: Node | None) -> Iterator[tuple[str, int]]:
    if node is None:
        return
    for keys, scalar in walk(node):
        if isinstance(scalar.value, str) and (not keys or keys[-1] in ("[]", "id", "provider")):
            yield scalar.value, scalar.line
    for item in node.elements():
        for key, member in item.members().items():
            if ":" in key:
                yield key, member.line


def _judges(node: Node | None) -> Iterator[tuple[str, int]]:
    """Who grades the answers: ``provider`` of an assertion (https://www.promptfoo.dev/docs/configuration/expected-outputs/
    model-graded/), of the default test, of a red team, also apart for texts and embeddings."""
    for keys, scalar in walk(node) if node is not None else ():
        last = next((index for index, key in enumerate(keys) if key == "provider"), None)
        if last is None or "vars" in keys[:last] or not isinstance(scalar.value, str):
            continue
        if all(key in ("text", "embedding", "classification", "moderation", "id") for key in keys[last + 1 :]):
            yield scalar.value, scalar.line


def _model(path: str, line: int, model: str, provider: str, scope: Scope, catalogue: Catalogue) -> ModelUse:
    return ModelUse(
        file=path,
        line=line,
        model=model,
        provider=provider,
        how="config",
        scope=scope,
        publisher=catalogue.publisher(provider, model),
        pinned=catalogue.pinned(provider, model),
    )
