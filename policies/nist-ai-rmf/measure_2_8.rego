# METADATA
# title: Risks to transparency and accountability are examined
# description: >-
#   Reads the owner of each component, the approval of each provider and model, and what records calls. A pass proves
#   that each call can be traced to an owner, an approval and a record; not that users see any of it.
# custom:
#   control: MEASURE 2.8
package aigov.nist_ai_rmf.rules.measure_2_8

import data.aigov.lib.checks.approvals
import data.aigov.lib.checks.logging
import data.aigov.lib.checks.owners
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(owners.needs, array.concat(approvals.needs, logging.needs))

_found := union({
	owners.results,
	approvals.providers,
	approvals.models,
	logging.results("nist-ai-rmf", "MEASURE 2.8"),
})
