"""MCP servers that code starts or calls.

Started: ``{"command": "npx", "args": […]}``, ``StdioServerParameters(command=…)``, ``Command = "npx"``,
``ServerParameters.builder("npx").args(…)``, ``command(List.of("npx", …))``. Called: transports of the SDKs with their
address, and tables that name one: ``{"type": "mcp", "server_url": "https://…"}``, ``{"transport": "sse", "url": …}``.
"""

from __future__ import annotations

import re

from aigov.model import McpServer
from aigov.scan import arguments
from aigov.scan.context import Context
from aigov.scan.endpoints import read_url
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.engine import Text as Literal
from aigov.scan.facts.manifests.commands import fetched_by
from aigov.scan.facts.positions import position_of
from aigov.scan.facts.types import CallExpr, Constant, Expr, Table
from aigov.scan.notes import note_missing, symbol_of
from aigov.scan.values import ListValue, Made, NotKnown, Place, Symbol, TableValue, Text, Values, spelled

RUNNERS = frozenset(("npx", "uvx", "uv", "docker", "podman", "bunx", "pnpx", "pnpm", "yarn", "bun", "pipx"))
_RUNNER = re.compile(rb"[\"'`](?:" + "|".join(sorted(RUNNERS)).encode() + rb")[\"'`]")
_MAX_STEPS = 8
NAMES = ("name", "Name", "key", "server_label", "serverLabel", "tool_config.server_label")
_ARGUMENTS = ("args", "Arguments")
_ENVIRONMENTS = ("env", "EnvironmentVariables", "environment")
_ADDRESS = re.compile(rb"[\"'`]https?://")
REMOTE_KINDS = frozenset(
    ("url", "http", "sse", "streamable_http", "streamable-http", "streamableHttp", "remote", "mcp")
)
_LISTS = ("mcp_servers", "mcpServers", "servers", "tools")
"""Keys of lists, which name none of the servers in them."""
UNNAMED = "unnamed"
"""What a server is called of which neither name nor address is known."""
_PARAMETERS = ("url", "#0")
_TRANSPORTS: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {
    "python": {
        "streamablehttp_client": ("mcp.", ("#0", "url")),
        "streamable_http_client": ("mcp.", ("#0", "url")),
        "sse_client": ("mcp.", ("#0", "url")),
        "MCPServerStreamableHttp": ("agents.mcp", ("params.url",)),
        "MCPServerSse": ("agents.mcp", ("params.url",)),
        "HostedMCPTool": ("agents.", ("tool_config.server_url",)),
        "MCPServerStreamableHTTP": ("pydantic_ai.mcp", _PARAMETERS),
        "MCPServerSSE": ("pydantic_ai.mcp", _PARAMETERS),
        "MCPServerHTTP": ("pydantic_ai.mcp", _PARAMETERS),
        "StreamableHTTPConnectionParams": ("google.adk", ("url",)),
        "SseConnectionParams": ("google.adk", ("url",)),
        "StreamableHttpServerParams": ("autogen_ext", ("url",)),
        "SseServerParams": ("autogen_ext", ("url",)),
        "MCPStreamableHTTPTool": ("agent_framework", ("url", "#1")),
        "MCPTool": ("azure.ai", ("server_url",)),
        "McpTool": ("azure.ai", ("server_url",)),
        "BasicMCPClient": ("llama_index.tools.mcp", ("#0", "command_or_url")),
        "StreamableHttpTransport": ("fastmcp", _PARAMETERS),
        "SSETransport": ("fastmcp", _PARAMETERS),
        "Client": ("fastmcp", ("#0",)),
    },
    "javascript": {
        "StreamableHTTPClientTransport": ("@modelcontextprotocol/", ("#0", "#0.#0")),
        "SSEClientTransport": ("@modelcontextprotocol/", ("#0", "#0.#0")),
        "MCPServerStreamableHttp": ("@openai/agents", ("url", "#0.url")),
        "MCPServerSSE": ("@openai/agents", ("url", "#0.url")),
        "hostedMcpTool": ("@openai/agents", ("serverUrl", "#0.serverUrl")),
        "createMCPClient": ("ai", ("transport.url", "#0.transport.url")),
        "experimental_createMCPClient": ("ai", ("transport.url", "#0.transport.url")),
    },
    "csharp": {
        "HttpClientTransportOptions": ("ModelContextProtocol", ("Endpoint",)),
        "SseClientTransportOptions": ("ModelContextProtocol", ("Endpoint",)),
    },
    "java": {
        "builder": ("Transport", ("#0", "url", "sseUrl")),
        "Builder": ("McpTransport", ("url", "sseUrl")),
        "HttpClientSseClientTransport": ("io.modelcontextprotocol", ("#0",)),
        "StreamableHttpClientTransport": ("io.modelcontextprotocol", ("url", "#1")),
        "SseClientTransport": ("io.modelcontextprotocol", ("urlString", "#1")),
    },
}
"""Transports by what is called: a part of its qualified name, and the arguments that hold the address."""


