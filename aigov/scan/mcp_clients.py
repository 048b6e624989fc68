"""MCP servers that clients start, whatever the command, and those of tables that clients are given.

``StdioServerParameters(command="python", args=["server.py"])``, ``MultiServerMCPClient({"a": {"url": url}})``. What
``mcp_code`` lists by a package runner or by an address is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigov.model import McpServer
from aigov.scan import arguments
from aigov.scan.context import Context
from aigov.scan.endpoints import read_url
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.manifests.commands import fetched_by
from aigov.scan.facts.types import CallExpr, Constant
from aigov.scan.mcp_code import NAMES, REMOTE_KINDS, RUNNERS, UNNAMED
from aigov.scan.notes import missing_at, note_missing, symbol_of
from aigov.scan.values import ListValue, Made, NotKnown, Place, Symbol, TableValue, Text, Value, Values, spelled

_STARTERS: dict[str, dict[str, tuple[str, str, str]]] = {
    "python": {
        "StdioServerParameters": ("mcp.", "command", "args"),
        "MCPServerStdio": ("agents.mcp", "params.command", "params.args"),
        "StdioServerParams": ("autogen_ext", "command", "args"),
        "StdioTransport": ("fastmcp", "command", "args"),
        "PythonStdioTransport": ("fastmcp", "python_cmd", "args"),
        "MCPStdioTool": ("agent_framework", "command", "args"),
    },
    "javascript": {
        "StdioClientTransport": ("@modelcontextprotocol/", "command", "args"),
        "Experimental_StdioMCPTransport": ("ai", "command", "args"),
        "StdioMCPTransport": ("ai", "command", "args"),
        "MCPServerStdio": ("@openai/agents", "command", "args"),
    },
    "csharp": {"StdioClientTransportOptions": ("ModelContextProtocol", "Command", "Arguments")},
    "go": {"NewStdioMCPClient": ("mark3labs/mcp-go", "#0", "#2")},
    "java": {"builder": ("modelcontextprotocol", "#0", "args")},
}
"""What starts a server: a part of its qualified name, the argument with the command, and that with its words."""
_TABLES: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {
    "python": {
        "MultiServerMCPClient": ("langchain_mcp_adapters", ("#0", "connections")),
        "Client": ("fastmcp", ("#0.mcpServers", "transport.mcpServers")),
        "MCPClient": ("mcp_use", ("#0.mcpServers",)),
        "from_dict": ("mcp_use", ("#0.mcpServers",)),
    },
    "javascript": {
        "MultiServerMCPClient": ("@langchain/mcp-adapters", ("#0.mcpServers", "#0")),
        "MCPClient": ("@mastra/mcp", ("servers", "#0.servers")),
    },
}
"""What is given a table of servers by name, and where that is."""
_SETTINGS = frozenset(("url", "command", "transport", "type", "args", "mcpServers"))
"""Keys of one server's settings, which are no servers."""
_SCRIPT = re.compile(r"[^-].*\.(?:py|js|mjs|cjs|ts|jar|dll|sh|rb|exe)")
_UNKNOWN = NotKnown("its address is not known")


def detect_clients(context: Context, facts: FileFacts) -> None:
    """Every server of one file that a client starts or is given by name."""
    starters = {
        tail: rule for tail, rule in _STARTERS.get(facts.row.family, {}).items() if tail.encode() in facts.source
    }
    tables = {tail: rule for tail, rule in _TABLES.get(facts.row.family, {}).items() if tail.encode() in facts.source}
    for site in facts.calls if starters or tables else ():
        expr = facts.call(site) if site.tail in starters or site.tail in tables else None
        if expr is None:
            continue
        place = Place(facts, facts.scope_at(site.offset))
        names = [spelled(value) or "" for value in _made(context, expr, place)]
        if (start := starters.get(site.tail)) and any(start[0] in name for name in names):
            _started(context, facts, site, expr, place, start[1:])
        if (table := tables.get(site.tail)) and any(table[0] in name for name in names):
            _tabled(context, facts, site, expr, place, table[1])


def _made(context: Context, expr: CallExpr, place: Place) -> Iterator[Symbol | Made]:
    for value in map(context.resolver.maker, context.resolver.resolve(expr.callee, place)):
        if isinstance(value, (Symbol, Made)):
            yield value


