# METADATA
# title: Every provider and model is approved
# description: >-
#   Reads approvals of aigov.yaml against the services and models found. A pass proves that a named person approved
#   this provider or model id and that the approval is in force; not that the approver was right.
package aigov.lib.checks.approvals

import data.aigov.lib.approval
import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.result
import data.aigov.lib.unresolved

needs := ["context/evaluated_at_ns", "providers", "models", "unresolved"]

providers contains answer(provider.ref, sprintf("provider %s", [bom.key(provider)]), approvals, provider, wanted) if {
	some provider in bom.providers
	approvals := approval.for_provider(provider)
	wanted := sprintf("aigov.yaml: approvals.providers: provider: %s", [bom.key(provider)])
}

providers contains unsure if some unsure in unresolved.results({"provider", "endpoint"})

providers contains doubt(service) if some service in bom.unknown_services

providers contains gate.none_found("provider") if {
	count(bom.providers) == 0
	count(bom.unknown_services) == 0
	count(unresolved.results({"provider", "endpoint"})) == 0
}

models contains answer(model.ref, sprintf("model %s", [model.id]), approvals, model, wanted) if {
	some model in bom.models
	approvals := approval.for_model(model)
	wanted := sprintf("aigov.yaml: approvals.models: model: %s", [model.id])
}

models contains unsure if some unsure in unresolved.results({"model"})

models contains gate.none_found("model") if {
	count(bom.models) == 0
	count(unresolved.results({"model"})) == 0
}

answer(ref, name, approvals, _, _) := result.pass(
	ref, "approved",
	sprintf("The %s is approved by %s until %s.", [name, first.record.approved_by, first.record.expires]),
	approval.evidence(approval.current(approvals)),
) if {
	first := approval.current(approvals)[0]
}

answer(ref, name, approvals, item, wanted) := result.fail(
	ref, "not-approved",
	sprintf("The %s has no approval in force%s.", [name, approval.lapse_note(approvals)]),
	array.concat(bom.evidence(ref, item), approval.evidence(approvals)), [wanted],
) if {
	count(approval.current(approvals)) == 0
}

# A service that the catalogue does not know may be no AI; an approval by its name settles that it may be used.
doubt(service) := answer(service.ref, sprintf("service %s", [service.name]), approvals, service, "") if {
	approvals := approval.for_provider(service)
	count(approval.current(approvals)) > 0
} else := result.undetermined(
	service.ref, "unknown-service",
	sprintf("aigov does not know %s, so it cannot tell whether it is an AI provider.", [service.name]),
	bom.evidence(service.ref, service),
	[sprintf("aigov.yaml: approvals.providers: provider: %s", [service.name])],
)
