# METADATA
# title: Models are pinned to a version
# description: >-
#   Reads whether each model id names a fixed version. An alias, which the provider may move to another model, fails.
#   A pass proves that the id in the source is fixed; a setting may still replace it at run time, which the message
#   then says.
package aigov.lib.checks.pinned

import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.mention
import data.aigov.lib.result
import data.aigov.lib.unresolved

needs := ["models", "unresolved"]

results contains result.pass(
	model.ref, "pinned",
	sprintf("The model %s is a fixed version%s.", [model.id, _run_time_note(model)]),
	bom.evidence(model.ref, model),
) if {
	some model in bom.models
	model.pinned == "yes"
}

results contains mention.judge(model, result.fail(
	model.ref, "alias",
	sprintf("The model %s is an alias, which its provider may move to another model.", [model.id]),
	bom.evidence(model.ref, model),
	[_wanted(model)],
)) if {
	some model in bom.models
	model.pinned == "no"
}

results contains result.undetermined(
	model.ref, "pin-unknown",
	sprintf("Whether the model %s is a fixed version is not known.", [model.id]),
	bom.evidence(model.ref, model),
	[_wanted(model)],
) if {
	some model in bom.models
	not object.get(model, "pinned", "unresolved") in {"yes", "no"}
}

results contains answer if some answer in unresolved.results({"model"})

results contains gate.none_found("model") if {
	count(bom.models) == 0
	count(unresolved.results({"model"})) == 0
}

_run_time_note(model) := sprintf("; %s can replace it at run time", [model.variable])

_run_time_note(model) := "" if not model.variable

_wanted(model) := sprintf(
	"in the source a dated or numbered version of %s; where its provider offers none, aigov.yaml: waivers",
	[model.id],
)