def _started(
    context: Context, facts: FileFacts, site: CallSite, expr: CallExpr, place: Place, keys: tuple[str, ...]
) -> None:
    command, words = (_argument(context, expr, key, place) for key in keys)
    named = _strings(context, tuple(value for key in NAMES for value in _argument(context, expr, key, place)))
    _local(context, facts, site.line, next(iter(named), None), _strings(context, command), _strings(context, words))


def _tabled(
    context: Context, facts: FileFacts, site: CallSite, expr: CallExpr, place: Place, keys: tuple[str, ...]
) -> None:
    given = [value for key in keys for value in _argument(context, expr, key, place)]
    tables = [value for value in given if isinstance(value, TableValue)]
    for table in tables:
        for name, _ in table.table.pairs:
            if isinstance(name, Constant) and str(name.value) not in _SETTINGS:
                for server in arguments.table_key(context.resolver, table, str(name.value)):
                    if isinstance(server, TableValue):
                        _settings(context, facts, site, str(name.value), server)
    entry = context.catalogue.get("mcp")
    if entry is not None and not tables and (unknown := [value for value in given if isinstance(value, NotKnown)]):
        context.rows.read_servers(missing_at(context, facts, site, "endpoint", entry, unknown[0], symbol_of(site)))


def _settings(context: Context, facts: FileFacts, site: CallSite, name: str, table: TableValue) -> None:
    """One server of a table."""
    held = {key: arguments.table_key(context.resolver, table, key) for key in ("url", "command", "args", "transport")}
    line = table.table.line if table.place.facts is facts else site.line
    if held["command"]:
        _local(context, facts, line, name, _strings(context, held["command"]), _strings(context, held["args"]))
        return
    places = tuple(inner for value in held["url"] for inner in _unwrapped(context, value))
    urls = _strings(context, places)
    kinds = _strings(context, held["transport"])
    entry = context.catalogue.get("mcp")
    if entry is None or not (held["url"] or REMOTE_KINDS.intersection(kinds)):
        return
    if address := next((url for url in urls if (read := read_url(url)) is not None and read.host), None):
        _remote(context, facts, line, name, address)
        return
    unknown = next((value for value in places if isinstance(value, NotKnown)), _UNKNOWN)
    _remote(context, facts, line, name)
    note_missing(context, facts, site, "endpoint", entry, unknown, symbol_of(site))


def _local(
    context: Context, facts: FileFacts, line: int, name: str | None, commands: list[str], words: list[str]
) -> None:
    """A server that is started: its command, where that is known."""
    command = commands[0] if commands else None
    if command in RUNNERS and (fetched := fetched_by([command, *words])) is not None:
        entries = {entry.id for entry in context.catalogue.package(fetched.purl)}
        if "mcp" in entries or "mcp" in fetched.purl.lower() or "modelcontextprotocol" in fetched.purl:
            return
    else:
        fetched = None
    program = command.replace("\\", "/").rpartition("/")[2] if command else None
    script = next((word for word in words if _SCRIPT.fullmatch(word)), "").replace("\\", "/").rpartition("/")[2]
    context.rows.server(
        McpServer(
            file=facts.path,
            line=line,
            name=name or (fetched.purl.rpartition("/")[2] if fetched else "") or script or program or UNNAMED,
            transport="stdio",
            scope=context.scope(facts.path),
            command=program,
            package=fetched.purl if fetched else None,
            version=fetched.version if fetched else None,
            pinned=fetched.pinned if fetched else "unresolved",
        )
    )


def _unwrapped(context: Context, value: Value) -> Values:
    """The text of ``new URL(text)``; another value as it is."""
    if isinstance(value, Made) and value.call is not None and value.call.args and value.place is not None:
        return tuple(context.resolver.eval(value.call.args[0], value.place))
    return (value,)


def _remote(context: Context, facts: FileFacts, line: int, name: str, url: str | None = None) -> None:
    scope = context.scope(facts.path)
    context.rows.server(McpServer(file=facts.path, line=line, name=name, transport="http", scope=scope, url=url))


def _argument(context: Context, expr: CallExpr, key: str, place: Place) -> Values:
    """An argument by keyword, or by the key of the one object that is passed."""
    return arguments.argument(context.resolver, expr, key, place) or (
        () if key.startswith("#") else arguments.argument(context.resolver, expr, f"#0.{key}", place)
    )


def _strings(context: Context, values: Values) -> list[str]:
    found: list[str] = []
    for value in values:
        items = context.resolver.items(value) if isinstance(value, ListValue) else (value,)
        found += [item.value for item in items if isinstance(item, Text) and item.complete]
    return found
