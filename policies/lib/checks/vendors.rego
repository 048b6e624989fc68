# METADATA
# title: No barred vendor is used
# description: >-
#   Reads system.restricted of aigov.yaml, while somebody stands by it, against providers, libraries, makers of models
#   and observers, by name and by the seat of the vendor. A hit fails until it is waived. A pass proves that none of
#   the names and seats known to the catalogue is barred, and that no address is open at which a barred one may answer;
#   not that the list is right: aigov brings no sanctions list.
package aigov.lib.checks.vendors

import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.mention
import data.aigov.lib.pattern
import data.aigov.lib.result
import data.aigov.lib.said
import data.aigov.lib.unresolved

needs := ["context/evaluated_at_ns", "providers", "libraries", "models", "observers", "unresolved"]

_restricted := input.declarations.system.restricted if said.in_force

_used := ((bom.providers | bom.libraries) | _makers) | _watchers

# Who made a model that another one serves. That it has no seat on record says nothing: it is somebody's.
_makers contains object.union(model, {
	"slug": model.publisher, "endpoints": [],
	"name": sprintf("The model %s of %s", [model.id, model.publisher]),
}) if {
	some model in bom.models
	model.publisher
}

# Whoever gets copies of prompts, and is no service of its own in the AI-BOM.
_watchers contains object.union(item, {
	"ref": "system", "name": sprintf("The observer %s", [item.slug]), "endpoints": [],
}) if {
	some item in bom.observers
	not object.get(item, "exposure", "unknown") in {"private", "loopback"} # of an absent value engines differ
	not item.slug in {bom.key(provider) | some provider in bom.providers}
}

results contains answer if {
	_restricted
	some item in _used
	answer := _judged(item)
}

results contains result.undetermined(
	"system", "no-list",
	sprintf("aigov.yaml does not say which vendors may not be used%s.", [said.lapse("restricted")]),
	[], said.wanted(
		"restricted",
		`aigov.yaml: system.restricted: for example ["jurisdiction:RU"], or [] where none is barred`,
	),
) if {
	not _restricted
	count(_used | bom.models) > 0
}

results contains result.undetermined(
	model.ref, "maker-unknown",
	sprintf("Who made the model %s is not known, so nor whether aigov.yaml bars its maker.", [model.id]),
	bom.evidence(model.ref, model), [sprintf("a catalogue entry that names the publisher of %s", [model.id])],
) if {
	count(_restricted) > 0
	some model in bom.models
	not model.publisher
}

results contains unsure if some unsure in unresolved.results({"provider"})

# Whoever answers at an address that is set at run time may be one that is barred.
results contains unsure if {
	count(_restricted) > 0
	some unsure in unresolved.answered_by_anyone
}

# Where vendors are barred, the maker of a model that nobody names may be one of them.
results contains unsure if {
	count(_restricted) > 0
	some unsure in unresolved.results({"model"})
}

results contains gate.none_found("vendor") if {
	count(_used | bom.models) == 0
	count(unresolved.results({"provider"})) == 0
}

_barred(item) := {entry |
	some entry in _restricted
	pattern.matches(trim_prefix(entry, "provider:"), bom.key(item))
	startswith(entry, "provider:")
} | {entry |
	some entry in _restricted
	entry == sprintf("jurisdiction:%s", [item.jurisdiction])
}

_judged(item) := mention.judge(item, result.fail(
	item.ref, "barred",
	sprintf("%s is used, which aigov.yaml bars (%s).", [item.name, concat(", ", sort(_barred(item)))]),
	array.concat(bom.evidence(item.ref, item), said.evidence("restricted")),
	[sprintf("a system without %s, or aigov.yaml: waivers", [bom.key(item)])],
)) if {
	count(_barred(item)) > 0
} else := result.undetermined(
	item.ref, "seat-unknown",
	sprintf("Where the vendor of %s has its seat is not known.", [item.name]),
	bom.evidence(item.ref, item), [sprintf("a catalogue entry that names the jurisdiction of %s", [bom.key(item)])],
) if {
	not item.jurisdiction
	item.endpoints
	_by_seat(_restricted)
} else := result.not_applicable(
	item.ref, "no-seat",
	sprintf("No vendor's seat is known of %s, which runs in the system itself.", [item.name]),
	bom.evidence(item.ref, item),
) if {
	not item.jurisdiction
	_by_seat(_restricted)
} else := result.pass(
	item.ref, "not-barred",
	sprintf("%s is not barred by aigov.yaml.", [item.name]),
	array.concat(bom.evidence(item.ref, item), said.evidence("restricted")),
)

_by_seat(entries) if {
	some entry in entries
	startswith(entry, "jurisdiction:")
}
