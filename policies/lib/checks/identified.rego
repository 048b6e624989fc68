# METADATA
# title: Each use names its model and provider
# description: >-
#   Reads whether the source names the model of every call, and who serves it: a client whose address is set at run time
#   and whose protocol others speak is served by nobody in particular. A pass proves that a model id stands
#   in the source with its provider; what the model is suited for is not decided.
package aigov.lib.checks.identified

import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.result
import data.aigov.lib.unresolved

needs := ["models", "unresolved"]

_open := unresolved.results({"model", "provider"})

results contains answer if {
	some model in bom.models
	answer := _named(model)
}

results contains answer if some answer in _open

# A model is served by whoever answers at the address that is set at run time.
results contains answer if some answer in unresolved.answered_by_anyone

results contains gate.none_found("model") if {
	count(bom.models) == 0
	count(_open) == 0
}

_named(model) := result.pass(
	model.ref, "identified",
	sprintf("The model %s is served by %s.", [model.id, model.provider]),
	bom.evidence(model.ref, model),
) if {
	model.provider
} else := result.undetermined(
	model.ref, "no-provider",
	sprintf("Who serves the model %s is not known.", [model.id]),
	bom.evidence(model.ref, model), [sprintf("the provider of %s", [model.id])],
)
