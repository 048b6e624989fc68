# METADATA
# title: Events are logged automatically
# description: >-
#   Reads which calls an observer records, or the statement on logs. Binds the provider of a high-risk system. A pass
#   proves that recording is switched on in the code for each call that was seen, or that somebody states how it is
#   done; not that the events of Art. 12(2) and (3) are among them.
# custom:
#   control: Art. 12
package aigov.eu_ai_act.rules.art_12

import data.aigov.lib.checks.logging
import data.aigov.lib.eu

results contains answer if {
	some answer in eu.high_risk({"provider"}, logging.needs, logging.results("eu-ai-act", "Art. 12"))
}
