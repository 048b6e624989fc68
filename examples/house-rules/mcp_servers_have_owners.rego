# METADATA
# title: Every MCP server has an owner of its own
# description: >-
#   Reads the owners of aigov.yaml against the MCP servers that agents are given. An owner of everything (`*`) does
#   not count. A pass proves that somebody is named with a contact; not that they act.
# custom:
#   control: HR-4
package aigov.house_rules.rules.mcp_servers_have_owners

import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.pattern
import data.aigov.lib.result

results contains answer if some answer in gate.over_ai_use(_needs, _answers)

_needs := ["mcp_servers"]

_answers contains _judged(server) if some server in bom.mcp_servers

_answers contains gate.none_found("MCP server") if count(bom.mcp_servers) == 0

_judged(server) := result.pass(
	server.ref, "owned",
	sprintf("The MCP server %s is owned by %s.", [server.name, concat(", ", sort(_owners(server)))]),
	bom.evidence(server.ref, server),
) if {
	count(_owners(server)) > 0
} else := result.fail(
	server.ref, "no-owner",
	sprintf("The MCP server %s has no owner of its own.", [server.name]),
	bom.evidence(server.ref, server),
	[sprintf(`aigov.yaml: owners: {name, contact, covers: ["mcp:%s"]}`, [server.name])],
)

_owners(server) := {owner.name |
	some owner in input.declarations.owners
	owner.contact != ""
	some covered in owner.covers
	startswith(covered, "mcp:")
	pattern.matches(covered, sprintf("mcp:%s", [server.name]))
}
