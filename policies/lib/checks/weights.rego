# METADATA
# title: Model files are safe to load, and fixed
# description: >-
#   Reads the format and digest of each model file, and the loads and pulls of code: whether loading runs code,
#   whether a commit fixes what is fetched. A pass proves that the file's format runs no code and its bytes are on
#   record; not that the weights are free of backdoors.
package aigov.lib.checks.weights

import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.result

needs := ["artifacts", "assets", "system/ref"]

_loads contains item if {
	some item in bom.assets
	item.what in {"load", "hub"}
}

results contains answer if {
	some item in bom.artifacts
	answer := _file(item)
}

results contains answer if {
	some item in _loads
	answer := _load(item)
}

results contains gate.none_found("model file or load of one") if count(bom.artifacts | _loads) == 0

_file(item) := result.fail(
	item.ref, "runs-code",
	sprintf("Loading %s runs code that it brings%s.", [item.name, _imports(item)]),
	bom.evidence(item.ref, item), ["the weights in a format that holds no code, such as safetensors, GGUF or ONNX"],
) if {
	_runs_code(item)
} else := result.undetermined(
	item.ref, "may-run-code",
	sprintf("Whether loading %s (%s) runs code cannot be told.", [item.name, item.format]),
	bom.evidence(item.ref, item), ["the weights in a format that holds no code, such as safetensors, GGUF or ONNX"],
) if {
	not item.runs_code == false
} else := result.undetermined(
	item.ref, "no-digest",
	sprintf("The bytes of %s are not on record: the BOM holds no digest.", [item.name]),
	bom.evidence(item.ref, item), ["a scan that reads the whole file"],
) if {
	not item.sha256
} else := result.pass(
	item.ref, "safe-format",
	sprintf("%s (%s) holds no code, and its sha256 is on record.", [item.name, item.format]),
	bom.evidence(item.ref, item),
)

_runs_code(item) if item.runs_code == true

_runs_code(item) if count(item.unsafe) > 0

_imports(item) := sprintf(": %s", [concat(", ", item.unsafe)]) if {
	count(item.unsafe) > 0
} else := ""

_load(item) := result.fail(
	input.system.ref, "unsafe-load",
	sprintf("Loading %s may run code that it brings: %s.", [_name(item), item.unsafe]),
	bom.evidence(input.system.ref, item), ["in the source a load that runs no code, from a file that is fixed"],
) if {
	item.unsafe
} else := result.fail(
	input.system.ref, "floating",
	sprintf("What is fetched as %s may change: no commit fixes it.", [_name(item)]),
	bom.evidence(input.system.ref, item), [sprintf("in the source the commit of %s as its revision", [_name(item)])],
) if {
	item.pinned == "no"
} else := result.undetermined(
	input.system.ref, "pin-unknown",
	sprintf("Whether a commit fixes %s cannot be told.", [_name(item)]),
	bom.evidence(input.system.ref, item), [sprintf("in the source the commit of %s as its revision", [_name(item)])],
) if {
	not object.get(item, "pinned", "yes") == "yes"
} else := result.pass(
	input.system.ref, "safe-load",
	sprintf("Loading %s was not found to run code of its own.", [_name(item)]),
	bom.evidence(input.system.ref, item),
)

_name(item) := object.get(item, "name", "a model that the source does not name")
