# METADATA
# title: Resources are documented
# description: >-
#   The AI-BOM documents models, services, libraries and MCP servers over every file of one commit. A pass
#   proves that every file was read or searched; not that people and data rights are documented.
# custom:
#   control: A.4.2
package aigov.iso_42001.rules.a_4_2

import data.aigov.lib.checks.inventory
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(inventory.needs, inventory.results)
