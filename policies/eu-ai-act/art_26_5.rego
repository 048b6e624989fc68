# METADATA
# title: The deployer monitors, suspends, informs
# description: >-
#   Reads what records calls, or the statement on monitoring, and the incident contact. Binds the deployer of a high-
#   risk system. A pass proves that calls are recorded or stated to be and that a contact is named; not that anybody
#   watches or suspends.
# custom:
#   control: Art. 26(5)
package aigov.eu_ai_act.rules.art_26_5

import data.aigov.lib.checks.incidents
import data.aigov.lib.checks.logging
import data.aigov.lib.eu

results contains answer if some answer in eu.high_risk({"deployer"}, _needs, _found)

_needs := array.concat(logging.needs, incidents.needs)

_found := logging.results("eu-ai-act", "Art. 26(5)") | incidents.results
