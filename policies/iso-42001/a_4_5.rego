# METADATA
# title: Systems and computing are documented
# description: >-
#   Reads the address of each endpoint against the declared regions, against TLS, and against the exposure that the
#   provider's approval declares. A pass proves the address in the source; not where the provider processes data
#   behind it.
# custom:
#   control: A.4.5
package aigov.iso_42001.rules.a_4_5

import data.aigov.lib.checks.endpoints
import data.aigov.lib.checks.private_endpoints
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(
	array.concat(endpoints.needs_of_regions, endpoints.needs_of_transport),
	private_endpoints.needs,
)

_found := union({endpoints.regions, endpoints.transport, private_endpoints.results})
