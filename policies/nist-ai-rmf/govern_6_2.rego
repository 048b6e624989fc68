# METADATA
# title: There is a plan for when third-party AI fails
# description: >-
#   Reads the statement on the plan, and the retirement dates of the models in use. Without a statement, a model that
#   goes within 90 days fails. A pass proves that somebody stands by a plan in force; not that it was tried.
# custom:
#   control: GOVERN 6.2
package aigov.nist_ai_rmf.rules.govern_6_2

import data.aigov.lib.checks.contingency
import data.aigov.lib.gate

results contains answer if {
	some answer in gate.over_ai_use(contingency.needs, contingency.results("nist-ai-rmf", "GOVERN 6.2"))
}
