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

_reached contains _component(item, "provider", bom.key(item), {sprintf("service:%s", [name]) |
	some name in {bom.key(item), item.name}
}) if {
	some item in bom.providers
}

_reached contains _component(item, "model", item.id, set()) if some item in bom.models

_reached contains _component(item, "mcp", item.name, set()) if some item in bom.mcp_servers

_components := _reached if {
	count(_reached) > 0
} else := {_component(item, "library", item.slug, set()) | some item in bom.libraries}

# What aigov.yaml calls it (`covers`), what people call it, and under which other names an owner may cover it.
_component(item, kind, name, aliases) := {
	"item": item,
	"covers": sprintf("%s:%s", [kind, name]),
	"title": sprintf("The %s %s", [object.get(_kinds, kind, kind), name]),
	"aliases": aliases,
}

_kinds := {"mcp": "MCP server"}

results contains result.pass(
	component.item.ref, "owned",
	sprintf("%s is owned by %s.", [component.title, concat(", ", sort(owners))]),
	evidence,
) if {
	some component in _components
	owners := {sprintf("%s (%s)", [owner.name, owner.contact]) | some [_, owner] in _owned_by(component)}
	count(owners) > 0
	evidence := sort({{"path": sprintf("/declarations/owners/%d", [i])} | some [i, _] in _owned_by(component)})
}

results contains result.fail(
	component.item.ref, "no-owner",
	sprintf("%s has no owner.", [component.title]),
	bom.evidence(component.item.ref, component.item), [_wanted],
) if {
	some component in _components
	count(_owned_by(component)) == 0
}

results contains answer if some answer in unresolved.results({"provider"})

results contains gate.none_found("AI component") if {
	count(_components) == 0
	count(unresolved.results({"provider"})) == 0
}

# One remedy for all that nobody owns.
default _wanted := `aigov.yaml: owners: {name, contact, covers: ["*"]}`

_wanted := sprintf("aigov.yaml: owners: {name, contact, covers: [%s]}", [concat(", ", sort(unowned))]) if {
	count(input.declarations.owners) > 0
	unowned := {sprintf(`"%s"`, [component.covers]) | some component in _components; count(_owned_by(component)) == 0}
}

_owned_by(component) := {[i, owner] |
	some i, owner in input.declarations.owners
	owner.name != ""
	owner.contact != ""
	some covered in owner.covers
	some name in ({component.covers} | component.aliases)
	pattern.matches(covered, name)
}
