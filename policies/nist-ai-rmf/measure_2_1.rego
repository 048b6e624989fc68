# METADATA
# title: Test sets, metrics and tools are documented
# description: >-
#   Reads evaluations of aigov.yaml against the model ids of the code, exactly. A record of another version only
#   fails; none, or one of an alias, is undetermined. A pass proves that a named person recorded a result on the
#   performance of this version, or states one; not that the result is good.
# custom:
#   control: MEASURE 2.1
package aigov.nist_ai_rmf.rules.measure_2_1

import data.aigov.lib.checks.evaluations
import data.aigov.lib.gate

results contains answer if {
	some answer in gate.over_ai_use(evaluations.needs, evaluations.results("nist-ai-rmf", "MEASURE 2.1", "performance"))
}
