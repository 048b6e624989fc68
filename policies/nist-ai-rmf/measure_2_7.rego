# METADATA
# title: Security and resilience are evaluated
# description: >-
#   Reads what reaches prompts, TLS of endpoints, keys in files, the formats, digests and loads of model files, and
#   what the tools of each agent can do together. A secret in a prompt, a key in a file, an address without TLS, a
#   load that runs code, or an agent that joins untrusted input with sensitive data and a way out fails. A pass
#   proves this for what was found; it is no penetration test.
# custom:
#   control: MEASURE 2.7
package aigov.nist_ai_rmf.rules.measure_2_7

import data.aigov.lib.checks.combinations
import data.aigov.lib.checks.endpoints
import data.aigov.lib.checks.hard_coded_keys
import data.aigov.lib.checks.secrets
import data.aigov.lib.checks.weights
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(
	array.concat(endpoints.needs_of_transport, secrets.needs),
	array.concat(hard_coded_keys.needs, array.concat(weights.needs, combinations.needs)),
)

_found := union({
	secrets.results,
	endpoints.transport,
	hard_coded_keys.results,
	weights.results,
	combinations.results,
})
