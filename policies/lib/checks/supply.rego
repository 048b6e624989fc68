# METADATA
# title: AI libraries are locked and MCP servers pinned
# description: >-
#   Reads whether a lock file or exact version fixes each AI library, and whether each MCP server is started at a fixed
#   version. A pass proves that the same sources install the same code; not that the code is safe.
package aigov.lib.checks.supply

import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.result

needs := ["libraries", "mcp_servers"]

_parts contains {"item": item, "name": name, "fixed": fixed, "wanted": wanted} if {
	some item in bom.libraries
	fixed := object.get(item, "locked", "unresolved")
	name := sprintf("library %s", [item.name])
	wanted := sprintf("a lock file or an exact version for the %s", [name])
}

_parts contains {"item": item, "name": name, "fixed": fixed, "wanted": wanted} if {
	some item in bom.mcp_servers
	fixed := object.get(item, "pinned", "unresolved")
	name := sprintf("MCP server %s", [item.name])
	wanted := sprintf("an exact version for the %s where it is started", [name])
}

results contains result.pass(
	part.item.ref, "fixed",
	sprintf("The version of the %s is fixed.", [part.name]),
	bom.evidence(part.item.ref, part.item),
) if {
	some part in _parts
	part.fixed == "yes"
}

results contains result.fail(
	part.item.ref, "not-fixed",
	sprintf("The version of the %s is not fixed.", [part.name]),
	bom.evidence(part.item.ref, part.item), [part.wanted],
) if {
	some part in _parts
	part.fixed == "no"
}

results contains result.undetermined(
	part.item.ref, "fix-unknown",
	sprintf("Whether the version of the %s is fixed is not known.", [part.name]),
	bom.evidence(part.item.ref, part.item), [part.wanted],
) if {
	some part in _parts
	not part.fixed in {"yes", "no"}
}

results contains gate.none_found("AI library or MCP server") if count(_parts) == 0
