# METADATA
# title: Only vendors on the list receive data
# description: >-
#   Reads the services found against the list of vendors. A pass proves that the catalogue id of the service is on the
#   list; not that the contract with the vendor still runs.
# custom:
#   control: HR-1
package aigov.house_rules.rules.approved_vendors

import data.aigov.house_rules.parameters
import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.result
import data.aigov.lib.unresolved

results contains answer if some answer in gate.over_ai_use(_needs, _answers)

_needs := ["providers", "unresolved"]

_answers contains _judged(provider) if some provider in bom.providers

_answers contains _doubt(service) if some service in bom.unknown_services

_answers contains unsure if some unsure in unresolved.results({"provider"})

_answers contains gate.none_found("vendor") if {
	count(bom.providers | bom.unknown_services) == 0
	count(unresolved.results({"provider"})) == 0
}

_judged(provider) := result.pass(
	provider.ref, "on-the-list",
	sprintf("%s is on the list of vendors.", [bom.key(provider)]),
	bom.evidence(provider.ref, provider),
) if {
	bom.key(provider) in parameters.approved_vendors.vendors
} else := result.fail(
	provider.ref, "not-on-the-list",
	sprintf("%s is not on the list of vendors: %s.", [
		bom.key(provider), concat(", ", sort(parameters.approved_vendors.vendors)),
	]),
	bom.evidence(provider.ref, provider), ["another vendor, or a wider list from security"],
)

_doubt(service) := result.undetermined(
	service.ref, "unknown-service",
	sprintf("Whether %s is an AI vendor is not known.", [service.name]),
	bom.evidence(service.ref, service), ["a catalogue entry for the service"],
)
