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

needs := ["providers", "flows"]

# Catalogue ids of what receives data, or is used and so may.
receivers := {bom.key(provider) | some provider in bom.providers} | {flow.provider | some flow in bom.flows}

results contains answer if {
	some receiver in receivers
	some answer in about(receiver)
}

results contains gate.none_found("call that sends data") if count(receivers) == 0

sent_to(receiver) := [flow | some flow in bom.flows; flow.provider == receiver]

# A pass only where every call is told and clean.
about(receiver) := {no_flow(receiver)} if {
	count(sent_to(receiver)) == 0
} else := worries(receiver) if {
	count(worries(receiver)) > 0
} else := {result.pass(
	bom.service_ref(receiver), "none-found",
	sprintf("No secret was found in what is sent to %s (%s).", [
		receiver, text.counted(count(sent_to(receiver)), "place"),
	]),
	array.slice(
		[place | some flow in sent_to(receiver); some place in bom.evidence(bom.service_ref(receiver), flow)],
		0, bom.shown,
	),
)}

worries(receiver) := {result.fail(
	bom.service_ref(receiver), "secret",
	sprintf("A secret reaches %s.", [receiver]),
	bom.evidence(bom.service_ref(receiver), flow), [],
) |
	some flow in sent_to(receiver)
	"secret" in flow.classes
} | {result.undetermined(
	bom.service_ref(receiver), "data-unresolved",
	sprintf("What reaches %s cannot be told: %s.", [receiver, flow.unresolved]),
	bom.evidence(bom.service_ref(receiver), flow), [sprintf("the class of the data sent%s", [bom.at(flow)])],
) |
	some flow in sent_to(receiver)
	flow.unresolved
}

no_flow(receiver) := result.undetermined(
	bom.service_ref(receiver), "no-flow",
	sprintf("%s is used, but no call that sends data was found.", [receiver]),
	[{"ref": bom.service_ref(receiver)}], [sprintf("the data that reaches %s", [receiver])],
)
