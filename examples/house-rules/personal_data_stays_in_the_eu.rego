# METADATA
# title: Personal data is processed in the EU
# description: >-
#   Reads the region of each endpoint of the services that personal data reaches. A pass proves that the address in the
#   source is in the EU; not where the vendor processes data behind it.
# custom:
#   control: HR-3
package aigov.house_rules.rules.personal_data_stays_in_the_eu

import data.aigov.house_rules.parameters
import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.place
import data.aigov.lib.result
import data.aigov.lib.unresolved

results contains answer if some answer in gate.over_ai_use(_needs, _answers)

_needs := ["providers", "flows", "unresolved"]

_personal := {"personal", "special-category"}

_receivers contains provider if {
	some provider in bom.providers
	count(bom.classes(provider) & _personal) > 0
}

_untold contains [provider, flow.unresolved] if {
	some provider in bom.providers
	some flow in bom.flows_to(provider)
}

_answers contains _judged(provider, endpoint) if {
	some provider in _receivers
	some endpoint in provider.endpoints
}

_answers contains _nowhere(provider, "names no endpoint") if {
	some provider in _receivers
	count(provider.endpoints) == 0
}

# What cannot be told may be personal.
_answers contains _nowhere(provider, sprintf("gets data that cannot be told: %s", [why])) if {
	some [provider, why] in _untold
}

_answers contains _nowhere(service, "is no service that aigov knows") if some service in bom.unknown_services

_answers contains unsure if some unsure in unresolved.results({"provider", "endpoint"})

_answers contains gate.none_found("personal data on its way to a vendor") if {
	count(_receivers) == 0
	count(_untold) == 0
	count(bom.unknown_services) == 0
	count(unresolved.results({"provider", "endpoint"})) == 0
}

_judged(provider, endpoint) := result.pass(
	provider.ref, "in-the-eu",
	sprintf("Personal data reaches %s at %s.", [bom.key(provider), endpoint.url]),
	bom.evidence(provider.ref, provider),
) if {
	_inside(endpoint)
} else := _nowhere(provider, sprintf("does not say in which region %s is", [endpoint.url])) if {
	not endpoint.region
} else := result.fail(
	provider.ref, "outside-the-eu",
	sprintf("Personal data reaches %s at %s, in %s.", [bom.key(provider), endpoint.url, endpoint.region]),
	bom.evidence(provider.ref, provider), [sprintf("in the source an endpoint of %s in the EU", [bom.key(provider)])],
)

_inside(endpoint) if endpoint.exposure == "loopback"

_inside(endpoint) if {
	some region in parameters.personal_data_stays_in_the_eu.regions
	place.within(region, endpoint.region)
}

_nowhere(provider, why) := result.undetermined(
	provider.ref, "region-unknown",
	sprintf("%s %s.", [bom.key(provider), why]),
	bom.evidence(provider.ref, provider),
	[sprintf("in the source an endpoint of %s that names its region", [bom.key(provider)])],
)
