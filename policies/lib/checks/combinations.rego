# METADATA
# title: No agent joins untrusted input with sensitive data and a way out
# description: >-
#   Reads what each agent's tools, MCP servers and further agents can do together: untrusted input with sensitive
#   data and an action outside, or with code that is run. Proven and without a person's agreement it fails; with one
#   it passes. A pass proves that the combination is gated, or was not found in an agent that is wholly known.
package aigov.lib.checks.combinations

import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.result

needs := ["agents"]

_joins(combination) := "untrusted input, sensitive data and an action outside" if {
	combination.id == "untrusted-sensitive-action"
}

_joins(combination) := "untrusted input and code that is run" if combination.id == "untrusted-code"

results contains answer if {
	some agent in bom.agents
	some answer in _about(agent)
}

results contains gate.none_found("agent") if count(bom.agents) == 0

_about(agent) := {_joined(agent, combination) | some combination in agent.combinations} if {
	count(agent.combinations) > 0
} else := {result.undetermined(
	agent.ref, "not-wholly-known",
	sprintf("What the agent %s can do is not wholly known: %s.", [agent.name, agent.unresolved]),
	bom.evidence(agent.ref, agent), ["in the source tools that can be told"],
)} if {
	agent.unresolved
} else := {result.pass(
	agent.ref, "none-joined",
	sprintf("The agent %s was not found to join untrusted input with sensitive data and a way out.", [agent.name]),
	bom.evidence(agent.ref, agent),
)}

_joined(agent, combination) := result.pass(
	agent.ref, combination.id,
	sprintf("The agent %s joins %s; a person must agree before it acts.", [agent.name, _joins(combination)]),
	_proof(agent, combination),
) if {
	agent.approval
} else := result.undetermined(
	agent.ref, combination.id,
	sprintf("The agent %s may join %s; a name alone suggests a part.", [agent.name, _joins(combination)]),
	_proof(agent, combination), [_wanted],
) if {
	combination.weak == true
} else := result.fail(
	agent.ref, combination.id,
	sprintf("The agent %s joins %s, and nobody must agree before it acts.", [agent.name, _joins(combination)]),
	_proof(agent, combination), [_wanted],
)

_wanted := "in the source agents that are parted, or a person's agreement before the action"

_proof(agent, combination) := array.concat(
	bom.evidence(agent.ref, agent),
	[{"ref": agent.ref, "file": part.file, "line": part.line} | some part in combination.proof],
)
