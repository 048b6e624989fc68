# METADATA
# title: Tools are documented
# description: >-
#   Every AI library is locked to a version and every MCP server pinned. A pass proves that the same sources
#   install the same tools; not that these are fit for use.
# custom:
#   control: A.4.4
package aigov.iso_42001.rules.a_4_4

import data.aigov.lib.checks.supply
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(supply.needs, supply.results)
