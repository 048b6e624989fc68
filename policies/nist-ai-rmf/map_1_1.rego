# METADATA
# title: Purpose, users, setting and assumptions are documented
# description: >-
#   Reads system.purpose and system.users, the declared data classes against the classes found in the code, and the
#   statement on the setting. A class in the code that is not declared fails. A pass proves that purpose, users and
#   data are written down and not contradicted; not that the description is full.
# custom:
#   control: MAP 1.1
package aigov.nist_ai_rmf.rules.map_1_1

import data.aigov.lib.attestation
import data.aigov.lib.checks.declared_data
import data.aigov.lib.checks.profile
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(array.concat(attestation.needs, profile.needs), declared_data.needs)

_found := union({
	attestation.results("nist-ai-rmf", "MAP 1.1"),
	profile.results,
	declared_data.results,
})
