"""MCP client configurations: which servers an assistant or an agent of this repository starts or connects to.

Formats: ``mcpServers`` (Claude, Cursor, Windsurf, Cline, Gemini), ``servers`` (VS Code), ``mcp_servers`` (Codex).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from aigov.model import McpServer, Scope, Use
from aigov.scan.facts.manifests.commands import Fetched, fetched_by
from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.records import manifest_scope
from aigov.scan.facts.manifests.toml_nodes import parse_toml
from aigov.scan.facts.manifests.variables import Variable, host_of, merge, public_url, read_variables
from aigov.scan.files import Document, Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

KIND = "mcp-config"

_WANTED = re.compile(
    r"(?:.*/)?(?:\.?mcp(?:[._-](?:config|servers|settings))?\.json|claude_desktop_config\.json|cline_mcp_settings\.json"
    r"|\.(?:claude|gemini|qwen)/settings(?:\.local)?\.json|\.vscode/settings\.json|\.codex/config\.toml"
    r"|\.(?:claude|codex)-plugin/plugin\.json|\.amazonq/[\w-]+\.json|\.zed/settings\.json|opencode\.jsonc?)"
    r"(?:\.(?:template|example|sample))?",
    re.IGNORECASE,
)
_TABLES = (
    ("mcpServers",),
    ("servers",),
    ("mcp", "servers"),
    ("mcp_servers",),
    ("context_servers",),
    ("mcp", "mcpServers"),
    ("mcp",),
)


def wants(path: str) -> bool:
    """The files in which clients keep their servers."""
    return _WANTED.fullmatch(path) is not None


def read(document: Document, catalogue: Catalogue) -> Findings:
    """One row for each server, and a use of MCP; of environment variables the names alone.

    :raises SyntaxFault: not JSON (comments are allowed), or for Codex not TOML.
    """
    text = document.data.decode("utf-8", "replace")
    if not text.strip():
        return Findings()
    root = parse_toml(text) if document.path.endswith(".toml") else parse_json(text)
    return read_servers(document.path, root, catalogue)


def read_servers(path: str, root: Node, catalogue: Catalogue) -> Findings:
    """The servers of a configuration's tree, whatever else it configures."""
    scope = manifest_scope(path)
    found = merge(_server(path, name, node, scope, catalogue) for name, node in _servers(root))
    entry, pointer = catalogue.get("mcp"), root.get("mcpServers")
    if entry is not None and pointer is not None and pointer.text():
        # A plugin's manifest names the file that holds its servers.
        row = Use(file=path, line=pointer.line, name="mcp", kind=entry.kind, how="config", scope=scope)
        return merge([found, Findings(uses=(row,))])
    return found


def _servers(root: Node) -> Iterator[tuple[str, Node]]:
    for keys in _TABLES:
        for name, node in root.members(*keys).items():
            if node.get("command") or _url(node) or node.get("type"):
                yield name, node


def _url(node: Node) -> str | None:
    return next((url for key in ("url", "serverUrl", "httpUrl") if (url := node.text(key))), None)


def _server(path: str, name: str, node: Node, scope: Scope, catalogue: Catalogue) -> Findings:
    command = node.text("command")
    if command is None:
        # Zed: {"command": {"path": …, "args": […]}}; OpenCode: {"command": ["npx", "-y", …]}
        command = node.text("command", "path")
        arguments = node.elements("command", "args")
        listed = [item for item in node.elements("command") if isinstance(item.value, str)]
        if command is None and listed:
            command, arguments = str(listed[0].value), listed[1:]
    else:
        arguments = node.elements("args")
    words = [command or "", *(item.value for item in arguments if isinstance(item.value, str))]
    fetched = fetched_by(words) if command else None
    written = _url(node)
    url = public_url(written) if written else None
    environment = node.members("env") or node.members("environment")
    names = sorted({*environment, *_docker_variables(words)})
    server = McpServer(
        file=path,
        line=node.line,
        name=name,
        transport=_transport(command, written, node.text("type")),
        scope=scope,
        command=command.replace("\\", "/").rpartition("/")[2] if command else None,
        package=fetched.purl if fetched else None,
        version=fetched.version if fetched else None,
        pinned=fetched.pinned if fetched else "unresolved",
        url=url,
        env=tuple(names),
    )
    variables = [Variable(name=key, value=item.text() or "", line=item.line) for key, item in environment.items()]
    variables += [Variable(name=key, value="", line=node.line) for key in names if key not in environment]
    found = read_variables(path, variables, how="config", scope=scope, catalogue=catalogue)
    return merge(
        [Findings(mcp_servers=(server,), uses=tuple(_uses(path, node, scope, fetched, url, catalogue))), found]
    )


def _transport(command: str | None, url: str | None, stated: str | None) -> Literal["stdio", "http", "unknown"]:
    if command or stated in ("stdio", "local"):
        return "stdio"
    return "http" if url or stated in ("http", "sse", "streamable-http", "remote") else "unknown"


def _docker_variables(words: list[str]) -> Iterator[str]:
    """Names handed over with ``-e NAME`` or ``-e NAME=value``."""
    for flag, word in pairwise(words):
        if flag in ("-e", "--env"):
            yield word.partition("=")[0]


def _uses(
    path: str, node: Node, scope: Scope, fetched: Fetched | None, url: str | None, catalogue: Catalogue
) -> Iterator[Use]:
    entries = [entry] if (entry := catalogue.get("mcp")) else []
    if fetched is not None:
        entries += catalogue.package(fetched.purl)
        image = catalogue.image(fetched.image) if fetched.image else None
        entries += [image] if image else []
    if url and (hosted := catalogue.host(host_of(url)[0])):
        entries.append(hosted)
    for entry in {entry.id: entry for entry in entries}.values():
        yield Use(file=path, line=node.line, name=entry.id, kind=entry.kind, how="config", scope=scope)
