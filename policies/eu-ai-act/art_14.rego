# METADATA
# title: People can oversee the system
# description: >-
#   Reads whether a person must agree before an agent acts outside or runs code, and the statement on oversight. Binds
#   the provider of a high-risk system. A pass proves that somebody stands by the measures and that no agent was found
#   to act without a gate; not that oversight works.
# custom:
#   control: Art. 14
package aigov.eu_ai_act.rules.art_14

import data.aigov.lib.attestation
import data.aigov.lib.checks.oversight
import data.aigov.lib.eu

results contains answer if some answer in eu.high_risk({"provider"}, _needs, _found)

_needs := array.concat(attestation.needs, oversight.needs)

_found := attestation.results("eu-ai-act", "Art. 14") | oversight.results
