# METADATA
# title: Controls over components, also third-party ones, are in place
# description: >-
#   Every AI library is locked to a version and every MCP server pinned. A pass proves that the same sources
#   install the same components; not that these are safe.
# custom:
#   control: MAP 4.2
package aigov.nist_ai_rmf.rules.map_4_2

import data.aigov.lib.checks.supply
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(supply.needs, supply.results)
