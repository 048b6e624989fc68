"""What describes MCP servers for others to run: ``server.json``, ``smithery.yaml``, bundles, Docker's catalogues."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aigov.model import Scope
from aigov.scan.facts.manifests.commands import Fetched, image_of
from aigov.scan.facts.manifests.mcp_entries import read_entry, server_row, transport_of, url_of
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.records import purl_of
from aigov.scan.facts.manifests.variables import Variable
from aigov.scan.files import Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

_ECOSYSTEMS = {"npm": "npm", "pypi": "pypi", "nuget": "nuget", "cargo": "cargo"}
_EXACT = re.compile(r"v?\d[\w.+-]*")
_REVERSE_DNS = re.compile(r"[a-z][\w-]*(?:\.[\w-]+)+/[\w.-]+")
_DOCKER_KINDS = frozenset(("server", "remote", "poci"))
_COMMAND = re.compile(r"""command['"]?\s*:\s*['"]([^'"\s]+)['"]""")


def read(path: str, root: Node, scope: Scope, catalogue: Catalogue) -> Iterator[Findings]:
    """The servers that a tree of settings describes; none where it is another document."""
    if not isinstance(root.value, dict):
        return
    yield from _registry_entry(path, root, scope, catalogue)
    yield from _smithery(path, root, scope, catalogue)
    bundled = root.get("server", "mcp_config")
    if bundled is not None and (root.text("manifest_version") or root.text("dxt_version")):
        # https://github.com/modelcontextprotocol/mcpb/blob/main/MANIFEST.md
        yield read_entry(path, root.text("name") or "mcp", bundled, scope, catalogue)
    for name, node in root.members("registry").items():
        if node.text("type") in _DOCKER_KINDS or node.text("image"):
            yield from _docker(path, name, node, scope, catalogue)
    if root.text("type") in _DOCKER_KINDS and root.get("about") is not None and root.text("name"):
        yield from _docker(path, root.text("name") or "", root, scope, catalogue)


def _registry_entry(path: str, root: Node, scope: Scope, catalogue: Catalogue) -> Iterator[Findings]:
    """``server.json`` (https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json), in its spellings
    since 2025-07, the first of which name no schema."""
    name = root.text("name")
    known = (root.text("$schema") or "").startswith("https://static.modelcontextprotocol.io/")
    if name is None or not (known or _is_unnamed_entry(path, name, root)):
        return
    for package in root.elements("packages"):
        kind = package.text("registryType") or package.text("registry_type") or package.text("registry_name") or ""
        identifier = package.text("identifier") or package.text("name")
        fetched = _published(kind, identifier, package.text("version") or root.text("version")) if identifier else None
        url = package.text("transport", "url")
        listed = package.elements("environmentVariables") or package.elements("environment_variables")
        yield server_row(
            path,
            name,
            package.line,
            scope,
            catalogue,
            transport=transport_of(None, url, package.text("transport", "type") or "stdio"),
            fetched=fetched,
            url=url,
            variables=list(_variables(listed)),
        )
    for remote in root.elements("remotes"):
        url = remote.text("url")
        yield server_row(path, name, remote.line, scope, catalogue, transport="http", url=url)


def _is_unnamed_entry(path: str, name: str, root: Node) -> bool:
    """Whether a ``server.json`` is an entry of the registry by its shape: a name in reverse DNS, and where it comes
    from."""
    if not path.endswith("server.json") or not _REVERSE_DNS.fullmatch(name):
        return False
    kinds = ("registryType", "registry_type", "registry_name")
    packages, remotes = root.elements("packages"), root.elements("remotes")
    kept = any(package.text(kind) for package in packages for kind in kinds)
    return kept or any(
        remote.text("url") and (remote.text("type") or remote.text("transport_type")) for remote in remotes
    )


def _published(kind: str, identifier: str, version: str | None) -> Fetched | None:
    if kind in ("oci", "docker"):
        return image_of(
            identifier if ":" in identifier.rpartition("/")[2] or not version else f"{identifier}:{version}"
        )
    ecosystem = _ECOSYSTEMS.get(kind)
    if ecosystem is None:
        return None
    exact = version is not None and _EXACT.fullmatch(version) is not None
    return Fetched(
        purl=purl_of(ecosystem, identifier),  # type: ignore[arg-type]
        version=version if exact else None,
        pinned="yes" if exact else "no",
    )


def _smithery(path: str, root: Node, scope: Scope, catalogue: Catalogue) -> Iterator[Findings]:
    """https://smithery.ai/docs/config/smithery.yaml: the server is the repository itself."""
    if not path.lower().endswith(("smithery.yaml", "smithery.yml")):
        return
    started, runtime = root.get("startCommand"), root.get("runtime")
    node = started or runtime
    if node is None:
        return
    function = root.text("startCommand", "commandFunction") or ""
    command = _COMMAND.search(function)
    stated = root.text("startCommand", "type") or "http"
    table = root.members("env")
    yield server_row(
        path,
        path.rpartition("/")[0].rpartition("/")[2] or "mcp",
        node.line,
        scope,
        catalogue,
        transport="stdio" if stated == "stdio" else "http",
        command=command[1] if command else None,
        variables=[Variable(name=key, value=item.text() or "", line=item.line) for key, item in table.items()],
    )


def _docker(path: str, name: str, node: Node, scope: Scope, catalogue: Catalogue) -> Iterator[Findings]:
    """https://github.com/docker/mcp-gateway/blob/main/docs/catalog.md, and ``server.yaml`` of Docker's registry."""
    image = node.text("image")
    url = node.text("remote", "url") or url_of(node)
    if image is None and url is None:
        return
    secrets = node.elements("secrets") or node.elements("config", "secrets")
    plain = node.elements("env") or node.elements("config", "env")
    variables = list(_variables(plain))
    for secret in secrets:
        spelled = secret.text("env")
        if spelled:
            variables.append(Variable(name=spelled, value="", line=secret.line))
    yield server_row(
        path,
        name,
        node.line,
        scope,
        catalogue,
        transport="http" if url else "stdio",
        fetched=image_of(image) if image else None,
        url=url,
        variables=variables,
    )


def _variables(nodes: list[Node]) -> Iterator[Variable]:
    for node in nodes:
        name = node.text("name")
        if name:
            yield Variable(name=name, value="", line=node.line)
