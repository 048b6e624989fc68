# METADATA
# title: Human oversight is defined and checked
# description: >-
#   Reads what each agent and its tools can do, and where a person must agree first. A proven action outside, or code
#   that is run, without such a place fails. A pass proves a gate in the code, or that nothing consequential was
#   found; not that people look closely.
# custom:
#   control: MAP 3.5
package aigov.nist_ai_rmf.rules.map_3_5

import data.aigov.lib.checks.oversight
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(oversight.needs, oversight.results)
