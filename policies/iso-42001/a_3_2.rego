# METADATA
# title: Roles for AI are filled
# description: >-
#   Every component has an owner, and every provider and model a named approver whose approval is in force. A
#   pass proves that the roles are filled; not that duties are understood.
# custom:
#   control: A.3.2
package aigov.iso_42001.rules.a_3_2

import data.aigov.lib.checks.approvals
import data.aigov.lib.checks.owners
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(approvals.needs, owners.needs)

_found := union({owners.results, approvals.providers, approvals.models})
