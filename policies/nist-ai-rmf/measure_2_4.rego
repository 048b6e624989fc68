# METADATA
# title: Behaviour in production is monitored
# description: >-
#   Reads which calls an observer records, or the statement on monitoring. None seen is undetermined: it may happen
#   elsewhere. A pass proves that recording is switched on in the code for each call that was seen, or that somebody
#   states how it is done; not that anybody watches.
# custom:
#   control: MEASURE 2.4
package aigov.nist_ai_rmf.rules.measure_2_4

import data.aigov.lib.checks.logging
import data.aigov.lib.gate

results contains answer if {
	some answer in gate.over_ai_use(logging.needs, logging.results("nist-ai-rmf", "MEASURE 2.4"))
}
