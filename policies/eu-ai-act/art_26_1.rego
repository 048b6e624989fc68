# METADATA
# title: The deployer follows the instructions
# description: >-
#   Reads the provider's documentation named in each approval. Binds the deployer of a high-risk system. A pass proves
#   that a place is named; not that instructions are followed.
# custom:
#   control: Art. 26(1)
package aigov.eu_ai_act.rules.art_26_1

import data.aigov.lib.checks.supplier_records
import data.aigov.lib.eu

results contains answer if {
	some answer in eu.high_risk({"deployer"}, supplier_records.needs, supplier_records.documentation)
}
