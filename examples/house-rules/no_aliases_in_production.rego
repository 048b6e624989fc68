# METADATA
# title: Production calls fixed model versions
# description: >-
#   Reads whether each model id in code that ships names a fixed version; what only builds may float. A pass proves that
#   the id in the source is fixed; a setting may still replace it at run time.
# custom:
#   control: HR-2
package aigov.house_rules.rules.no_aliases_in_production

import data.aigov.house_rules.parameters
import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.pattern
import data.aigov.lib.result
import data.aigov.lib.unresolved

results contains answer if some answer in gate.over_ai_use(_needs, _answers)

_needs := ["models", "unresolved"]

_models contains model if {
	some model in bom.models
	model.scope == "app"
	not _exempt(model)
}

_exempt(model) if {
	some glob in parameters.no_aliases_in_production.exempt
	pattern.matches(glob, model.id)
}

_answers contains _judged(model) if some model in _models

_answers contains unsure if some unsure in unresolved.results({"model"})

_answers contains gate.none_found("model in production") if {
	count(_models) == 0
	count(unresolved.results({"model"})) == 0
}

_judged(model) := result.pass(
	model.ref, "fixed",
	sprintf("%s is a fixed version.", [model.id]),
	bom.evidence(model.ref, model),
) if {
	model.pinned == "yes"
} else := result.fail(
	model.ref, "alias",
	sprintf("%s is an alias, and production calls it.", [model.id]),
	bom.evidence(model.ref, model), [sprintf("in the source a version in place of %s", [model.id])],
) if {
	model.pinned == "no"
} else := result.undetermined(
	model.ref, "unknown",
	sprintf("Whether %s is a fixed version is not known.", [model.id]),
	bom.evidence(model.ref, model), [sprintf("in the source a version in place of %s", [model.id])],
)
