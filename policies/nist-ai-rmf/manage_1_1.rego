# METADATA
# title: Going ahead is decided and recorded
# description: >-
#   A named person approved every provider and every model in use, and the approval is in force. A pass proves
#   a recorded decision for this model id; not that it was the right one.
# custom:
#   control: MANAGE 1.1
package aigov.nist_ai_rmf.rules.manage_1_1

import data.aigov.lib.checks.approvals
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(approvals.needs, _found)

_found := approvals.models | approvals.providers
