# METADATA
# title: Systems are used as intended
# description: >-
#   Reads system.purpose and system.users, the statement on use outside them, and signals of Annex III purposes
#   against the declared risk class. A pass proves that the intended use is written down and that no signal
#   contradicts it; not how people use the system.
# custom:
#   control: A.9.4
package aigov.iso_42001.rules.a_9_4

import data.aigov.lib.attestation
import data.aigov.lib.checks.annex_iii
import data.aigov.lib.checks.profile
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(array.concat(attestation.needs, profile.needs), annex_iii.needs)

_found := union({
	attestation.results("iso-42001", "A.9.4"),
	profile.results,
	annex_iii.results,
})
