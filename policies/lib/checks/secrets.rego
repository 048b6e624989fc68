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

results contains result.fail(
	bom.service_ref(flow.provider), "secret",
	sprintf("A secret reaches %s.", [flow.provider]),
	bom.evidence(bom.service_ref(flow.provider), flow), [],
) if {
	some flow in bom.flows
	"secret" in flow.classes
}

results contains result.undetermined(
	bom.service_ref(flow.provider), "data-unresolved",
	sprintf("What reaches %s cannot be told: %s.", [flow.provider, flow.unresolved]),
	bom.evidence(bom.service_ref(flow.provider), flow),
	[sprintf("the class of the data sent%s", [bom.at(flow)])],
) if {
	some flow in bom.flows
	flow.unresolved
}

results contains result.pass(
	provider.ref, "none-found",
	sprintf("No secret was found in what is sent to %s (%s).", [bom.key(provider), text.counted(count(sent), "place")]),
	array.slice([place | some flow in sent; some place in bom.evidence(provider.ref, flow)], 0, bom.shown),
) if {
	some provider in bom.providers
	sent := [flow | some flow in bom.flows; flow.provider == bom.key(provider)]
	count(sent) > 0
	every flow in sent {
		not flow.unresolved
		not "secret" in flow.classes
	}
}

results contains result.undetermined(
	provider.ref, "no-flow",
	sprintf("%s is used, but no call that sends data was found.", [bom.key(provider)]),
	bom.evidence(provider.ref, provider), [sprintf("the data that reaches %s", [bom.key(provider)])],
) if {
	some provider in bom.providers
	count([flow | some flow in bom.flows; flow.provider == bom.key(provider)]) == 0
}

results contains gate.none_found("call that sends data") if {
	count(bom.flows) == 0
	count(bom.providers) == 0
}
