# METADATA
# title: What is used has a day of review
# description: >-
#   Reads whether each provider and model found bears a dated approval of aigov.yaml in force, whose end is the day of
#   its next review. A pass proves that this day lies ahead; not that the review was done well.
package aigov.lib.checks.reviewed

import data.aigov.lib.approval
import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.mention
import data.aigov.lib.result
import data.aigov.lib.unresolved

needs := ["context/evaluated_at_ns", "providers", "models", "unresolved"]

results contains answer if {
	some provider in bom.providers
	approvals := approval.for_provider(provider)
	wanted := approval.provider_wanted(provider, approvals)
	answer := _judged(provider, sprintf("provider %s", [bom.key(provider)]), approvals, wanted)
}

results contains answer if {
	some model in bom.models
	approvals := approval.for_model(model)
	answer := _judged(model, sprintf("model %s", [model.id]), approvals, approval.model_wanted(model, approvals))
}

results contains unsure if some unsure in _open

results contains gate.none_found("provider or model") if {
	count(bom.providers) == 0
	count(bom.models) == 0
	count(_open) == 0
}

_open := unresolved.results({"model", "provider"})

_judged(item, name, approvals, wanted) := mention.judge(item, result.fail(
	item.ref, "no-review",
	sprintf("No day is set for the next review of the %s%s.", [name, approval.lapse_note(approvals)]),
	array.concat(bom.evidence(item.ref, item), approval.evidence(approvals)), [wanted],
)) if {
	count(approval.current(approvals)) == 0
} else := result.pass(
	item.ref, "review-ahead",
	sprintf("The %s is to be reviewed by %s.", [name, max({found.record.expires | some found in in_force})]),
	approval.evidence(in_force),
) if {
	in_force := approval.current(approvals)
}
