# METADATA
# title: Validity and reliability are shown, with their limits
# description: >-
#   Reads evaluations of aigov.yaml against the model ids of the code, exactly. A record of another version only
#   fails; none, or one of an alias, is undetermined. A pass proves that a named person recorded a result on the
#   reliability of this version, or states one; not that the result is good.
# custom:
#   control: MEASURE 2.5
package aigov.nist_ai_rmf.rules.measure_2_5

import data.aigov.lib.checks.evaluations
import data.aigov.lib.gate

results contains answer if {
	some answer in gate.over_ai_use(evaluations.needs, evaluations.results("nist-ai-rmf", "MEASURE 2.5", "reliability"))
}
