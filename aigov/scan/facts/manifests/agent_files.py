"""Agents that files describe: front matter of Markdown (Claude Code, Copilot, OpenCode, Gemini CLI), Docker's agents.

https://docs.github.com/copilot/reference/custom-agents-configuration, https://code.claude.com/docs/en/sub-agents,
https://opencode.ai/docs/agents; https://docs.docker.com/ai/docker-agent/reference/config/.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aigov.catalogue.agent_rules import KnownTool, load_agent_rules
from aigov.catalogue.settings_keys import settings_keys
from aigov.model import ModelUse, Scope, Use
from aigov.reach import Ability, Agent, Reference, Tool
from aigov.scan.facts.manifests import mcp_config
from aigov.scan.facts.manifests.mcp_entries import is_server, read_entry
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.records import manifest_scope
from aigov.scan.facts.manifests.settings_values import model_of
from aigov.scan.facts.manifests.variables import merge
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml
from aigov.scan.files import Document, Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry

KIND = "agent-file"

_HOSTS = {"claude": "claude-code", "github": "github-copilot", "opencode": "opencode", "gemini": "gemini-cli"}
_WANTED = re.compile(
    r"(?:.*/)?\.(?P<host>claude|github|opencode|gemini)/(?:agents?|chatmodes|prompts|commands)/.+\.md"
    r"|(?:.*/)?agents/[\w.-]+\.(?:agent\.)?md|.*\.(?:agent|chatmode)\.md"
)
_HERE = re.compile(r"(?:^|/)\.(?:claude|github|opencode|gemini)/")
_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_TOOLS = ("tools", "allowed-tools", "allowedTools")
_LISTED = re.compile(r"[^,()]+(?:\([^()]*\))?")
_OF_SERVER = re.compile(r"mcp__(?P<claude>[\w-]+?)__.*|(?P<path>[\w.-]+)/(?:\*|[\w.-]+)")
_TOOLSETS = frozenset(
    ("edit", "search", "read", "execute", "web", "agent", "vscode", "runCommands", "runTasks", "browser")
)
_MODEL_NAME = re.compile(r"\s*\([^()]*\)\s*$")
_ALIASES = frozenset(("inherit", "sonnet", "opus", "haiku", "opusplan", "default", "auto"))
_PROVIDERS = {"google": "google-gemini", "dmr": "docker-model-runner"}
_MOST = 200


def wants(path: str) -> bool:
    """Files in the folders where these tools keep agents, and those that bear their endings."""
    return path.endswith(".md") and _WANTED.fullmatch(path) is not None


def read(document: Document, catalogue: Catalogue) -> Findings:
    """The agent of one file: its model, tools and MCP servers. Without such settings in front it is prose.

    :raises SyntaxFault: what stands in front is no YAML.
    """
    path, text = document.path, document.data.decode("utf-8", "replace")
    found, front = _WANTED.fullmatch(path), _FRONT.match(text)
    roots = parse_yaml("\n" + front[1]) if front is not None else []
    root = roots[0] if roots else None
    told = {"model", *_TOOLS} & root.members().keys() if root is not None else ()
    slug = _HOSTS.get(found["host"] or "", "") if found is not None else ""
    slug = slug or ("github-copilot" if path.endswith((".agent.md", ".chatmode.md")) else "claude-code")
    entry = catalogue.get(slug)
    if root is None or entry is None or not told or (root.get("description") is None and _HERE.search(path) is None):
        return Findings()
    line = min(root.members()[key].line for key in told)
    stem = re.sub(r"\.(?:agent|chatmode|prompt)?\.?md$", "", path.rpartition("/")[2])
    reader = _Reader(path, "build" if (scope := manifest_scope(path)) == "app" else scope, catalogue)
    name = root.text("name") or stem
    model = _MODEL_NAME.sub("", root.text("model") or "")
    reader.model(model, root.get("model"), entry)
    held = _Held()
    listed = [(key, root.get(key)) for key in _TOOLS if root.get(key) is not None]
    for key, node in listed:
        for tool, at in _names(node):
            reader.tool(tool, at, held)
        held.open = held.open or (key != "tools" and "what else it may do is asked for as it comes")
    if not listed:
        held.open = "it lists no tools, so that it has all that its host gives it"
    servers = root.get("mcp-servers") or root.get("mcpServers")
    if servers is not None:
        reader.servers(Node({"mcpServers": servers}, servers.line), held)
    reader.uses.append(Use(file=path, line=line, name=slug, kind=entry.kind, how="config", scope=reader.scope))
    reader.agent(name, line, slug, "front matter", model or None, held)
    return reader.findings()


@dataclass(slots=True)
class _Held:
    """What one agent is given."""

    tools: dict[Reference, None] = field(default_factory=dict)
    servers: dict[Reference, None] = field(default_factory=dict)
    agents: dict[Reference, None] = field(default_factory=dict)
    open: str | bool | None = None


class _Reader:
    """Gathers the rows of one file."""

    def __init__(self, path: str, scope: Scope, catalogue: Catalogue) -> None:
        self._path, self.scope, self._catalogue = path, scope, catalogue
        self._known = load_agent_rules().hosted
        self.uses: list[Use] = []
        self._models: list[ModelUse] = []
        self._agents: list[Agent] = []
        self._tools: dict[Reference, Tool] = {}
        self._others: list[Findings] = []

    def findings(self) -> Findings:
        rows = Findings(
            uses=tuple(self.uses),
            models=tuple(self._models),
            agents=tuple(self._agents),
            tools=tuple(self._tools.values()),
        )
        return merge([rows, *self._others])

    def model(self, name: str, node: Node | None, served: Entry | None, *, certain: bool = False) -> None:
        """The model of an agent, where its name is an id: ``GPT-4.1`` is ``gpt-4.1``."""
        if node is None or not name or name.lower() in _ALIASES:
            return
        spelled = name if certain or "/" in name else re.sub(r"\s+", "-", name.strip()).lower()
        found = model_of(self._catalogue, spelled, served if certain else None, free=certain, gateway=True)
        if found is None:
            return
        host = served if served is not None and served.kind == "provider" and not certain else found.provider
        row = ModelUse(
            file=self._path,
            line=node.line,
            model=found.model,
            provider=host.id,
            how="config",
            scope=self.scope,
            publisher=self._catalogue.publisher(host.id, found.model),
            pinned=self._catalogue.pinned(host.id, found.model),
        )
        self._models.append(row)
        if host is not served or certain:
            self.uses.append(
                Use(file=self._path, line=node.line, name=host.id, kind=host.kind, how="config", scope=self.scope)
            )

    def tool(self, name: str, line: int, held: _Held, known: Iterable[KnownTool] | None = None) -> None:
        """One tool by its name; of a server the name of the server."""
        plain = name.partition("(")[0].strip()
        server = _OF_SERVER.fullmatch(plain)
        rules = self._known if known is None else known
        rule = next((rule for rule in rules if rule.pattern.fullmatch(plain)), None)
        if rule is None and server is not None and (server["path"] or "") in _TOOLSETS:
            last = plain.rpartition("/")[2]
            rule = next(
                (rule for rule in rules for part in (last, server["path"]) if rule.pattern.fullmatch(part)), None
            )
        why = None
        if rule is None:
            of = (server["claude"] or server["path"]) if server is not None else None
            why = f"what the MCP server {of} does is not seen" if of else f"the tool {plain} is not known"
        self.keep(plain, line, held, rule.abilities if rule is not None else (), why)

    def keep(self, name: str, line: int, held: _Held, abilities: Iterable[str], unresolved: str | None) -> None:
        """One row of a tool."""
        reference = Reference(file=self._path, line=line, name=name[:64])
        self._tools[reference] = Tool(
            file=self._path,
            line=line,
            name=name[:64],
            origin="unknown" if unresolved else "provider",
            scope=self.scope,
            symbol=name[:64],
            abilities=tuple(
                Ability(capability=ability, file=self._path, line=line, why=f"the host's tool {name}")  # type: ignore[arg-type]
                for ability in abilities
            ),
            unresolved=unresolved,
        )
        held.tools.setdefault(reference)

    def servers(self, root: Node, held: _Held) -> None:
        """MCP servers that the file itself configures."""
        found = mcp_config.read_servers(self._path, root, self._catalogue)
        self._others.append(found)
        for server in found.mcp_servers:
            held.servers.setdefault(Reference(file=server.file, line=server.line, name=server.name))

    def server(self, name: str, node: Node, held: _Held) -> None:
        """One MCP server that a toolset is."""
        found = read_entry(self._path, name, node, self.scope, self._catalogue)
        self._others.append(found)
        for server in found.mcp_servers:
            held.servers.setdefault(Reference(file=server.file, line=server.line, name=server.name))

    def agent(self, name: str, line: int, framework: str, symbol: str, model: str | None, held: _Held) -> None:
        """The row of an agent."""
        self._agents.append(
            Agent(
                file=self._path,
                line=line,
                name=name[:80],
                framework=framework,
                scope=self.scope,
                symbol=symbol,
                model=model,
                tools=tuple(sorted(held.tools, key=_key)),
                servers=tuple(sorted(held.servers, key=_key)),
                agents=tuple(sorted(held.agents, key=_key)),
                unresolved=str(held.open) if held.open else None,
            )
        )


def _names(node: Node | None) -> Iterator[tuple[str, int]]:
    """Names of tools: a list, words between commas, or a table of switches (OpenCode)."""
    if node is None:
        return
    for item in node.elements()[:_MOST]:
        if isinstance(item.value, str) and item.value.strip():
            yield item.value.strip(), item.line
    for key, member in list(node.members().items())[:_MOST]:
        if str(member.value).lower() != "false":
            yield key, member.line
    for found in _LISTED.finditer(node.text() or ""):
        if found[0].strip():
            yield found[0].strip(), node.line


# --- Docker's agents ------------------------------------------------------------------------------------------------


def is_docker_agents(root: Node) -> bool:
    """Whether settings are those of Docker's agents: each with what it is for, some with toolsets."""
    agents = root.members("agents")
    return bool(agents) and all(
        node.get("instruction") is not None or node.get("toolsets") is not None for node in agents.values()
    )


