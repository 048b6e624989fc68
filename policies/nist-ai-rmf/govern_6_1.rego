# METADATA
# title: Third-party AI is used under a policy
# description: >-
#   Every provider and model in the AI-BOM is on the register of approvals, and none is unresolved. A pass
#   proves that the register covers what the code uses; not the due diligence behind it.
# custom:
#   control: GOVERN 6.1
package aigov.nist_ai_rmf.rules.govern_6_1

import data.aigov.lib.checks.approvals
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(approvals.needs, _found)

_found := approvals.providers | approvals.models
