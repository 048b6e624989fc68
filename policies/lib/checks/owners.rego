# METADATA
# title: Every AI component has an owner
# description: >-
#   Reads owners of aigov.yaml against the models, services and MCP servers found; where there are none of these, the
#   AI libraries. A pass proves that somebody is named with a contact, not that they act.
package aigov.lib.checks.owners

import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.pattern
import data.aigov.lib.result
import data.aigov.lib.unresolved

needs := ["libraries", "providers", "models", "mcp_servers", "unresolved"]

reached contains {"item": item, "name": sprintf("provider:%s", [bom.key(item)]), "aliases": aliases} if {
	some item in bom.providers
	aliases := {sprintf("service:%s", [bom.key(item)]), sprintf("service:%s", [item.name])}
}

reached contains {"item": item, "name": sprintf("model:%s", [item.id]), "aliases": set()} if {
	some item in bom.models
}

reached contains {"item": item, "name": sprintf("mcp:%s", [item.name]), "aliases": set()} if {
	some item in bom.mcp_servers
}

components := reached if {
	count(reached) > 0
} else := {{"item": item, "name": sprintf("library:%s", [item.slug]), "aliases": set()} | some item in bom.libraries}

results contains result.pass(
	component.item.ref, "owned",
	sprintf("%s is owned by %s.", [component.name, concat(", ", sort(owners))]),
	evidence,
) if {
	some component in components
	owners := {sprintf("%s (%s)", [owner.name, owner.contact]) | some [_, owner] in owned_by(component)}
	count(owners) > 0
	evidence := sort({{"path": sprintf("/declarations/owners/%d", [i])} | some [i, _] in owned_by(component)})
}

results contains result.fail(
	component.item.ref, "no-owner",
	sprintf("%s has no owner.", [component.name]),
	bom.evidence(component.item.ref, component.item),
	[sprintf("aigov.yaml: owners: an owner whose covers has %s", [component.name])],
) if {
	some component in components
	count(owned_by(component)) == 0
}

results contains answer if some answer in unresolved.results({"provider"})

results contains gate.none_found("AI component") if {
	count(components) == 0
	count(unresolved.results({"provider"})) == 0
}

owned_by(component) := {[i, owner] |
	some i, owner in input.declarations.owners
	owner.name != ""
	owner.contact != ""
	some covered in owner.covers
	some name in ({component.name} | component.aliases)
	pattern.matches(covered, name)
}
