# METADATA
# title: Roles and authority are assigned
# description: >-
#   Every model, service and MCP server in the AI-BOM has a named owner with a contact. A pass proves that
#   somebody is named; not that they have the authority.
# custom:
#   control: "5.3"
package aigov.iso_42001.rules.clause_5_3

import data.aigov.lib.checks.owners
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(owners.needs, owners.results)
