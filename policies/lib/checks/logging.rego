# METADATA
# title: Calls to AI are recorded
# description: >-
#   Reads each call that sends data to a provider and the observers that record it, and statements on the control. A
#   provider passes when every one of its calls is recorded. Logging may live where no scan sees it, so a call without
#   it is undetermined, not failed. A pass proves that recording is switched on in the code for each call that was
#   seen, or that somebody states how it is done; not that logs are kept, complete or read.
package aigov.lib.checks.logging

import data.aigov.lib.attestation
import data.aigov.lib.bom
import data.aigov.lib.calls
import data.aigov.lib.gate
import data.aigov.lib.recording
import data.aigov.lib.result
import data.aigov.lib.unresolved

needs := ["context/evaluated_at_ns", "providers", "libraries", "flows", "observers", "unresolved"]

# METADATA
# description: The statement on a control, or each provider against the observers of its calls.
# scope: document
results(framework, control) := attestation.results(framework, control) if {
	count(attestation.current(attestation.about(framework, control))) > 0
} else := {gate.none_found("provider")} if {
	count(_asked) == 0
	count(_untold) == 0
} else := _untold | {_recorded(provider, attestation.wanted(framework, control)) | some provider in _asked}

# Whoever is asked, also through a framework; a service that keeps the records is not.
_asked contains provider if {
	some provider in (bom.providers | bom.onward)
	not recording.keeps_copies(provider)
}

_untold := unresolved.named({"provider"})

_recorded(provider, wanted) := result.pass(
	provider.ref, "recorded",
	sprintf("Calls to %s are recorded by %s.", [bom.key(provider), _named(provider)]),
	recording.evidence(provider, bom.shown),
) if {
	count(calls.to(provider)) > 0
	count(recording.unrecorded(provider)) == 0
} else := result.undetermined(
	provider.ref, "partly-recorded",
	sprintf("Calls to %s are recorded by %s, but nothing is seen to record %s.", [
		bom.key(provider), _named(provider), calls.listed(recording.unrecorded(provider)),
	]),
	calls.places(provider, recording.unrecorded(provider)), [_wanted(wanted)],
) if {
	count(recording.recorders(provider)) > 0
} else := _unseen(provider, wanted)

_unseen(provider, wanted) := result.undetermined(
	provider.ref, "no-call-seen",
	sprintf("The provider %s is used, but no call that sends data to it was found, so none is seen to be recorded%s.", [
		bom.key(provider), _note,
	]),
	bom.evidence(provider.ref, provider), [_wanted(wanted)],
) if {
	count(calls.to(provider)) == 0
} else := result.undetermined(
	provider.ref, "no-record-seen",
	sprintf("Nothing in the code was found to record %s to %s%s.", [
		calls.listed(recording.unrecorded(provider)), bom.key(provider), _note,
	]),
	calls.places(provider, recording.unrecorded(provider)), [_wanted(wanted)],
)

_named(provider) := concat(", ", sort(recording.recorders(provider)))

_wanted(statement) := sprintf("in the source what records the calls, or %s", [statement])

default _note := ""

_note := sprintf(", though %s is used", [concat(", ", sort(_present))]) if count(_present) > 0

_present contains item.slug if {
	some item in bom.libraries
	"records-calls" in item.traits
}
