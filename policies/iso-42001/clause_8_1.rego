# METADATA
# title: Operation is planned and controlled
# description: >-
#   The AI-BOM covers every file of one commit, and every provider and model in it is approved. A pass proves
#   this for the commit; not for what runs outside this repository.
# custom:
#   control: "8.1"
package aigov.iso_42001.rules.clause_8_1

import data.aigov.lib.checks.approvals
import data.aigov.lib.checks.inventory
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(approvals.needs, inventory.needs)

_found := union({inventory.whole, approvals.providers, approvals.models})
