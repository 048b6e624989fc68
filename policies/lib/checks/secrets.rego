# METADATA
# title: No secrets reach a prompt
# description: >-
#   Reads the classes of data found at each call. A found secret fails. A pass proves only that no name or field at the
#   calls found gives a secret away.
package aigov.lib.checks.secrets

import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.result
import data.aigov.lib.text
import data.aigov.lib.unresolved

needs := ["providers", "flows", "unresolved"]

# Catalogue ids of what receives data, or is used and so may.
_receivers := {bom.key(provider) | some provider in bom.providers} | {flow.provider | some flow in bom.flows}

results contains answer if {
	some receiver in _receivers
	some answer in _about(receiver)
}

results contains unsure if some unsure in unresolved.named({"provider"})

results contains gate.none_found("call that sends data") if {
	count(_receivers) == 0
	count(unresolved.named({"provider"})) == 0
}

_sent_to(receiver) := [flow | some flow in bom.flows; flow.provider == receiver]

# A pass only where every call is told and clean.
_about(receiver) := {_no_flow(receiver)} if {
	count(_sent_to(receiver)) == 0
} else := _worries(receiver) if {
	count(_worries(receiver)) > 0
} else := {result.pass(
	bom.service_ref(receiver), "none-found",
	sprintf("No secret was found in what is sent to the provider %s (%s).", [
		receiver, text.counted(count(_sent_to(receiver)), "call"),
	]),
	array.slice(
		[place | some flow in _sent_to(receiver); some place in bom.evidence(bom.service_ref(receiver), flow)],
		0, bom.shown,
	),
)}

_worries(receiver) := {result.fail(
	bom.service_ref(receiver), "secret",
	sprintf("A secret reaches the provider %s.", [receiver]),
	bom.evidence(bom.service_ref(receiver), flow), [sprintf("a call without the secret%s", [bom.at(flow)])],
) |
	some flow in _sent_to(receiver)
	"secret" in flow.classes
} | {result.undetermined(
	bom.service_ref(receiver), "data-unresolved",
	sprintf("What reaches the provider %s cannot be told: %s.", [receiver, flow.unresolved]),
	bom.evidence(bom.service_ref(receiver), flow),
	[sprintf("in the source names that tell what is sent%s", [bom.at(flow)])],
) |
	some flow in _sent_to(receiver)
	flow.unresolved
}

_no_flow(receiver) := result.undetermined(
	bom.service_ref(receiver), "no-flow",
	sprintf("The provider %s is used, but no call that sends data to it was found.", [receiver]),
	[{"ref": bom.service_ref(receiver)}], [sprintf("in the source a call that shows what reaches %s", [receiver])],
)