def read_docker_agents(path: str, root: Node, scope: Scope, catalogue: Catalogue) -> Findings:
    """Agents with their models, toolsets and those that they hand over to."""
    entry = catalogue.get("docker-agent")
    if entry is None or not is_docker_agents(root):
        return Findings()
    reader = _Reader(path, scope, catalogue)
    known = load_agent_rules().toolsets
    agents, models = root.members("agents"), root.members("models")
    line = min(node.line for node in agents.values())
    reader.uses.append(Use(file=path, line=line, name=entry.id, kind=entry.kind, how="config", scope=scope))
    for node in list(models.values())[:_MOST]:
        told = node.text("provider") or ""
        served = catalogue.get(_PROVIDERS.get(told, told)) or settings_keys(catalogue).named(told)
        reader.model(node.text("model") or "", node.get("model"), served, certain=True)
    for name, node in list(agents.items())[:_MOST]:
        held = _Held()
        spelled = node.text("model") or ""
        model = models.get(spelled)
        spelled = (model.text("model") if model is not None else spelled) or spelled
        if model is None:
            reader.model(spelled, node.get("model"), None, certain="/" in spelled)
        for item in node.elements("toolsets")[:_MOST]:
            _toolset(reader, item, held, known)
        for other in node.elements("sub_agents") + node.elements("handoffs"):
            if isinstance(other.value, str) and other.value in agents:
                held.agents.setdefault(Reference(file=path, line=agents[other.value].line, name=other.value[:80]))
        reader.agent(name, node.line, entry.id, "agents", spelled or None, held)
    return reader.findings()


def _toolset(reader: _Reader, item: Node, held: _Held, known: Iterable[KnownTool]) -> None:
    kind = item.text("type") or ""
    if kind != "mcp":
        reader.tool(kind or "toolset", item.line, held, known)
        return
    reference, remote = item.text("ref"), item.get("remote")
    name = item.text("name") or (reference or item.text("command") or "mcp").removeprefix("docker:")
    node = remote if remote is not None else item
    if reference:
        words = ["run", "-i", "--rm", f"mcp/{reference.removeprefix('docker:')}"]
        arguments = Node([Node(word, item.line) for word in words], item.line)
        node = Node({"command": Node("docker", item.line), "args": arguments}, item.line)
    if is_server(node):
        reader.server(name, Node({**node.members()}, item.line), held)
    else:
        held.open = "an MCP server of it is named elsewhere"


def _key(row: Reference) -> tuple[str, int, str]:
    return row.file, row.line, row.name
