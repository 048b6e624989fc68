"""Agents that templates deploy, and the tools that they are given: Bedrock's action groups and knowledge bases.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/bedrockagent_agent_action_group and
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-agent.html
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field, replace

from aigov.catalogue.agent_rules import AgentRules, load_agent_rules
from aigov.model import Scope
from aigov.reach import Ability, Agent, Reference, Tool
from aigov.scan.facts.infra.program import Place, Program, Resolved
from aigov.scan.facts.infra.values import At, Ref, Resource, Sequence, Table, Text, Unit, Value, walk
from aigov.scan.facts.manifests.records import manifest_scope
from aigov.terms import Step

_AGENT = "aws_bedrockagent_agent"
_AGENTS = frozenset((_AGENT, "AWS::Bedrock::Agent", "awscc_bedrock_agent"))
_GROUP = "aws_bedrockagent_agent_action_group"
_BASE = "aws_bedrockagent_agent_knowledge_base_association"
_COLLABORATOR = "aws_bedrockagent_agent_collaborator"
_APART = frozenset((_GROUP, _BASE, _COLLABORATOR))
_PULUMI = {
    "aws:bedrock:AgentAgent": _AGENT,
    "aws:bedrock:AgentAgentActionGroup": _GROUP,
    "aws:bedrock:AgentAgentKnowledgeBaseAssociation": _BASE,
    "aws:bedrock:AgentAgentCollaborator": _COLLABORATOR,
    "aws-native:bedrock:Agent": "AWS::Bedrock::Agent",
    "gcp:vertex:AiReasoningEngine": "google_vertex_ai_reasoning_engine",
}
_ENGINE = "google_vertex_ai_reasoning_engine"
_FUNCTIONS = (
    "function_schema.member_functions.functions",
    "FunctionSchema.Functions",
    "function_schema.functions",
)
_CONFIRMS = ("ENABLED", "true")
_MOST = 200


@dataclass(slots=True)
class _Deployed:
    """An agent whose tools are still being gathered."""

    row: Agent
    tools: dict[Reference, None] = field(default_factory=dict)
    abilities: dict[str, Ability] = field(default_factory=dict)
    reasons: dict[str, None] = field(default_factory=dict)


class AgentReader:
    """Reads the agents of all templates of a tree."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._rules: AgentRules = load_agent_rules()
        self._agents: list[_Deployed] = []
        self._tools: dict[Reference, Tool] = {}

    def unit(self, unit: Unit) -> None:
        """The agents and action groups of one unit."""
        place = Place(unit=unit)
        named: dict[str, _Deployed] = {}
        resources = [replace(one, type=_PULUMI.get(one.type, one.type)) for one in unit.resources]
        for resource in resources:
            if resource.type in _AGENTS:
                named[resource.name] = self._agent(resource, place)
            elif resource.type == _ENGINE:
                name = self._text(resource.body, ("display_name",), place) or resource.name
                row = _row(resource.at, name, "google-vertex", resource.type, None)
                self._agents.append(_Deployed(row, reasons={"what it runs is packed apart": None}))
        for resource in resources:
            if resource.type in _APART:
                self._apart(resource, place, named)
        self._agents += named.values()

    def findings(self) -> tuple[tuple[Agent, ...], tuple[Tool, ...]]:
        """Agents and tools, by place."""
        agents = [
            replace(
                found.row,
                tools=tuple(sorted(found.tools, key=_key)),
                abilities=tuple(found.abilities[key] for key in sorted(found.abilities)),
                unresolved="; ".join(found.reasons) or None,
            )
            for found in self._agents
        ]
        return tuple(sorted(agents, key=_key)), tuple(sorted(self._tools.values(), key=_key))

    def _agent(self, resource: Resource, place: Place) -> _Deployed:
        name = self._text(resource.body, ("agent_name", "Properties.AgentName"), place) or resource.name
        model = self._text(resource.body, ("foundation_model", "Properties.FoundationModel"), place)
        found = _Deployed(_row(resource.at, name, "aws-bedrock", resource.type, model))
        for group in self._items(resource.body, ("Properties.ActionGroups", "action_groups"), place):
            self._group(group, group.value.at, found)
        for base in self._items(resource.body, ("Properties.KnowledgeBases", "knowledge_bases"), place):
            self._knows(base.value.at, found)
        for _ in self._items(resource.body, ("Properties.AgentCollaborators", "agent_collaborators"), place):
            found.reasons.setdefault("agents that it works with are named by address")
        return found

    def _apart(self, resource: Resource, place: Place, named: dict[str, _Deployed]) -> None:
        """What is attached to an agent by a resource of its own: to the one that it names, else the unit's only one."""
        referred = _referred(resource.body, named)
        owner = next((named[name] for name in referred if name in named), None)
        if owner is None and len(named) == 1 and not referred:
            owner = next(iter(named.values()))
        found = owner or _Deployed(_row(resource.at, resource.name, "aws-bedrock", resource.type, None))
        if resource.type == _GROUP:
            self._group(Resolved(value=_table(resource), place=place), resource.at, found)
        elif resource.type == _BASE:
            self._knows(resource.at, found)
        else:
            found.reasons.setdefault("agents that it works with are named by address")

    def _group(self, group: Resolved, at: At, into: _Deployed) -> None:
        body, place = group.value, group.place
        signature = self._text(body, ("parent_action_group_signature", "ParentActionGroupSignature"), place)
        name = self._text(body, ("action_group_name", "ActionGroupName"), place) or "action group"
        if signature is not None:
            row = next((row for row in self._rules.types if row.pattern.fullmatch(signature)), None)
            why = f"the provider's tool {signature}"
            found = tuple(
                Ability(capability=a, file=at.file, line=at.line, why=why) for a in (row.abilities if row else ())
            )
            known = None if row is not None else f"the tool {signature} is not known"
            tool = _tool(at, signature, "provider" if row is not None else "unknown", known, signature)
            self._keep(replace(tool, abilities=found), into)
            return
        functions = [item for path in _FUNCTIONS for item in self._items(body, (path,), place)]
        runs = "an AWS Lambda function runs it" if self._lambda(body, place) else "who runs it is not seen"
        for function in functions[:_MOST]:
            title = self._text(function.value, ("name", "Name"), function.place)
            if title is None:
                into.reasons.setdefault("a function of an action group is named elsewhere")
                continue
            asked = self._text(function.value, ("require_confirmation", "RequireConfirmation"), function.place)
            where = function.value.at
            tool = _tool(where, title, "unknown", runs, None)
            if asked in _CONFIRMS:
                tool = replace(tool, approval=Step(file=where.file, line=where.line, what="requireConfirmation"))
            self._keep(tool, into)
        if not functions:
            self._keep(_tool(at, name, "unknown", f"its schema is apart, and {runs}", None), into)

    def _lambda(self, body: Value, place: Place) -> bool:
        paths = ("action_group_executor.lambda", "ActionGroupExecutor.Lambda")
        return any(self._program.at(body, path, place) for path in paths)

    def _knows(self, at: At, into: _Deployed) -> None:
        why = "a knowledge base is attached to it"
        ability = Ability(capability="reads-sensitive", file=at.file, line=at.line, why=why)
        into.abilities.setdefault("reads-sensitive", ability)

    def _items(self, body: Value, paths: Iterable[str], place: Place) -> list[Resolved]:
        """Tables below the first path that leads anywhere: elements of a list, or blocks."""
        for path in paths:
            found: list[Resolved] = []
            for item in self._program.at(body, path, place):
                inner = self._program.at(item.value, "*", item.place) if isinstance(item.value, Sequence) else [item]
                found += [one for one in inner if isinstance(one.value, Table)]
            if found:
                return found[:_MOST]
        return []

    def _text(self, body: Value, paths: Iterable[str], place: Place) -> str | None:
        for path in paths:
            for item in self._program.at(body, path, place):
                if isinstance(item.value, Text) and not item.offered:
                    return item.value.value
        return None

    def _keep(self, tool: Tool, into: _Deployed) -> None:
        reference = Reference(file=tool.file, line=tool.line, name=tool.name)
        self._tools.setdefault(reference, tool)
        into.tools.setdefault(reference)


