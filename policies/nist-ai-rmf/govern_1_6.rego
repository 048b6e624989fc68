# METADATA
# title: AI systems are inventoried
# description: >-
#   The AI-BOM is the inventory: it covers every file of one commit, and is no older than max_age_days. Its day is that
#   of the commit, or of SOURCE_DATE_EPOCH. A pass proves that every file was read or searched, and that the AI-BOM is
#   young; not that the catalogue knows every AI product, that AI outside this repository is listed, or that the commit
#   is the one in production.
# custom:
#   control: GOVERN 1.6
package aigov.nist_ai_rmf.rules.govern_1_6

import data.aigov.lib.checks.inventory
import data.aigov.lib.gate
import data.aigov.nist_ai_rmf.parameters

results contains answer if {
	max_age_days := parameters.govern_1_6.max_age_days
	some answer in gate.over_ai_use(inventory.needs, inventory.results(max_age_days))
}
