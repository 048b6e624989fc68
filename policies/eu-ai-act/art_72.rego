# METADATA
# title: Monitoring after market entry
# description: >-
#   Reads what records calls, the incident contact, and the statement on the monitoring plan. Binds the provider of a
#   high-risk system. A pass proves that a contact is named, that calls are recorded or stated to be, and that
#   somebody stands by a plan; not that it is carried out.
# custom:
#   control: Art. 72
package aigov.eu_ai_act.rules.art_72

import data.aigov.lib.attestation
import data.aigov.lib.checks.incidents
import data.aigov.lib.checks.logging
import data.aigov.lib.eu

results contains answer if some answer in eu.high_risk({"provider"}, _needs, _found)

_needs := array.concat(array.concat(attestation.needs, incidents.needs), logging.needs)

_found := union({
	attestation.results("eu-ai-act", "Art. 72"),
	incidents.results,
	logging.results("eu-ai-act", "Art. 72"),
})
