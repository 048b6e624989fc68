# METADATA
# title: Models are pinned to a version
# description: >-
#   Reads whether each model id names a fixed version. An alias, which the provider may move to another model, fails.
#   A pass proves that the id in the source is fixed; a setting may still replace it at run time, and the message says so.
package aigov.lib.checks.pinned

import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.result
import data.aigov.lib.unresolved

needs := ["models", "unresolved"]

results contains result.pass(
	model.ref, "pinned",
	sprintf("%s is a fixed version%s.", [model.id, run_time_note(model)]),
	bom.evidence(model.ref, model),
) if {
	some model in bom.models
	model.pinned == "yes"
}

results contains result.fail(
	model.ref, "alias",
	sprintf("%s is an alias: the provider may move it to another model.", [model.id]),
	bom.evidence(model.ref, model),
	[sprintf("a dated or numbered version of %s in the source", [model.id])],
) if {
	some model in bom.models
	model.pinned == "no"
}

results contains result.undetermined(
	model.ref, "pin-unknown",
	sprintf("Whether %s is a fixed version is not known.", [model.id]),
	bom.evidence(model.ref, model),
	[sprintf("a version of %s that its platform fixes", [model.id])],
) if {
	some model in bom.models
	not object.get(model, "pinned", "unresolved") in {"yes", "no"}
}

results contains answer if some answer in unresolved.results({"model"})

results contains gate.none_found("model") if {
	count(bom.models) == 0
	count(unresolved.results({"model"})) == 0
}

run_time_note(model) := sprintf("; %s can replace it at run time", [model.variable])

run_time_note(model) := "" if not model.variable
