# METADATA
# title: Resources are documented
# description: >-
#   The AI-BOM documents models, services, libraries and MCP servers over every file of one commit, and is no older than
#   max_age_days. Its day is that of the commit, or of SOURCE_DATE_EPOCH. A pass proves that every file was read or
#   searched, and that the AI-BOM is young; not that people and data rights are documented.
# custom:
#   control: A.4.2
package aigov.iso_42001.rules.a_4_2

import data.aigov.iso_42001.parameters
import data.aigov.lib.checks.inventory
import data.aigov.lib.gate

results contains answer if {
	max_age_days := parameters.a_4_2.max_age_days
	some answer in gate.over_ai_use(inventory.needs, inventory.results(max_age_days))
}
