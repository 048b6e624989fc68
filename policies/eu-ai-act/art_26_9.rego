# METADATA
# title: The deployer uses the provider's facts for its data-protection assessment
# description: >-
#   Reads personal data on the way to AI and signals of Annex III purposes against the statement on the data-
#   protection assessment. Binds the deployer of a high-risk system. A pass proves that somebody stands by an
#   assessment; not that it uses the provider's facts well.
# custom:
#   control: Art. 26(9)
package aigov.eu_ai_act.rules.art_26_9

import data.aigov.lib.checks.persons
import data.aigov.lib.eu

results contains answer if {
	some answer in eu.high_risk({"deployer"}, persons.needs, persons.results("eu-ai-act", "Art. 26(9)"))
}
