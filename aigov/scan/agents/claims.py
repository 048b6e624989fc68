"""What ``aigov explain`` says of agents, tools and observers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aigov.explanation import Claim
from aigov.model import Inventory, Step
from aigov.reach import Ability, Reference


def reach_claims(inventory: Inventory) -> Iterator[tuple[str, Claim]]:
    """Each agent, tool and observer as a claim, with the file that it stands in; the source line is left open."""
    for agent in inventory.agents:
        says = f"agent {agent.name}, {agent.framework}: {_named('tools', agent.tools) or 'no tool that is seen'}"
        for what, rows in (("MCP servers", agent.servers), ("agents", agent.agents)):
            says += f"; {_named(what, rows)}" if rows else ""
        for part in agent.combinations:
            says += f"; {part.id}" + (" (by a name alone)" if part.weak else "")
        says += f"; a person must agree ({agent.approval.what})" if agent.approval else ""
        says += f"; not all is known: {agent.unresolved}" if agent.unresolved else ""
        proof = {ability: None for part in agent.combinations for ability in part.proof} | dict.fromkeys(
            agent.abilities
        )
        steps = _steps(proof)
        yield (
            agent.file,
            Claim(kind="agent", name=agent.name, line=agent.line, says=says, source="", steps=steps, scope=agent.scope),
        )
    for tool in inventory.tools:
        can = ", ".join(a.capability + (" (by its name alone)" if a.weak else "") for a in tool.abilities)
        says = f"tool {tool.name}: {can or 'none of the four capabilities is seen'}"
        says += f"; offered by the MCP server {tool.offered}" if tool.offered else ""
        says += f"; a person must agree ({tool.approval.what})" if tool.approval else ""
        says += f"; not all is known: {tool.unresolved}" if tool.unresolved else ""
        steps = _steps(tool.abilities)
        yield (
            tool.file,
            Claim(kind="tool", name=tool.name, line=tool.line, says=says, source="", steps=steps, scope=tool.scope),
        )
    for row in inventory.observers:
        content = {"on": "copies prompts", "off": "is switched on without the text of prompts"}.get(
            row.content, "may copy prompts"
        )
        says = f"{row.name} {content}, by {row.how}" + (f", to {row.host}" if row.host else "")
        says += f"; of {', '.join(row.providers)}" if row.providers else "; of no call that is seen"
        says += f": {row.evidence}" if row.evidence else ""
        says += f"; {row.unresolved}" if row.unresolved else ""
        yield (
            row.file,
            Claim(kind="observer", name=row.name, line=row.line, says=says, source="", scope=row.scope),
        )


def _named(what: str, rows: Iterable[Reference]) -> str:
    names = ", ".join(row.name for row in rows)
    return f"{what} {names}" if names else ""


def _steps(abilities: Iterable[Ability]) -> tuple[Step, ...]:
    return tuple(Step(file=a.file, line=a.line, what=f"{a.capability}: {a.why}") for a in abilities)
