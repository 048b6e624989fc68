# METADATA
# title: Security and resilience are evaluated
# description: >-
#   No secret was found on the way into a prompt, and every endpoint is reached over TLS. A pass proves this
#   for the calls and addresses found; it is no penetration test.
# custom:
#   control: MEASURE 2.7
package aigov.nist_ai_rmf.rules.measure_2_7

import data.aigov.lib.checks.endpoints
import data.aigov.lib.checks.secrets
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(endpoints.needs, secrets.needs)

_found := secrets.results | endpoints.transport
