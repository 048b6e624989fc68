# METADATA
# title: Becoming provider by substantial change
# description: >-
#   Reads the tuning jobs and adapters of the code against the statement on substantial change. Found without a
#   statement it fails. A pass proves that somebody stands by a statement on the change; not that it is no substantial
#   one.
# custom:
#   control: Art. 25(1)(b)
package aigov.eu_ai_act.rules.art_25_1_b

import data.aigov.lib.checks.tuned
import data.aigov.lib.eu

results contains answer if some answer in eu.in_union(tuned.needs, tuned.results("eu-ai-act", "Art. 25(1)(b)"))
