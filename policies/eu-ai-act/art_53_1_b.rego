# METADATA
# title: Documentation of the model reaches those who build on it
# description: >-
#   The receiving side: the documentation of each provider in use is on file. The duty itself is the model
#   maker's. A pass proves that a place is named; not that the documentation suffices.
# custom:
#   control: Art. 53(1)(b)
package aigov.eu_ai_act.rules.art_53_1_b

import data.aigov.lib.checks.supplier_records
import data.aigov.lib.eu

results contains answer if {
	some answer in eu.of_role({"provider"}, supplier_records.needs, supplier_records.documentation)
}
