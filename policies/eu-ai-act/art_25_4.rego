# METADATA
# title: Agreements with suppliers in writing
# description: >-
#   Each provider in use has an agreement on file. Binds the provider of a high-risk system. A pass proves that
#   an agreement is named; not what it says.
# custom:
#   control: Art. 25(4)
package aigov.eu_ai_act.rules.art_25_4

import data.aigov.lib.checks.supplier_records
import data.aigov.lib.eu

results contains answer if {
	some answer in eu.high_risk({"provider"}, supplier_records.needs, supplier_records.agreements)
}
