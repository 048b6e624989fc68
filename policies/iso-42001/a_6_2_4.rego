# METADATA
# title: Systems are verified and validated
# description: >-
#   Reads evaluations of aigov.yaml against the model ids of the code, exactly. A record of another version only
#   fails; none, or one of an alias, is undetermined. A pass proves that a named person recorded a result on the
#   performance of this version, or states one; not that the result is good.
# custom:
#   control: A.6.2.4
package aigov.iso_42001.rules.a_6_2_4

import data.aigov.lib.checks.evaluations
import data.aigov.lib.gate

results contains answer if {
	some answer in gate.over_ai_use(evaluations.needs, evaluations.results("iso-42001", "A.6.2.4", "performance"))
}
