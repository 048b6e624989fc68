# METADATA
# title: Accuracy, robustness and cybersecurity
# description: >-
#   The technical half: models are pinned, AI libraries locked, MCP servers pinned, no secret reaches a prompt, no
#   key stands in a file, endpoints use TLS, and model files run no code. Binds the provider of a high-risk system.
#   A pass proves what the source fixes; not accuracy, nor robustness under test.
# custom:
#   control: Art. 15
package aigov.eu_ai_act.rules.art_15

import data.aigov.lib.checks.endpoints
import data.aigov.lib.checks.hard_coded_keys
import data.aigov.lib.checks.pinned
import data.aigov.lib.checks.secrets
import data.aigov.lib.checks.supply
import data.aigov.lib.checks.weights
import data.aigov.lib.eu

results contains answer if some answer in eu.high_risk({"provider"}, _needs, _found)

_needs := array.concat(
	array.concat(array.concat(pinned.needs, supply.needs), array.concat(secrets.needs, endpoints.needs_of_transport)),
	array.concat(hard_coded_keys.needs, weights.needs),
)

_found := union({
	pinned.results,
	supply.results,
	secrets.results,
	endpoints.transport,
	hard_coded_keys.results,
	weights.results,
})
