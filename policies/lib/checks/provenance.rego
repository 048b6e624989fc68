# METADATA
# title: Data for training is named and fixed
# description: >-
#   Reads the data sets that code fetches, and what tuning jobs train on. A pass proves that the source names each
#   and that a commit fixes what is fetched; not that the data is lawful, fit or free of bias.
package aigov.lib.checks.provenance

import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.result

needs := ["assets", "system/ref"]

# METADATA
# description: Data sets and tuning jobs of what ships.
# scope: document
sets contains item if {
	some item in bom.assets
	item.what in {"dataset", "tuning"}
}

# METADATA
# description: Whether the source names each.
# scope: document
named contains answer if {
	some item in sets
	answer := _named(item)
}

named contains gate.none_found("data set or tuning job") if count(sets) == 0

# METADATA
# description: Whether a commit fixes each.
# scope: document
fixed contains answer if {
	some item in sets
	answer := _fixed(item)
}

fixed contains gate.none_found("data set or tuning job") if count(sets) == 0

_named(item) := result.pass(
	input.system.ref, "named",
	sprintf("The source names the data of %s.", [_title(item)]),
	bom.evidence(input.system.ref, item),
) if {
	_name(item)
} else := result.undetermined(
	input.system.ref, "not-named",
	sprintf("Which data %s uses cannot be told from the source.", [_title(item)]),
	bom.evidence(input.system.ref, item), [sprintf("in the source a constant that names the data%s", [bom.at(item)])],
)

_fixed(item) := result.pass(
	input.system.ref, "fixed",
	sprintf("A commit fixes the data of %s.", [_title(item)]),
	bom.evidence(input.system.ref, item),
) if {
	item.pinned == "yes"
} else := result.fail(
	input.system.ref, "floating",
	sprintf("The data of %s may change: no commit fixes it.", [_title(item)]),
	bom.evidence(input.system.ref, item),
	[sprintf("in the source the commit of the data as its revision%s", [bom.at(item)])],
) if {
	item.pinned == "no"
} else := result.undetermined(
	input.system.ref, "not-fixed",
	sprintf("Whether the data of %s stays the same cannot be told.", [_title(item)]),
	bom.evidence(input.system.ref, item), [sprintf("in the source data with a revision or digest%s", [bom.at(item)])],
)

_name(item) := item.name if item.what == "dataset"

_name(item) := item.data if item.what == "tuning"

_title(item) := sprintf("the %s %s", [_kinds[item.what], item.name]) if {
	item.name
} else := sprintf("a %s%s", [_kinds[item.what], bom.at(item)])

_kinds := {"dataset": "data set", "tuning": "tuning job"}
