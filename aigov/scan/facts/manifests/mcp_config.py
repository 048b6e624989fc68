"""MCP client configurations: which servers an assistant or an agent of this repository starts or connects to.

Read are ``mcpServers`` as a table (Claude, Cursor, Windsurf, Cline, Roo, Gemini CLI, Amazon Q, Kiro, LM Studio, Junie,
LibreChat) and as a list (Continue), ``servers`` (VS Code), ``mcp_servers`` (Codex, LiteLLM), ``context_servers`` (Zed),
``mcp`` (OpenCode, Crush), ``extensions`` (goose), connections of Spring AI and Quarkus; and mcp_published.py's files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aigov.model import Use
from aigov.scan.facts.manifests import mcp_published
from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.mcp_entries import is_server, read_entry
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.records import manifest_scope
from aigov.scan.facts.manifests.toml_nodes import parse_toml
from aigov.scan.facts.manifests.variables import merge
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml
from aigov.scan.files import Document, Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

KIND = "mcp-config"

_WANTED = re.compile(
    r"(?:.*/)?(?:\.?mcp(?:[._-](?:config|servers|settings))?\.json|claude_desktop_config\.json|cline_mcp_settings\.json"
    r"|\.(?:claude|gemini|qwen)/settings(?:\.local)?\.json|\.vscode/settings\.json|[^/]+\.code-workspace"
    r"|\.codex/config\.toml|\.(?:claude|codex)-plugin/(?:plugin|marketplace)\.json|\.amazonq/[\w-]+\.json"
    r"|\.zed/settings\.json|opencode\.jsonc?|\.?crush\.json|smithery\.ya?ml|manifest\.json"
    r"|\.mcp/server\.json"
    r"|\.continue/mcpServers/[^/]+\.ya?ml)"
    r"(?:\.(?:template|example|sample))?",
    re.IGNORECASE,
)
_ANYWHERE = (
    ("mcpServers",),
    ("mcp_servers",),
    ("context_servers",),
    ("mcp", "servers"),
    ("mcp", "mcpServers"),
    ("amp.mcpServers",),
    ("settings", "mcp", "servers"),
    ("customizations", "vscode", "mcp", "servers"),
    ("spring", "ai", "mcp", "client", "stdio", "connections"),
    ("spring", "ai", "mcp", "client", "sse", "connections"),
    ("spring", "ai", "mcp", "client", "streamable-http", "connections"),
    ("quarkus", "langchain4j", "mcp"),
)
"""Keys that mean MCP in any file."""
_BY_NAME = (*_ANYWHERE, ("servers",), ("mcp",))
"""Keys that mean it in files that are called as clients call them."""
_HOLDS = re.compile(
    rb"mcp_?[sS]ervers|context_servers|modelcontextprotocol|mcp_config|\bmcp[\"']?\s*:|\bmcp\.[a-z]|startCommand"
    rb"|[\"']?type[\"']?\s*:\s*[\"']?(?:stdio|streamable_http|poci|server)\b"
)
"""What the bytes of a file hold that can list servers, whatever it is called."""
_RARE = (b"mcp", b"stdio", b"streamable_http", b"\nregistry:")
_GOOSE_KINDS = frozenset(("stdio", "sse", "streamable_http"))


def wants(path: str) -> bool:
    """The files in which clients keep their servers."""
    return _WANTED.fullmatch(path) is not None


def read(document: Document, catalogue: Catalogue) -> Findings:
    """One row for each server, and a use of MCP; of environment variables the names alone.

    :raises SyntaxFault: not JSON (comments are allowed), YAML or TOML, as the file's name says.
    """
    text = document.data.decode("utf-8", "replace")
    name = re.sub(r"\.(?:template|example|sample)$", "", document.path.lower())
    if not text.strip() or (name.endswith(("manifest.json", ".code-workspace")) and "mcp" not in text):
        return Findings()
    if name.endswith((".yml", ".yaml")):
        return merge(read_servers(document.path, root, catalogue, named=True) for root in parse_yaml(text))
    root = parse_toml(text) if name.endswith(".toml") else parse_json(text)
    return read_servers(document.path, root, catalogue, named=not name.endswith("manifest.json"))


def may_hold(data: bytes) -> bool:
    """Whether settings of any name can list servers."""
    return any(word in data for word in _RARE) and _HOLDS.search(data) is not None


def read_servers(path: str, root: Node, catalogue: Catalogue, *, named: bool = False) -> Findings:
    """The servers of a configuration's tree, whatever else it configures.

    :param named: whether the file is called as clients call theirs, so that ``servers`` alone means those of MCP.
    """
    scope = manifest_scope(path)
    found = merge(
        [
            *(read_entry(path, name, node, scope, catalogue) for name, node in _servers(root, named)),
            *mcp_published.read(path, root, scope, catalogue),
        ]
    )
    entry, pointer = catalogue.get("mcp"), root.get("mcpServers")
    if entry is not None and pointer is not None and pointer.text():
        # A plugin's manifest names the file that holds its servers.
        row = Use(file=path, line=pointer.line, name="mcp", kind=entry.kind, how="config", scope=scope)
        return merge([found, Findings(uses=(row,))])
    return found


def _servers(root: Node, named: bool) -> Iterator[tuple[str, Node]]:
    for keys in _BY_NAME if named else _ANYWHERE:
        for name, node in root.members(*keys).items():
            if is_server(node):
                yield name, node
    for node in root.elements("mcpServers"):
        title = node.text("name")
        if title and is_server(node):
            yield title, node
    for plugin in root.elements("plugins"):
        for name, node in plugin.members("mcpServers").items():
            if is_server(node):
                yield name, node
    yield from _extensions(root)
    recipe = root.get("recipe")
    if recipe is not None:
        yield from _extensions(recipe)


def _extensions(root: Node) -> Iterator[tuple[str, Node]]:
    """goose: a table in its configuration, a list in recipes (https://goose-docs.ai/docs/guides/recipes/recipe-reference).
    What is built in is no server of its own."""
    for name, held in root.members("extensions").items():
        node = held.get("config") or held
        if node.text("type") in _GOOSE_KINDS and is_server(node):
            yield name, Node(node.value, held.line)
    for node in root.elements("extensions"):
        title = node.text("name")
        if title and node.text("type") in _GOOSE_KINDS and is_server(node):
            yield title, node
