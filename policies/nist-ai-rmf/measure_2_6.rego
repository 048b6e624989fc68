# METADATA
# title: Safety is evaluated, failing safely included
# description: >-
#   Reads what filters the content of each call to a provider, or the statement on filtering, and the evaluations on
#   safety of each model version. A pass proves that each call that was seen to be answered shares its data with a
#   filter, or that filtering is stated, and that a safety result is recorded for this version; not that it is safe.
# custom:
#   control: MEASURE 2.6
package aigov.nist_ai_rmf.rules.measure_2_6

import data.aigov.lib.checks.evaluations
import data.aigov.lib.checks.guardrails
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(guardrails.needs, evaluations.needs)

_found := guardrails.results("nist-ai-rmf", "MEASURE 2.6") | evaluations.results("nist-ai-rmf", "MEASURE 2.6", "safety")
