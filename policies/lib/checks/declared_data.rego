# METADATA
# title: The declared classes of data agree with the code
# description: >-
#   Reads system.data_classes of aigov.yaml, while somebody stands by it, against the classes found at calls and on the
#   way to providers. A class in the code that is not declared contradicts it. A pass proves agreement for what names
#   and fields give away; not that nothing hides behind neutral names.
package aigov.lib.checks.declared_data

import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.result
import data.aigov.lib.said
import data.aigov.lib.unresolved

needs := ["context/evaluated_at_ns", "providers", "flows", "unresolved"]

_declared := {class | some class in input.declarations.system.data_classes}

_is_declared if {
	said.in_force
	input.declarations.system.data_classes
}

# Whoever is given data: providers, and frameworks that hand it on.
_receivers := bom.providers | bom.onward

_found := union({_classes(receiver) | some receiver in _receivers})

_classes(receiver) := bom.classes(object.union({"data": []}, receiver))

_open := unresolved.named({"provider"})

results contains result.fail(
	provider.ref, "contradicted",
	sprintf("%s data reaches the provider %s; aigov.yaml declares %s.", [class, bom.key(provider), _listed]),
	array.concat(bom.evidence(provider.ref, provider), said.evidence("data_classes")),
	[sprintf("a call without %s data, or aigov.yaml: system.data_classes: [%s]", [
		class, concat(", ", sort((_declared | _found) - {"secret"})),
	])],
) if {
	_is_declared
	some provider in _receivers
	some class in (_classes(provider) - _declared)
}

results contains result.pass(
	"system", "as-declared",
	sprintf("The data found on the way to AI (%s) is declared.", [_words(_found)]),
	said.evidence("data_classes"),
) if {
	_is_declared
	count(_receivers) > 0
	count(_found - _declared) == 0
	count(_untold) == 0
	count(_told_in_part) == 0
}

results contains result.undetermined(
	"system", "data-partial",
	sprintf("More may be given to AI than aigov.yaml declares: %s.", [first.partial]),
	array.slice(
		[place | some flow in _told_in_part; some place in bom.evidence(bom.service_ref(flow.provider), flow)],
		0, bom.shown,
	),
	[sprintf("in the source names that tell what else is sent%s", [bom.at(first)])],
) if {
	_is_declared
	first := _told_in_part[0]
}

results contains result.undetermined(
	bom.service_ref(flow.provider), "data-unresolved",
	sprintf("What reaches the provider %s cannot be told: %s.", [flow.provider, flow.unresolved]),
	bom.evidence(bom.service_ref(flow.provider), flow),
	[sprintf("in the source names that tell what is sent%s", [bom.at(flow)])],
) if {
	_is_declared
	some flow in _untold
}

results contains result.undetermined(
	"system", "no-data-classes",
	sprintf("aigov.yaml does not declare which classes of data the system gives to AI%s.", [said.lapse("data_classes")]),
	[], said.wanted("data_classes", sprintf("aigov.yaml: system.data_classes: [%s]", [
		concat(", ", sort(_found - {"secret"})),
	])),
) if {
	not _is_declared
	count(_receivers) > 0
}

results contains unsure if some unsure in _open

results contains gate.none_found("provider") if {
	count(_receivers) == 0
	count(_open) == 0
}

_untold contains flow if {
	some flow in bom.flows
	flow.unresolved
}

# Nothing more can be given than all that there is.
_told_in_part := [flow |
	count(bom.any_class - _declared) > 0
	some flow in bom.flows
	flow.partial
]

_listed := _words(_declared)

_words(classes) := concat(", ", sort(classes)) if {
	count(classes) > 0
} else := "none"
