"""MCP servers that code starts: ``{"command": "npx", "args": […]}`` and ``StdioServerParameters(command=…)``."""

from __future__ import annotations

import re

from aigov.model import McpServer
from aigov.scan import arguments
from aigov.scan.context import Context
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.engine import Text as Literal
from aigov.scan.facts.manifests.commands import fetched_by
from aigov.scan.facts.types import CallExpr, Constant, Expr, Table
from aigov.scan.values import ListValue, Place, TableValue, Text, Values

_RUNNERS = frozenset(("npx", "uvx", "uv", "docker", "podman", "bunx", "pnpx", "pnpm", "yarn", "bun", "pipx"))
_RUNNER = re.compile(rb"[\"'`](?:" + "|".join(sorted(_RUNNERS)).encode() + rb")[\"'`]")
_MAX_STEPS = 8


def detect_servers(context: Context, facts: FileFacts, data: bytes) -> None:
    """Every server of one file that a package runner starts."""
    entry = context.catalogue.get("mcp")
    texts, _ = facts.strings_at(match.span() for match in _RUNNER.finditer(data))
    for text in texts if entry is not None else ():
        if text.value not in _RUNNERS or facts.position(text).name != "command":
            continue
        place = Place(facts, facts.scope_at(text.offset))
        holder = _holder(facts, text)
        words = [text.value, *_texts(context, holder, "args", place)] if holder is not None else []
        fetched = fetched_by(words)
        if fetched is None or holder is None:
            continue
        entries = {found.id: found for found in context.catalogue.package(fetched.purl)}
        named = "mcp" in fetched.purl.lower() or "modelcontextprotocol" in fetched.purl
        if not named and "mcp" not in entries:
            continue
        name = next(iter(_texts(context, holder, "name", place)), fetched.purl.rpartition("/")[2])
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


def _holder(facts: FileFacts, text: Literal) -> Expr | None:
    """The table or call that a command belongs to."""
    node = text.node.parent
    for _ in range(_MAX_STEPS):
        if node is None:
            return None
        form = facts.row.forms.get(node.type)
        if form is not None and form.kind in ("table", "call"):
            return facts.expr(node)
        node = node.parent
    return None


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
        for value in _values(context, holder, "env", place)
        if isinstance(value, TableValue)
        for name, _ in value.table.pairs
        if isinstance(name, Constant)
    }
