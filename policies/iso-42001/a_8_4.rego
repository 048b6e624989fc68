# METADATA
# title: Incidents are told to users
# description: >-
#   Reads system.incident_contact and the statement on how users are told of incidents. A pass proves that a contact
#   is named and that somebody stands by a way to tell; not that incidents were told.
# custom:
#   control: A.8.4
package aigov.iso_42001.rules.a_8_4

import data.aigov.lib.attestation
import data.aigov.lib.checks.incidents
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(attestation.needs, incidents.needs)

_found := attestation.results("iso-42001", "A.8.4") | incidents.results
