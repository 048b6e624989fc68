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
import data.aigov.lib.text
import data.aigov.lib.unresolved

needs := ["context/evaluated_at_ns", "providers", "models", "flows", "unresolved"]

_protected := {"personal", "special-category"}

results contains answer if {
	some provider in bom.providers
	some answer in _about(provider)
}

results contains unsure if some unsure in _open

results contains gate.none_found("provider") if {
	count(bom.providers) == 0
	count(_open) == 0
}

# Who gets the data, where the source does not tell.
_open := unresolved.results({"provider"}) | unresolved.answered_by_anyone

# Every breach and doubt of one provider; a pass only when there is none.
_about(provider) := _worries(provider) if {
	count(_worries(provider)) > 0
} else := {_passed(provider)}

_worries(provider) := union({
	_untold(provider),
	_told_in_part(provider),
	_not_approved(provider),
	_not_allowed(provider),
	_unprotected(provider),
	_model_not_allowed(provider),
	_model_untold(provider),
})

_untold(provider) := {result.undetermined(
	provider.ref, "data-unresolved",
	sprintf("What reaches the provider %s cannot be told: %s.", [bom.key(provider), flow.unresolved]),
	bom.evidence(provider.ref, flow),
	[sprintf("in the source names that tell what is sent%s", [bom.at(flow)])],
) |
	some flow in bom.flows_to(provider)
	flow.unresolved
} | {result.undetermined(
	provider.ref, "no-flow",
	sprintf("The provider %s is used, but no call that sends data to it was found.", [bom.key(provider)]),
	bom.evidence(provider.ref, provider),
	[sprintf("in the source a call that shows what reaches %s", [bom.key(provider)])],
) |
	count(bom.flows_to(provider)) == 0
	count(bom.classes(provider)) == 0
}

# What is sent beside the data that names tell may be of any class: only an approval of all of them covers it.
_told_in_part(provider) := {result.undetermined(
	provider.ref, "data-partial",
	sprintf("More may reach the provider %s than its approval allows: %s.", [bom.key(provider), first.partial]),
	array.slice([place | some flow in flows; some place in bom.evidence(provider.ref, flow)], 0, bom.shown),
	[sprintf("in the source names that tell what else is sent%s", [bom.at(first)])],
) |
	count(_in_force(provider)) > 0
	flows := [flow | some flow in bom.flows_to(provider); flow.partial]
	first := flows[0]
	not _allows_all(provider)
}

_allows_all(provider) if {
	every class in bom.any_class {
		some record in _allowing(provider, class)
		_covers(record, class)
	}
}

_covers(_, class) if not class in _protected

_covers(record, _) if count(_safeguard_gaps(record)) == 0

_in_force(provider) := approval.current(approval.for_provider(provider))

_not_approved(provider) := {result.fail(
	provider.ref, "not-approved",
	sprintf("The provider %s receives %s data, and no approval in force allows it%s.", [
		bom.key(provider), _listed(bom.classes(provider)), approval.lapse_note(approvals),
	]),
	_evidence(provider, bom.classes(provider)),
	[approval.provider_wanted(provider, approvals)],
) |
	count(bom.classes(provider)) > 0
	count(_in_force(provider)) == 0
	approvals := approval.for_provider(provider)
}

_not_allowed(provider) := {result.fail(
	provider.ref, "class-not-allowed",
	sprintf("The provider %s receives %s data, which its approval does not allow.", [bom.key(provider), class]),
	_evidence(provider, {class}),
	[_class_wanted(class, sprintf("providers: {provider: %s", [bom.key(provider)]), first, bom.classes(provider))],
) |
	first := _in_force(provider)[0].record
	some class in bom.classes(provider)
	count(_allowing(provider, class)) == 0
}

_class_wanted(class, entry, record, classes) := "a call that sends no secret" if {
	class == "secret"
} else := sprintf("aigov.yaml: approvals.%s, %s}", [
	entry, approval.classes_wanted(classes | {allowed | some allowed in record.data_classes}),
])

_allowing(provider, class) := [item.record | some item in _in_force(provider); class in item.record.data_classes]