def _referred(body: Value, named: Container[str]) -> list[str]:
    """Names of the agents that a resource's values speak of: ``aws_bedrockagent_agent.desk.agent_id``, Pulumi's
    ``desk.agentId``."""
    return list(_names(body, named))


def _names(body: Value, named: Container[str]) -> Iterator[str]:
    for _, value in walk(body):
        if isinstance(value, Ref) and len(value.names) > 1:
            if value.names[0] == _AGENT:
                yield value.names[1]
            elif value.names[0] in named:
                yield value.names[0]


def _table(resource: Resource) -> Table:
    return resource.body if isinstance(resource.body, Table) else Table((), resource.at)


def _row(at: At, name: str, framework: str, symbol: str, model: str | None) -> Agent:
    scope: Scope = manifest_scope(at.file)
    return Agent(
        file=at.file, line=at.line, name=name[:80], framework=framework, scope=scope, symbol=symbol, model=model
    )


def _tool(at: At, name: str, origin: str, unresolved: str | None, symbol: str | None) -> Tool:
    return Tool(
        file=at.file,
        line=at.line,
        name=name[:64],
        origin=origin,  # type: ignore[arg-type]
        scope=manifest_scope(at.file),
        symbol=symbol,
        unresolved=unresolved,
    )


def _key(row: Agent | Tool | Reference) -> tuple[str, int, str]:
    return row.file, row.line, row.name
