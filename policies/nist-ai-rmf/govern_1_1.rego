# METADATA
# title: Legal duties that touch AI are known and kept up with
# description: >-
#   Reads the statement on where legal duties are kept, and holds signals of Annex III purposes against the declared
#   risk class. A signal that no class or statement explains fails; where files were not read, only the class high or a
#   statement on the classification answers for what they may hold. A pass proves that somebody stands by a register
#   of duties and that no signal contradicts the class; not that the register is complete.
# custom:
#   control: GOVERN 1.1
package aigov.nist_ai_rmf.rules.govern_1_1

import data.aigov.lib.attestation
import data.aigov.lib.checks.annex_iii
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(attestation.needs, annex_iii.needs)

_found := attestation.results("nist-ai-rmf", "GOVERN 1.1") | annex_iii.results
