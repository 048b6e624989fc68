"""One MCP server of a configuration, however its client spells it: command or address, package, names of variables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from aigov.model import McpServer, Scope, Use
from aigov.scan.facts.manifests.commands import Fetched, fetched_by
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.variables import Variable, host_of, merge, public_url, read_variables
from aigov.scan.files import Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

Transport = Literal["stdio", "http", "unknown"]

_URLS = ("url", "serverUrl", "httpUrl", "uri", "endpoint")
_COMMANDS = ("command", "cmd")
_TABLES = ("env", "environment", "envs")
_NAMES = ("env_keys", "env_vars", "envVars")
"""Lists of the names of variables that are handed on."""
_HOLDS_NAME = ("bearer_token_env_var", "bearerTokenEnvVar")
_BRIDGES = frozenset(("pkg:npm/mcp-remote", "pkg:npm/supergateway", "pkg:pypi/mcp-proxy", "pkg:npm/mcp-proxy"))
"""Packages that connect a client that starts its servers to one that runs elsewhere."""
_ADDRESS = re.compile(r"https?://")
_NAME = re.compile(r"[A-Za-z_]\w*")
_LOCAL = frozenset(("stdio", "local", "builtin", "platform", "inline_python"))
_REMOTE = frozenset(("http", "sse", "streamable-http", "streamable_http", "streamableHttp", "remote", "ws"))


def is_server(node: Node) -> bool:
    """Whether a table can be one: it names a command, an address, or what kind of server it is."""
    return bool(command_of(node)[0] or url_of(node) or node.text("type") or node.text("transport"))


def url_of(node: Node) -> str | None:
    """The address of a server that runs elsewhere."""
    return next((url for key in _URLS if (url := node.text(key))), None)


def command_of(node: Node) -> tuple[str | None, list[str]]:
    """The command of a server that is started, and its arguments.

    Zed had ``{"command": {"path": …, "args": […]}}``; OpenCode has ``{"command": ["npx", "-y", …]}``; goose calls it
    ``cmd``, and allows several words in one argument.
    """
    for key in _COMMANDS:
        if node.text(key):
            return node.text(key), _texts(node.elements("args"))
        if node.text(key, "path"):
            return node.text(key, "path"), _texts(node.elements(key, "args"))
        listed = _texts(node.elements(key))
        if listed:
            return listed[0], [*listed[1:], *_texts(node.elements("args"))]
    return None, []


def read_entry(path: str, name: str, node: Node, scope: Scope, catalogue: Catalogue) -> Findings:
    """The server, and what its variables name; of these the names alone."""
    command, arguments = command_of(node)
    words = [word for part in (command or "", *arguments) for word in (part.split() if " " in part else [part])]
    environment = {key: item for table in _TABLES for key, item in node.members(table).items()}
    stated = node.text("type") or node.text("transport")
    names = {*environment, *_docker_variables(words)}
    names.update(text for key in _NAMES for text in _texts(node.elements(key)) if _NAME.fullmatch(text))
    names.update(text for key in _HOLDS_NAME if (text := node.text(key)) and _NAME.fullmatch(text))
    variables = [Variable(name=key, value=item.text() or "", line=item.line) for key, item in environment.items()]
    variables += [Variable(name=key, value="", line=node.line) for key in sorted(names - environment.keys())]
    fetched = fetched_by(words) if command else None
    # A bridge is a client of its own: the server is the address that it is given.
    bridged = next((word for word in words if _ADDRESS.match(word)), None) if _bridges(fetched) else None
    return server_row(
        path,
        name,
        node.line,
        scope,
        catalogue,
        transport="http" if bridged else transport_of(command, url_of(node), stated),
        command=command,
        fetched=fetched,
        url=bridged or url_of(node),
        variables=variables,
    )


def server_row(
    path: str,
    name: str,
    line: int,
    scope: Scope,
    catalogue: Catalogue,
    *,
    transport: Transport,
    command: str | None = None,
    fetched: Fetched | None = None,
    url: str | None = None,
    variables: Sequence[Variable] = (),
) -> Findings:
    """The row of one server, the uses that it is, and what its variables name."""
    address = public_url(url) if url else None
    server = McpServer(
        file=path,
        line=line,
        name=name,
        transport=transport,
        scope=scope,
        command=command.replace("\\", "/").rpartition("/")[2] if command else None,
        package=fetched.purl if fetched else None,
        version=fetched.version if fetched else None,
        pinned=fetched.pinned if fetched else "unresolved",
        url=address,
        env=tuple(sorted({variable.name for variable in variables})),
    )
    found = read_variables(path, variables, how="config", scope=scope, catalogue=catalogue)
    uses = tuple(_uses(path, line, scope, fetched, address, catalogue))
    return merge([Findings(mcp_servers=(server,), uses=uses), found])


def _bridges(fetched: Fetched | None) -> bool:
    return fetched is not None and fetched.purl in _BRIDGES


def transport_of(command: str | None, url: str | None, stated: str | None) -> Transport:
    """How the client reaches the server."""
    if command or stated in _LOCAL:
        return "stdio"
    return "http" if url or stated in _REMOTE else "unknown"


def _texts(nodes: Iterable[Node]) -> list[str]:
    return [node.value for node in nodes if isinstance(node.value, str)]


def _docker_variables(words: list[str]) -> Iterator[str]:
    """Names handed over with ``-e NAME`` or ``-e NAME=value``."""
    for flag, word in pairwise(words):
        if flag in ("-e", "--env"):
            yield word.partition("=")[0]


def _uses(
    path: str, line: int, scope: Scope, fetched: Fetched | None, url: str | None, catalogue: Catalogue
) -> Iterator[Use]:
    entries = [entry] if (entry := catalogue.get("mcp")) else []
    if fetched is not None:
        entries += catalogue.package(fetched.purl)
        image = catalogue.image(fetched.image) if fetched.image else None
        entries += [image] if image else []
    if url and (hosted := catalogue.host(host_of(url)[0])):
        entries.append(hosted)
    for entry in {entry.id: entry for entry in entries}.values():
        yield Use(file=path, line=line, name=entry.id, kind=entry.kind, how="config", scope=scope)
