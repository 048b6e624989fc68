# METADATA
# title: Data reaches a provider only as approved
# description: >-
#   Reads the classes of data found on the way to each provider against its approval and the approval of the model.
#   Personal and special-category data also need a data processing agreement, an agreed retention and no training.
#   A pass proves it for the calls found and the classes that names and fields give away; not for data that hides
#   behind neutral names.
package aigov.lib.checks.data_classes

import data.aigov.lib.approval
import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.result
import data.aigov.lib.unresolved

needs := ["context/evaluated_at_ns", "providers", "models", "flows", "unresolved"]

protected := {"personal", "special-category"}

results contains answer if {
	some provider in bom.providers
	some answer in about(provider)
}

results contains unsure if some unsure in unresolved.results({"provider"})

results contains gate.none_found("provider") if {
	count(bom.providers) == 0
	count(unresolved.results({"provider"})) == 0
}

# Every breach and doubt of one provider; a pass only when there is none.
about(provider) := worries(provider) if {
	count(worries(provider)) > 0
} else := {passed(provider)}

worries(provider) := union({
	untold(provider),
	not_approved(provider),
	not_allowed(provider),
	unprotected(provider),
	model_not_allowed(provider),
})

flows_to(provider) := [flow | some flow in bom.flows; flow.provider == bom.key(provider)]

# Classes that leave for the provider, each with the first place that shows it.
classes(provider) := {class | some flow in flows_to(provider); some class in flow.classes} | {datum.class |
	some datum in provider.data
	datum.flow != "inbound"
}

untold(provider) := {result.undetermined(
	provider.ref, "data-unresolved",
	sprintf("What reaches %s cannot be told: %s.", [bom.key(provider), flow.unresolved]),
	bom.evidence(provider.ref, flow), [sprintf("the class of the data sent%s", [bom.at(flow)])],
) |
	some flow in flows_to(provider)
	flow.unresolved
} | {result.undetermined(
	provider.ref, "no-flow",
	sprintf("%s is used, but no call that sends data was found.", [bom.key(provider)]),
	bom.evidence(provider.ref, provider), [sprintf("the data that reaches %s", [bom.key(provider)])],
) |
	count(flows_to(provider)) == 0
	count(classes(provider)) == 0
}

in_force(provider) := approval.current(approval.for_provider(provider))

not_approved(provider) := {result.fail(
	provider.ref, "not-approved",
	sprintf("%s receives %s, and no approval in force allows it%s.", [
		bom.key(provider), concat(", ", sort(classes(provider))), approval.lapse_note(approval.for_provider(provider)),
	]),
	evidence(provider, classes(provider)),
	[sprintf("aigov.yaml: approvals.providers: provider: %s, data_classes: %s", [
		bom.key(provider), concat(", ", sort(classes(provider))),
	])],
) |
	count(classes(provider)) > 0
	count(in_force(provider)) == 0
}

not_allowed(provider) := {result.fail(
	provider.ref, "class-not-allowed",
	sprintf("%s data reaches %s, and its approval does not allow it.", [class, bom.key(provider)]),
	evidence(provider, {class}),
	[sprintf("aigov.yaml: approvals.providers (%s): data_classes: %s", [bom.key(provider), class])],
) |
	some class in classes(provider)
	count(in_force(provider)) > 0
	count(allowing(provider, class)) == 0
}

allowing(provider, class) := [item.record | some item in in_force(provider); class in item.record.data_classes]

# Protected data needs an approval that allows it and carries all three records.
unprotected(provider) := {result.fail(
	provider.ref, "no-safeguard",
	sprintf("%s data reaches %s without %s.", [class, bom.key(provider), concat(", ", gaps)]),
	evidence(provider, {class}),
	[sprintf("aigov.yaml: approvals.providers (%s): %s", [bom.key(provider), gap]) | some gap in gaps],
) |
	some class in (classes(provider) & protected)
	some record in allowing(provider, class)
	every other in allowing(provider, class) {
		count(safeguard_gaps(other)) > 0
	}
	gaps := sort(safeguard_gaps(record))
}

safeguard_gaps(record) := {"dpa" | object.get(record, "dpa", "") == ""} | ({"retention_days" |
	object.get(record, "retention_days", -1) < 0
} | {"training: none or opted-out" | not object.get(record, "training", "") in {"none", "opted-out"}})

# A model's own approval may be narrower than its provider's.
model_not_allowed(provider) := {result.fail(
	model.ref, "class-not-allowed",
	sprintf("%s data reaches the model %s, and its approval does not allow it.", [class, model.id]),
	bom.evidence(model.ref, flow),
	[sprintf("aigov.yaml: approvals.models (%s): data_classes: %s", [model.id, class])],
) |
	some flow in flows_to(provider)
	some model in bom.models
	model.id == flow.model
	some class in flow.classes
	records := approval.current(approval.for_model(model))
	count(records) > 0
	every item in records {
		not class in item.record.data_classes
	}
}

passed(provider) := result.pass(
	provider.ref, "as-approved",
	sprintf("%s receives only what its approval allows: %s (approved by %s until %s).", [
		bom.key(provider), concat(", ", sort(classes(provider))), first.record.approved_by, first.record.expires,
	]),
	array.concat(evidence(provider, classes(provider)), approval.evidence(in_force(provider))),
) if {
	count(classes(provider)) > 0
	first := in_force(provider)[0]
} else := result.pass(
	provider.ref, "no-classified-data",
	sprintf("The calls to %s send no data of a class that aigov knows.", [bom.key(provider)]),
	evidence(provider, set()),
)

# The places of the flows that carry one of the classes, or of the provider where none does.
evidence(provider, wanted) := array.slice(places, 0, bom.shown) if {
	places := [place |
		some flow in flows_to(provider)
		count({class | some class in flow.classes} & wanted) > 0
		some place in bom.evidence(provider.ref, flow)
	]
	count(places) > 0
} else := bom.evidence(provider.ref, provider)