# Protected data needs an approval that allows it and carries all three records.
_unprotected(provider) := {result.fail(
	provider.ref, "no-safeguard",
	sprintf("The provider %s receives %s data without %s.", [bom.key(provider), class, concat(", ", names)]),
	_evidence(provider, {class}),
	[sprintf("aigov.yaml: approvals.providers: {provider: %s, %s}", [bom.key(provider), concat(", ", fields)])],
) |
	some class in (bom.classes(provider) & _protected)
	some record in _allowing(provider, class)
	every other in _allowing(provider, class) {
		count(_safeguard_gaps(other)) > 0
	}
	names := [_safeguards[gap].name | some gap in sort(_safeguard_gaps(record))]
	fields := [_safeguards[gap].field | some gap in sort(_safeguard_gaps(record))]
}

_safeguards := {
	"dpa": {"name": "a data processing agreement", "field": "dpa"},
	"retention_days": {"name": "an agreed retention", "field": "retention_days"},
	"training": {"name": "a bar on training", "field": "training: none or opted-out"},
}

_safeguard_gaps(record) := {"dpa" | not text.filled(object.get(record, "dpa", ""))} | ({"retention_days" |
	object.get(record, "retention_days", -1) < 0
} | {"training" | not object.get(record, "training", "") in {"none", "opted-out"}})

# A model's own approval may be narrower than its provider's.
_model_not_allowed(provider) := {result.fail(
	model.ref, "class-not-allowed",
	sprintf("The model %s receives %s data, which its approval does not allow.", [model.id, class]),
	bom.evidence(model.ref, flow),
	[_class_wanted(class, sprintf("models: {model: %s", [first.model]), first, bom.classes_of_model(model))],
) |
	some flow in bom.flows_to(provider)
	some model in bom.models
	model.id == flow.model
	some class in flow.classes
	records := approval.current(approval.for_model(model))
	first := records[0].record
	every item in records {
		not class in item.record.data_classes
	}
}

# Data that reaches the provider by no named model may reach one whose approval does not allow it.
_model_untold(provider) := {result.undetermined(
	model.ref, "model-unresolved",
	sprintf("Whether the model %s receives the %s data sent to %s cannot be told, and its approval does not allow it.", [
		model.id, class, bom.key(provider),
	]),
	bom.evidence(model.ref, model),
	[sprintf("in the source the model of each call that sends %s data to %s", [class, bom.key(provider)])],
) |
	some class in _by_no_model(provider)
	some model in bom.models
	not _served_elsewhere(model, provider)
	records := approval.current(approval.for_model(model))
	count(records) > 0
	every item in records {
		not class in item.record.data_classes
	}
}

_served_elsewhere(model, provider) if model.provider != bom.key(provider)

_by_no_model(provider) := (bom.classes(provider) - {class |
	some flow in bom.flows_to(provider)
	flow.model
	some class in flow.classes
}) | {class |
	some flow in bom.flows_to(provider)
	not flow.model
	some class in flow.classes
}

_passed(provider) := result.pass(
	provider.ref, "as-approved",
	sprintf("The provider %s receives only what its approval allows: %s (approved by %s until %s).", [
		bom.key(provider), _listed(bom.classes(provider)), first.record.approved_by, first.record.expires,
	]),
	array.concat(_evidence(provider, bom.classes(provider)), approval.evidence(_in_force(provider))),
) if {
	count(bom.classes(provider)) > 0
	first := _in_force(provider)[0]
} else := result.pass(
	provider.ref, "no-classified-data",
	sprintf("The calls to the provider %s send no data of a class that aigov knows.", [bom.key(provider)]),
	_evidence(provider, set()),
)

_listed(classes) := concat(", ", sort(classes))

# The places of the flows that carry one of the classes, or of the provider where none does.
_evidence(provider, wanted) := array.slice(places, 0, bom.shown) if {
	places := [place |
		some flow in bom.flows_to(provider)
		count({class | some class in flow.classes} & wanted) > 0
		some place in bom.evidence(provider.ref, flow)
	]
	count(places) > 0
} else := bom.evidence(provider.ref, provider)
