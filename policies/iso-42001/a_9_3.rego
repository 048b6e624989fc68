# METADATA
# title: Aims for responsible use
# description: >-
#   Reads whether a person must agree before an agent acts outside or runs code, which is how responsible use shows in
#   code, and the statement on the aims. A pass proves that somebody stands by aims and that no agent acts without a
#   gate; not that the aims are met.
# custom:
#   control: A.9.3
package aigov.iso_42001.rules.a_9_3

import data.aigov.lib.attestation
import data.aigov.lib.checks.oversight
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(attestation.needs, oversight.needs)

_found := attestation.results("iso-42001", "A.9.3") | oversight.results
