"""What the tools of one agent can do together.

Untrusted content, sensitive data and a way out: with these a stranger's text can steal
(https://simonwillison.net/2025/Jun/16/the-lethal-trifecta/). Code that runs at a model's word while it reads what
strangers wrote needs no third part (OWASP LLM01, LLM06).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from aigov.catalogue.agent_rules import AgentRules
from aigov.model import McpServer
from aigov.reach import Ability, Agent, Capability, Combination, Reference, Tool

_PARTS: tuple[tuple[str, tuple[Capability, ...]], ...] = (
    ("untrusted-sensitive-action", ("reads-untrusted", "reads-sensitive", "acts-outside")),
    ("untrusted-code", ("reads-untrusted", "runs-code")),
)
_MAX_HANDOVERS = 6


def with_combinations(
    agents: Iterable[Agent],
    known: Mapping[tuple[str, int], Reference],
    tools: Mapping[Reference, Tool],
    servers: Iterable[McpServer],
    rules: AgentRules,
) -> list[Agent]:
    """The agents, each with what its tools and servers can do together, and with the agents that it may call.

    :param known: file and line -> the agent there; the other references of ``Agent.agents`` are dropped.
    """
    rows = {(agent.file, agent.line): agent for agent in agents}
    of_server = {(server.file, server.line, server.name): server for server in servers}
    found = []
    for agent in rows.values():
        linked = tuple(
            sorted(
                {
                    known[(r.file, r.line)]
                    for r in agent.agents
                    if (r.file, r.line) in known and (r.file, r.line) != (agent.file, agent.line)
                },
                key=lambda r: (r.file, r.line, r.name),
            )
        )
        abilities = _strongest(_abilities(replace(agent, agents=linked), rows, tools, of_server, rules, set()))
        combinations = tuple(
            Combination(
                id=id,  # type: ignore[arg-type]
                proof=tuple(abilities[part] for part in parts),
                weak=True if any(abilities[part].weak for part in parts) else None,
            )
            for id, parts in _PARTS
            if all(part in abilities for part in parts)
        )
        found.append(replace(agent, agents=linked, combinations=combinations))
    return found


def _abilities(
    agent: Agent,
    rows: Mapping[tuple[str, int], Agent],
    tools: Mapping[Reference, Tool],
    servers: Mapping[tuple[str, int, str], McpServer],
    rules: AgentRules,
    seen: set[tuple[str, int]],
) -> list[Ability]:
    seen.add((agent.file, agent.line))
    found = list(agent.abilities)
    for reference in agent.tools:
        found += tools[reference].abilities
    for row in agent.servers:
        server = servers[(row.file, row.line, row.name)]
        why = f"the MCP server {server.name} is known to"
        found += [
            Ability(capability=capability, file=server.file, line=server.line, why=why)
            for capability in rules.of_server(server.package, server.url) or ()
        ]
    for row in agent.agents:
        other = rows.get((row.file, row.line))
        if other is not None and (other.file, other.line) not in seen and len(seen) < _MAX_HANDOVERS:
            found += _abilities(other, rows, tools, servers, rules, seen)
    return found


def _strongest(abilities: Iterable[Ability]) -> dict[Capability, Ability]:
    found: dict[Capability, Ability] = {}
    for ability in abilities:
        known = found.get(ability.capability)
        if known is None or (known.weak and not ability.weak):
            found[ability.capability] = ability
    return found
