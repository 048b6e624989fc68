# METADATA
# title: Every AI component has an owner
# description: >-
#   Reads owners of aigov.yaml, and who names each until when, against the models, services and MCP servers found; where
#   there are none of these, the AI libraries. A pass proves that somebody in force names an owner with a contact, not
#   that the owner acts.
package aigov.lib.checks.owners

import data.aigov.lib.bom
import data.aigov.lib.clock
import data.aigov.lib.gate
import data.aigov.lib.pattern
import data.aigov.lib.result
import data.aigov.lib.text
import data.aigov.lib.unresolved

needs := ["context/evaluated_at_ns", "libraries", "providers", "models", "mcp_servers", "unresolved"]

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
	sprintf("%s is owned by %s.", [component.title, concat("; ", sort(owners))]),
	evidence,
) if {
	some component in _components
	owners := {_described(owner) | some [_, owner] in _owned_by(component)}
	count(owners) > 0
	evidence := sort({{"path": sprintf("/declarations/owners/%d", [i])} | some [i, _] in _owned_by(component)})
}

results contains result.fail(
	component.item.ref, "no-owner",
	sprintf("%s has no owner%s.", [component.title, _lapse_note(component)]),
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

# One remedy for all that nobody owns: days for the owners that would, else an owner.
_wanted := sprintf("aigov.yaml: %s", [concat("; ", sort(_unsigned))]) if {
	count(_unsigned) > 0
} else := sprintf("aigov.yaml: owners: {name, contact, covers: [%s], stated: {by, on, expires}}", [_names_wanted])

default _names_wanted := `"*"`

_names_wanted := concat(", ", sort({sprintf(`"%s"`, [component.covers]) | some component in _unowned})) if {
	count(input.declarations.owners) > 0
}

_unsigned contains _dated_anew(owner) if {
	some component in _unowned
	some [_, owner] in _named_for(component)
}

_dated_anew(owner) := sprintf("new on and expires for owners: {name: %s}", [owner.name]) if {
	clock.lapse(owner.stated)
} else := sprintf("owners: {name: %s, stated: {by, on, expires}}", [owner.name])

_unowned contains component if {
	some component in _components
	count(_owned_by(component)) == 0
}

# Owners that somebody stands by.
_owned_by(component) := {[i, owner] |
	some [i, owner] in _named_for(component)
	text.filled(owner.stated.by)
	clock.current(owner.stated)
}

_named_for(component) := {[i, owner] |
	some i, owner in input.declarations.owners
	text.filled(owner.name)
	text.filled(owner.contact)
	some covered in owner.covers
	some name in ({component.covers} | component.aliases)
	pattern.matches(covered, name)
}

_described(owner) := sprintf("%s (%s), as %s says until %s", [
	owner.name, owner.contact, owner.stated.by, owner.stated.expires,
])

# ` (what Jo says of Desk team was valid until 2026-10-31)`, or nothing.
_lapse_note(component) := sprintf(" (%s)", [concat("; ", sort(notes))]) if {
	notes := {_lapse(owner) | some [_, owner] in _named_for(component)}
	count(notes) > 0
} else := ""

_lapse(owner) := sprintf("what %s says of %s %s", [owner.stated.by, owner.name, clock.lapse(owner.stated)]) if {
	clock.lapse(owner.stated)
} else := sprintf("no person says so of %s, until a day", [owner.name])
