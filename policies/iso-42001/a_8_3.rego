# METADATA
# title: Outsiders can report harm
# description: >-
#   Reads system.incident_contact, where persons meet the system (chats, media, text of users on its way to a model),
#   and the statement on how outsiders report harm. A pass proves that a contact is named and that somebody stands by a
#   way to report; not that outsiders know of it.
# custom:
#   control: A.8.3
package aigov.iso_42001.rules.a_8_3

import data.aigov.lib.checks.incidents
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(incidents.needs_of_stated, incidents.needs)

_found := incidents.stated("iso-42001", "A.8.3", "how they report harm") | incidents.results
