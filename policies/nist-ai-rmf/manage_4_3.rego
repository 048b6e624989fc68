# METADATA
# title: Incidents and errors are communicated and tracked
# description: >-
#   Reads system.incident_contact and the statement on how incidents are told and tracked. A pass proves that a
#   contact is named and that somebody stands by a way to tell and track; not that incidents were handled.
# custom:
#   control: MANAGE 4.3
package aigov.nist_ai_rmf.rules.manage_4_3

import data.aigov.lib.attestation
import data.aigov.lib.checks.incidents
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(attestation.needs, incidents.needs)

_found := attestation.results("nist-ai-rmf", "MANAGE 4.3") | incidents.results