def detect_servers(context: Context, facts: FileFacts, data: bytes) -> None:
    """Every server of one file that a package runner starts."""
    entry = context.catalogue.get("mcp")
    texts, _ = facts.strings_at(match.span() for match in _RUNNER.finditer(data))
    for text in texts if entry is not None else ():
        if text.value not in RUNNERS:
            continue
        place = Place(facts, facts.scope_at(text.offset))
        holder = _holder(facts, text)
        words = _words(context, facts, text, holder, place) if holder is not None else []
        fetched = fetched_by(words) if words else None
        if fetched is None or holder is None:
            continue
        entries = {found.id: found for found in context.catalogue.package(fetched.purl)}
        named = "mcp" in fetched.purl.lower() or "modelcontextprotocol" in fetched.purl
        if not named and "mcp" not in entries:
            continue
        told = (name for key in NAMES for name in _texts(context, holder, key, place))
        name = next(told, fetched.purl.rpartition("/")[2])
        context.rows.server(
            McpServer(
                file=facts.path,
                line=text.line,
                name=name,
                transport="stdio",
                scope=context.scope(facts.path),
                command=text.value,
                package=fetched.purl,
                version=fetched.version,
                pinned=fetched.pinned,
                env=tuple(sorted(_keys(context, holder, place))),
            )
        )
        for found in {**entries, "mcp": entry}.values():
            if found is not None:
                context.add_use(found, facts, text.line, "config", fetched.purl)


def detect_remote(context: Context, facts: FileFacts) -> None:
    """Every server of one file that a transport of an MCP SDK calls over HTTP."""
    # Calls of most files that speak of MCP are not indexed for anything else.
    rules = {
        tail: rule for tail, rule in _TRANSPORTS.get(facts.row.family, {}).items() if tail.encode() in facts.source
    }
    for site in facts.calls if rules else ():
        expr = facts.call(site) if site.tail in rules else None
        if expr is None:
            continue
        place = Place(facts, facts.scope_at(site.offset))
        module, url_keys = rules[site.tail]
        values = map(context.resolver.maker, context.resolver.resolve(expr.callee, place))
        if not any(module in (spelled(value) or "") for value in values if isinstance(value, (Symbol, Made))):
            continue
        url = next((found for key in url_keys for found in _texts(context, expr, key, place)), None)
        read = read_url(url) if url else None
        told = (name for key in NAMES for name in _texts(context, expr, key, place))
        if url is not None and read is not None and read.host:
            _remote(context, facts, site.line, next(told, read.host), url)
            continue
        asked = [value for key in url_keys for value in _values(context, expr, key, place)]
        unknown = next((value for value in asked if isinstance(value, NotKnown)), None)
        if unknown is None:
            continue  # no address at all: another overload, or another transport
        _remote(context, facts, site.line, next(told, unknown.variable or UNNAMED), None)
        if (entry := context.catalogue.get("mcp")) is not None:
            note_missing(context, facts, site, "endpoint", entry, unknown, symbol_of(site))


def _remote(context: Context, facts: FileFacts, line: int, name: str, url: str | None) -> None:
    scope = context.scope(facts.path)
    context.rows.server(McpServer(file=facts.path, line=line, name=name, transport="http", scope=scope, url=url))


