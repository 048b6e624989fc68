# METADATA
# title: Someone answers for each AI component
# description: >-
#   Every model, service and MCP server in the AI-BOM has a named owner with a contact. A pass proves that
#   somebody is named; not that they act.
# custom:
#   control: GOVERN 2.1
package aigov.nist_ai_rmf.rules.govern_2_1

import data.aigov.lib.checks.owners
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(owners.needs, owners.results)
