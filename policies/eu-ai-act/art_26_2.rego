# METADATA
# title: The deployer names competent overseers
# description: >-
#   Reads whether a person must agree before an agent acts outside or runs code, and the statement on the overseers.
#   Binds the deployer of a high-risk system. A pass proves that somebody stands by named overseers and that no agent
#   was found to act without a gate; not that they are competent.
# custom:
#   control: Art. 26(2)
package aigov.eu_ai_act.rules.art_26_2

import data.aigov.lib.attestation
import data.aigov.lib.checks.oversight
import data.aigov.lib.eu

results contains answer if some answer in eu.high_risk({"deployer"}, _needs, _found)

_needs := array.concat(attestation.needs, oversight.needs)

_found := attestation.results("eu-ai-act", "Art. 26(2)") | oversight.results
