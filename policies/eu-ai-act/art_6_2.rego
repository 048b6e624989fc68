# METADATA
# title: High-risk by purpose (Annex III)
# description: >-
#   Each signal of an Annex III area agrees with the declared risk class, or a statement explains it. A pass
#   proves that a person classified the system knowing of the signal; not that the class is right.
# custom:
#   control: Art. 6(2)
package aigov.eu_ai_act.rules.art_6_2

import data.aigov.lib.checks.annex_iii
import data.aigov.lib.eu

results contains answer if some answer in eu.in_union(annex_iii.needs, annex_iii.results)
