# METADATA
# title: Testing, and finding and sharing incidents, is made possible
# description: >-
#   Reads the incident contact and the evaluations of aigov.yaml against the models in use. A pass proves that a
#   contact is named and that a performance result is recorded for each model version; not that findings are shared.
# custom:
#   control: GOVERN 4.3
package aigov.nist_ai_rmf.rules.govern_4_3

import data.aigov.lib.checks.evaluations
import data.aigov.lib.checks.incidents
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(incidents.needs, evaluations.needs)

_found := incidents.results | evaluations.results("nist-ai-rmf", "GOVERN 4.3", "performance")
