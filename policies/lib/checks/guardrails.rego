# METADATA
# title: Input or output of models is filtered
# description: >-
#   Reads each call that sends data to a provider and what filters content along with it: a library or service called in
#   the function that makes the call, or in all that are seen to call that one, with data that the call shares; or an
#   argument by which the provider itself filters. Embeddings are not asked, and a call that only filters counts as
#   filtered. A provider
#   passes when every other call of it is filtered so, or when somebody states how content is filtered. None seen is
#   undetermined, for providers filter too, and so may own code. A pass does not prove that a filter sees all of the
#   data, runs on every branch, or stops anything.
package aigov.lib.checks.guardrails

import data.aigov.lib.attestation
import data.aigov.lib.bom
import data.aigov.lib.calls
import data.aigov.lib.gate
import data.aigov.lib.recording
import data.aigov.lib.result
import data.aigov.lib.unresolved

needs := ["context/evaluated_at_ns", "libraries", "providers", "flows", "observers", "unresolved"]

# METADATA
# description: The statement on a control, or each provider against the filters of its calls.
# scope: document
results(framework, control) := attestation.results(framework, control) if {
	count(attestation.current(attestation.about(framework, control))) > 0
} else := {gate.none_found("provider")} if {
	count(_asked) == 0
	count(_untold) == 0
} else := _untold | {_judged(provider, attestation.wanted(framework, control)) | some provider in _asked}

# Whoever is asked, also through a framework; not who keeps records of calls, or only filters.
_asked contains provider if {
	some provider in (bom.providers | bom.onward)
	not recording.keeps_copies(provider)
	not "filters-content" in object.get(provider, "traits", [])
}

_untold := unresolved.named({"provider"})

_judged(provider, wanted) := result.pass(
	provider.ref, "filtered",
	sprintf("Calls to %s share their data with what filters content: %s.", [bom.key(provider), _named(provider)]),
	calls.places(provider, _answering(provider)),
) if {
	count(_answering(provider)) > 0
	count(_unfiltered(provider)) == 0
} else := result.undetermined(
	provider.ref, "partly-filtered",
	sprintf("%s filters calls to %s, but nothing is seen to filter %s.", [
		_named(provider), bom.key(provider), calls.listed(_unfiltered(provider)),
	]),
	calls.places(provider, _unfiltered(provider)), [_wanted(wanted)],
) if {
	count(_filters(provider)) > 0
} else := result.undetermined(
	provider.ref, "no-call-seen",
	sprintf("The provider %s is used, but no call that it answers was found, so none is seen to be filtered%s.", [
		bom.key(provider), _note,
	]),
	bom.evidence(provider.ref, provider), [_wanted(wanted)],
) if {
	count(_answering(provider)) == 0
} else := result.undetermined(
	provider.ref, "none-seen",
	sprintf("Nothing in the code was found to filter %s to %s%s.", [
		calls.listed(_unfiltered(provider)), bom.key(provider), _note,
	]),
	calls.places(provider, _unfiltered(provider)), [_wanted(wanted)],
)

# Calls that answer with something to read: `client.embeddings.create` does not.
_answering(provider) := [call | some call in calls.to(provider); not _embeds(call)]

_unfiltered(provider) := [call | some call in _answering(provider); count(_of(call)) == 0]

_filters(provider) := {slug | some call in _answering(provider); some slug in _of(call)}

_named(provider) := concat(", ", sort(_filters(provider)))

_of(call) := {slug | some slug in call.filtered_by}

_embeds(call) if {
	count(call.occurrences) > 0
	every place in call.occurrences {
		contains(place.symbol, "mbed")
	}
}

_wanted(statement) := sprintf("in the source a filter of what these calls send or get, or %s", [statement])

default _note := ""

_note := sprintf(", though %s is used elsewhere", [concat(", ", sort(_present))]) if count(_present) > 0

_present contains item.name if {
	some item in (bom.libraries | bom.providers)
	"filters-content" in item.traits
}
