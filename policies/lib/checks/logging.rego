# METADATA
# title: Calls to AI are recorded
# description: >-
#   Reads which providers' calls an observer records, and statements on the control. Logging may live where no scan
#   sees it, so a call without it is undetermined, not failed. A pass proves that recording is switched on in the
#   code for the provider, or that somebody states how it is done; not that logs are kept, complete or read.
package aigov.lib.checks.logging

import data.aigov.lib.attestation
import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.result

needs := ["context/evaluated_at_ns", "providers", "libraries", "observers"]

# METADATA
# description: The statement on a control, or each provider against the observers.
# scope: document
results(framework, control) := attestation.results(framework, control) if {
	count(attestation.current(attestation.about(framework, control))) > 0
} else := {gate.none_found("provider")} if {
	count(bom.providers) == 0
} else := {_recorded(provider, attestation.wanted(framework, control)) | some provider in bom.providers}

_recorded(provider, _) := result.pass(
	provider.ref, "recorded",
	sprintf("Calls to %s are recorded by %s.", [bom.key(provider), concat(", ", sort(_recorders(provider)))]),
	array.slice(
		[place |
			some item in bom.observers
			item.slug in _recorders(provider)
			some place in bom.evidence(provider.ref, item)
		],
		0, bom.shown,
	),
) if {
	count(_recorders(provider)) > 0
}

_recorded(provider, wanted) := result.undetermined(
	provider.ref, "no-record-seen",
	sprintf("Nothing in the code was found to record the calls to %s%s.", [bom.key(provider), _note]),
	bom.evidence(provider.ref, provider), [sprintf("in the source what records the calls, or %s", [wanted])],
) if {
	count(_recorders(provider)) == 0
}

_recorders(provider) := {item.slug | some item in bom.observers; bom.key(provider) in item.providers}

default _note := ""

_note := sprintf(", though %s is used", [concat(", ", sort(_present))]) if count(_present) > 0

_present contains item.slug if {
	some item in bom.libraries
	"records-calls" in item.traits
}
