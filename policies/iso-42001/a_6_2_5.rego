# METADATA
# title: Deployment is planned and released
# description: >-
#   Every model that would be deployed is approved and names a fixed version. A pass proves a recorded decision
#   for that version; not that the deployment plan was followed.
# custom:
#   control: A.6.2.5
package aigov.iso_42001.rules.a_6_2_5

import data.aigov.lib.checks.approvals
import data.aigov.lib.checks.pinned
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(approvals.needs, pinned.needs)

_found := approvals.models | pinned.results
