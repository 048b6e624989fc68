# METADATA
# title: Area of remote biometric identification
# description: >-
#   Reads the signals of this area (libraries, calls, prompts, names) against the declared risk class and the
#   statements on the area or on Art. 6(2). A signal beside a lower class that no statement explains fails; a mere
#   name is undetermined. A pass proves that a person classified the system knowing of the signal; not that the class
#   is right.
# custom:
#   control: Annex III 1(a)
package aigov.eu_ai_act.rules.annex_iii_1_a

import data.aigov.lib.checks.annex_iii
import data.aigov.lib.eu

results contains answer if some answer in eu.in_union(annex_iii.needs, annex_iii.area("Annex III 1(a)"))
