# METADATA
# title: Components come with version and licence
# description: >-
#   Reads the version of each AI library, and the licence of each library, of each model file and of each model that an
#   own server runs: from the AI-BOM (lock files and model cards name some), else from `licences` of aigov.yaml. One
#   that contradicts the other fails. A pass proves that both are on record; not that the licence allows this use.
#   Models behind a provider's API are governed by the agreement with the provider, and are left out.
package aigov.lib.checks.licences

import data.aigov.lib.bom
import data.aigov.lib.clock
import data.aigov.lib.gate
import data.aigov.lib.pattern
import data.aigov.lib.result

needs := ["context/evaluated_at_ns", "libraries", "artifacts", "models", "providers"]

results contains answer if {
	some item in bom.libraries
	answer := _version(item)
}

results contains answer if {
	some part in _parts
	answer := _licence(part)
}

results contains gate.none_found("AI library or model file") if count(_parts) == 0

_parts contains {
	"item": item, "title": sprintf("the library %s", [item.name]),
	"covers": {sprintf("library:%s", [name]) | some name in {item.name, item.slug}},
	"wanted": `aigov.yaml: licences: {covers: ["library:%s"], licence, by, on, expires}`, "name": item.name,
} if {
	some item in bom.libraries
}

_parts contains {
	"item": item, "title": sprintf("the model file %s", [item.name]), "covers": {sprintf("model:%s", [item.name])},
	"wanted": "a model card or licence file beside %s that names the licence", "name": item.name,
} if {
	some item in bom.artifacts
}

_parts contains {
	"item": item, "title": sprintf("the model %s", [item.id]), "covers": {sprintf("model:%s", [item.id])},
	"wanted": `aigov.yaml: licences: {covers: ["model:%s"], licence, by, on, expires}`, "name": item.id,
} if {
	some item in bom.models
	some host in bom.providers
	host.kind == "model-host"
	bom.key(host) == item.provider
}

_version(item) := result.pass(
	item.ref, "version",
	sprintf("The library %s is used at version %s.", [item.name, item.version]),
	bom.evidence(item.ref, item),
) if {
	item.version
} else := result.undetermined(
	item.ref, "no-version",
	sprintf("Which version of the library %s is used is not known.", [item.name]),
	bom.evidence(item.ref, item), [sprintf("a lock file or an exact version for the library %s", [item.name])],
)

# What aigov.yaml says of a part, and is in force.
_declared(part) := [{"record": record, "path": sprintf("/declarations/licences/%d", [i])} |
	some i, record in input.declarations.licences
	record.by != ""
	clock.current(record)
	some covered in record.covers
	some name in part.covers
	pattern.matches(covered, name)
]

_found(part) := object.get(part.item, "licenses", [])

_licence(part) := result.fail(
	part.item.ref, "contradicted",
	sprintf("%s states that %s is under %s, and the AI-BOM says %s.", [
		said.record.by, part.title, said.record.licence, concat(", ", _found(part)),
	]),
	array.concat([{"path": said.path}], bom.evidence(part.item.ref, part.item)),
	[sprintf("aigov.yaml: licences: licence: %s", [_found(part)[0]])],
) if {
	count(_found(part)) > 0
	some said in _declared(part)
	not said.record.licence in _found(part)
} else := result.pass(
	part.item.ref, "licence",
	sprintf("The AI-BOM says that %s is under %s.", [part.title, concat(", ", _found(part))]),
	bom.evidence(part.item.ref, part.item),
) if {
	count(_found(part)) > 0
} else := result.pass(
	part.item.ref, "licence-stated",
	sprintf("%s states that %s is under %s, until %s.", [
		first.record.by, part.title, first.record.licence, first.record.expires,
	]),
	[{"path": first.path}],
) if {
	first := _declared(part)[0]
} else := result.undetermined(
	part.item.ref, "no-licence",
	sprintf("Under which licence %s may be used is not known.", [part.title]),
	bom.evidence(part.item.ref, part.item), [sprintf(part.wanted, [part.name])],
)
