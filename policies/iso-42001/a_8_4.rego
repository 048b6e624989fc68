# METADATA
# title: Incidents are told to users
# description: >-
#   Reads system.incident_contact, where persons meet the system (chats, media, text of users on its way to a model),
#   and the statement on how users are told of incidents. A pass proves that a contact is named and that somebody
#   stands by a way to tell; not that incidents were told.
# custom:
#   control: A.8.4
package aigov.iso_42001.rules.a_8_4

import data.aigov.lib.checks.incidents
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(incidents.needs_of_stated, incidents.needs)

_found := incidents.stated("iso-42001", "A.8.4", "how they are told of incidents") | incidents.results