def detect_addressed(context: Context, facts: FileFacts, data: bytes) -> None:
    """Every server of one file that a table of a request or of a client's configuration names by its address."""
    entry = context.catalogue.get("mcp")
    texts, _ = facts.strings_at(match.span() for match in _ADDRESS.finditer(data))
    for text in texts if entry is not None else ():
        key = facts.position(text).name
        if key not in ("server_url", "serverUrl", "url"):
            continue
        place = Place(facts, facts.scope_at(text.offset))
        holder = _holder(facts, text)
        if not isinstance(holder, Table):
            continue
        kinds = {kind for word in ("type", "transport") for kind in _texts(context, holder, word, place)}
        named, about = _around(facts, text, data)
        if not kinds & REMOTE_KINDS or (key == "url" and not about and not _texts(context, holder, "transport", place)):
            continue
        read = read_url(text.value)
        if read is None or not read.host:
            continue
        told = (name for word in NAMES for name in _texts(context, holder, word, place))
        name = next(told, None) or (named if named not in _LISTS else None) or read.host
        _remote(context, facts, text.line, name, text.value)


def _around(facts: FileFacts, text: Literal, data: bytes) -> tuple[str | None, bool]:
    """The key of the table that holds a string, and whether what is around it speaks of MCP: ``mcp_servers=[…]``,
    ``MultiServerMCPClient({…})``."""
    node, key, table = text.node.parent, None, False
    for _ in range(2 * _MAX_STEPS):
        if node is None or node.type in facts.row.blocks:
            break
        form = facts.row.forms.get(node.type)
        if form is not None and form.kind == "table" and not table:
            key, table = position_of(node, facts.row).name, True
        if table and b"mcp" in data[node.start_byte : node.start_byte + 60].lower():
            return key, True
        node = node.parent
    return key, False


def _words(context: Context, facts: FileFacts, text: Literal, holder: Expr, place: Place) -> list[str]:
    """The command line that a runner's name begins; empty where it begins none."""
    given = [word for key in _ARGUMENTS for word in _texts(context, holder, key, place)]
    whole = isinstance(holder, CallExpr) and len(holder.args) > 1  # .command(List.of("npx", "-y", …))
    if (facts.position(text).name or "").lower() == "command" and not whole:
        return [text.value, *given]
    if not isinstance(holder, CallExpr) or not holder.args or facts.row.family not in _TRANSPORTS:
        return []
    listed = [
        value.value
        for expr in holder.args
        for value in context.resolver.eval(expr, place)
        if isinstance(value, Text) and value.complete
    ]
    return [*listed, *given] if listed[:1] == [text.value] else []


def _holder(facts: FileFacts, text: Literal) -> Expr | None:
    """The table or call that a command belongs to."""
    node = text.node.parent
    for _ in range(_MAX_STEPS):
        if node is None:
            return None
        form = facts.row.forms.get(node.type)
        if form is not None and form.kind in ("table", "call", "method"):
            holder = facts.expr(node)
            return _chained(facts, holder) if isinstance(holder, CallExpr) else holder
        node = node.parent
    return None


def _chained(facts: FileFacts, call: CallExpr) -> CallExpr:
    """A call with what the chain after it sets: ``builder("npx").args("-y", …)``."""
    tail = getattr(call.callee, "name", None)
    site = next((site for site in facts.calls if site.tail == tail and site.offset == call.offset), None)
    return (facts.call(site) if site is not None else None) or call


def _values(context: Context, holder: Expr, key: str, place: Place) -> Values:
    if isinstance(holder, CallExpr):
        return arguments.argument(context.resolver, holder, key, place)
    if isinstance(holder, Table):
        return arguments.table_key(context.resolver, TableValue(holder, place), key)
    return ()


def _texts(context: Context, holder: Expr, key: str, place: Place) -> list[str]:
    found: list[str] = []
    for value in _values(context, holder, key, place):
        items = context.resolver.items(value) if isinstance(value, ListValue) else (value,)
        found += [item.value for item in items if isinstance(item, Text) and item.complete]
    return found


def _keys(context: Context, holder: Expr, place: Place) -> set[str]:
    """Names of the environment variables that are handed over; never their values."""
    return {
        str(name.value)
        for key in _ENVIRONMENTS
        for value in _values(context, holder, key, place)
        if isinstance(value, TableValue)
        for name, _ in value.table.pairs
        if isinstance(name, Constant)
    }
