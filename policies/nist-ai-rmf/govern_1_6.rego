# METADATA
# title: AI systems are inventoried
# description: >-
#   The AI-BOM is the inventory: it covers every file of one commit. A pass proves that every file was read or
#   searched; not that the catalogue knows every AI product, nor that AI outside this repository is listed.
# custom:
#   control: GOVERN 1.6
package aigov.nist_ai_rmf.rules.govern_1_6

import data.aigov.lib.checks.inventory
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(inventory.needs, inventory.results)
