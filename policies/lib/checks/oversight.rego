# METADATA
# title: A person agrees before an agent's tool acts
# description: >-
#   Reads what each agent and its tools can do (acts outside, runs code) and where a person must agree first. A proven
#   capability without such a place fails; one that only a name suggests, or an agent not wholly known, is undetermined.
#   A pass proves that a gate is written in the code, or that nothing consequential was found; not that people look
#   closely.
package aigov.lib.checks.oversight

import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.result

needs := ["agents", "tools"]

_consequential := {"acts-outside", "runs-code"}

results contains answer if {
	some agent in bom.agents
	answer := _judged(agent)
}

results contains gate.none_found("agent") if count(bom.agents) == 0

# What the agent can do that nobody is asked about, each with what it belongs to.
_ungated(agent) := {{"name": tool.name, "capability": capability} |
	some tool in input.tools
	tool.ref in agent.tools
	not tool.approval
	some capability in tool.capabilities
	capability.class in _consequential
} | {{"name": agent.name, "capability": capability} |
	some capability in agent.capabilities
	capability.class in _consequential
}

_proven(agent) := {item | some item in _ungated(agent); not item.capability.weak == true}

_judged(agent) := result.pass(
	agent.ref, "gated",
	sprintf("A person must agree before the agent %s acts.", [agent.name]),
	bom.evidence(agent.ref, agent),
) if {
	agent.approval
} else := result.fail(
	agent.ref, "no-gate",
	sprintf("The agent %s can act without anybody's agreement: %s.", [agent.name, _told(_proven(agent))]),
	array.concat(bom.evidence(agent.ref, agent), _places(agent, _proven(agent))),
	["in the source a step in which a person agrees before the tool runs"],
) if {
	count(_proven(agent)) > 0
} else := _unproven(agent)

_unproven(agent) := result.undetermined(
	agent.ref, "may-act",
	sprintf("The agent %s may act without anybody's agreement, as names suggest: %s.", [
		agent.name, _told(_ungated(agent)),
	]),
	array.concat(bom.evidence(agent.ref, agent), _places(agent, _ungated(agent))),
	["in the source a step in which a person agrees before the tool runs"],
) if {
	count(_ungated(agent)) > 0
} else := result.undetermined(
	agent.ref, "not-wholly-known",
	sprintf("What the agent %s can do is not wholly known: %s.", [agent.name, concat("; ", sort(_unknown(agent)))]),
	bom.evidence(agent.ref, agent), ["in the source tools that can be told, or a person's agreement before they run"],
) if {
	count(_unknown(agent)) > 0
} else := result.pass(
	agent.ref, "nothing-consequential",
	sprintf("No tool of the agent %s was found to act outside or run code without a person's agreement.", [agent.name]),
	bom.evidence(agent.ref, agent),
)

_unknown(agent) := union({
	{reason | reason := agent.unresolved},
	{sprintf("%s: %s", [tool.name, tool.unresolved]) |
		some tool in input.tools
		tool.ref in agent.tools
		not tool.approval
	},
	{sprintf("the MCP server %s", [trim_prefix(ref, "mcp:")]) | some ref in agent.mcp_servers},
	{sprintf("the tool %s", [trim_prefix(ref, "tool:")]) |
		some ref in agent.tools
		not ref in {tool.ref | some tool in input.tools}
	},
})

_told(items) := concat("; ", sort({sprintf("%s (%s)", [item.name, item.capability.class]) | some item in items}))

_places(agent, items) := array.slice(
	sort([place |
		some item in items
		place := {"ref": agent.ref, "file": item.capability.file, "line": item.capability.line}
	]),
	0, bom.shown,
)
