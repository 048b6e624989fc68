# METADATA
# title: Monitoring after deployment is planned, with override, incidents and change
# description: >-
#   Reads what records calls, the incident contact, and the statement on override and change. A pass proves that calls
#   are recorded or stated to be, that a contact is named, and that somebody stands by the plan; not that it works.
# custom:
#   control: MANAGE 4.1
package aigov.nist_ai_rmf.rules.manage_4_1

import data.aigov.lib.attestation
import data.aigov.lib.checks.incidents
import data.aigov.lib.checks.logging
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(array.concat(attestation.needs, incidents.needs), logging.needs)

_found := union({
	attestation.results("nist-ai-rmf", "MANAGE 4.1"),
	incidents.results,
	logging.results("nist-ai-rmf", "MANAGE 4.1"),
})
