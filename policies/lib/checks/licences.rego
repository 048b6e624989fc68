# METADATA
# title: Components come with version and licence
# description: >-
#   Reads the version of each AI library and the licence of each model file. A pass proves that both are on record; not
#   that the licence allows this use. Licences of libraries and of models behind an API are not read: the agreement with
#   the provider governs the latter.
package aigov.lib.checks.licences

import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.result

needs := ["libraries", "artifacts"]

results contains answer if {
	some item in bom.libraries
	answer := _version(item)
}

results contains answer if {
	some item in bom.artifacts
	answer := _licence(item)
}

results contains gate.none_found("AI library or model file") if count(bom.libraries | bom.artifacts) == 0

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

_licence(item) := result.pass(
	item.ref, "licence",
	sprintf("%s says that it is under %s.", [item.name, concat(", ", item.licenses)]),
	bom.evidence(item.ref, item),
) if {
	count(item.licenses) > 0
} else := result.undetermined(
	item.ref, "no-licence",
	sprintf("Under which licence %s may be used is not known.", [item.name]),
	bom.evidence(item.ref, item), [sprintf("a model card or licence file beside %s that names the licence", [item.name])],
)
