# METADATA
# title: No live remote biometric identification for law enforcement
# description: >-
#   A signal of it in code asks for a statement by a person; without one in force, a library, call or prompt
#   fails and a mere name is undetermined. A pass proves that somebody stands by a statement; code alone
#   decides the law in neither direction.
# custom:
#   control: Art. 5(1)(h)
package aigov.eu_ai_act.rules.art_5_1_h

import data.aigov.lib.checks.indicators
import data.aigov.lib.eu

results contains answer if some answer in eu.in_union(indicators.needs, indicators.results("Art. 5(1)(h)"))
