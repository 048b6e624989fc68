# METADATA
# title: Serious incidents are reported
# description: >-
#   Reads system.incident_contact and the statement on reporting. Binds the provider of a high-risk system. A pass
#   proves that a contact is named and that somebody stands by a way to report in time; not that incidents were
#   reported.
# custom:
#   control: Art. 73
package aigov.eu_ai_act.rules.art_73

import data.aigov.lib.attestation
import data.aigov.lib.checks.incidents
import data.aigov.lib.eu

results contains answer if some answer in eu.high_risk({"provider"}, _needs, _found)

_needs := array.concat(attestation.needs, incidents.needs)

_found := attestation.results("eu-ai-act", "Art. 73") | incidents.results
