# METADATA
# title: Logs are kept for at least six months
# description: >-
#   Reads for how many days aigov.yaml says that records of the calls to each provider are kept, and in what, against
#   minimum_days and against what the code records them with. Binds the provider of a high-risk system, whose logs are
#   under its control. A pass proves that somebody stands by the number, and that no recorder in the code contradicts
#   the place; not that records are there.
# custom:
#   control: Art. 19
package aigov.eu_ai_act.rules.art_19

import data.aigov.eu_ai_act.parameters
import data.aigov.lib.checks.retention
import data.aigov.lib.eu

results contains answer if {
	minimum_days := parameters.art_19.minimum_days
	some answer in eu.high_risk({"provider"}, retention.needs, retention.results("eu-ai-act", "Art. 19", minimum_days))
}
