# METADATA
# title: Every provider and model is approved
# description: >-
#   Reads approvals of aigov.yaml against the services and models found. A pass proves that a named person approved
#   this provider or model id and that the approval is in force; not that the approver was right.
package aigov.lib.checks.approvals

import data.aigov.lib.approval
import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.mention
import data.aigov.lib.result
import data.aigov.lib.unresolved

needs := ["context/evaluated_at_ns", "providers", "models", "unresolved"]

# METADATA
# description: Answers on every service that receives data.
# scope: document
providers contains answer if {
	some provider in bom.providers
	approvals := approval.for_provider(provider)
	wanted := approval.provider_wanted(provider, approvals)
	answer := _answer(provider, sprintf("provider %s", [bom.key(provider)]), approvals, wanted)
}

providers contains unsure if some unsure in unresolved.results({"provider", "endpoint"})

providers contains _doubt(service) if some service in bom.unknown_services

providers contains gate.none_found("provider") if {
	count(bom.providers) == 0
	count(bom.unknown_services) == 0
	count(unresolved.results({"provider", "endpoint"})) == 0
}

# METADATA
# description: Answers on every model.
# scope: document
models contains answer if {
	some model in bom.models
	approvals := approval.for_model(model)
	wanted := approval.model_wanted(model, approvals)
	answer := _answer(model, sprintf("model %s", [model.id]), approvals, wanted)
}

models contains unsure if some unsure in unresolved.results({"model"})

models contains gate.none_found("model") if {
	count(bom.models) == 0
	count(unresolved.results({"model"})) == 0
}

_answer(item, name, approvals, _) := _approved(item, name, approvals)

_answer(item, name, approvals, wanted) := mention.judge(item, result.fail(
	item.ref, "not-approved",
	sprintf("The %s has no approval in force%s.", [name, approval.lapse_note(approvals)]),
	array.concat(bom.evidence(item.ref, item), approval.evidence(approvals)), [wanted],
)) if {
	count(approval.current(approvals)) == 0
}

# Undefined where no approval is in force.
_approved(item, name, approvals) := result.pass(
	item.ref, "approved",
	sprintf("The %s is approved by %s until %s.", [name, first.record.approved_by, first.record.expires]),
	approval.evidence(approval.current(approvals)),
) if {
	first := approval.current(approvals)[0]
}

# A service that the catalogue does not know may be no AI; an approval by its name settles that it may be used.
_doubt(service) := found if {
	found := _approved(service, sprintf("service %s", [service.name]), approval.for_provider(service))
} else := result.undetermined(
	service.ref, "unknown-service",
	sprintf("aigov does not know the service %s, so it cannot tell whether it is an AI provider.", [service.name]),
	bom.evidence(service.ref, service),
	[approval.provider_wanted(service, approval.for_provider(service))],
)
