# METADATA
# title: Persons are told of emotion recognition or biometric sorting
# description: >-
#   A signal of emotion recognition or biometric categorisation asks the deployer for a statement on how
#   persons are informed. A pass proves that somebody stands by one; not that the notice is clear.
# custom:
#   control: Art. 50(3)
package aigov.eu_ai_act.rules.art_50_3

import data.aigov.lib.checks.indicators
import data.aigov.lib.eu

results contains answer if {
	some answer in eu.of_role({"deployer"}, indicators.needs, indicators.results_for("Art. 50(3)", _provisions))
}

# Provisions whose signals are those of emotion recognition and biometric categorisation.
_provisions := {"Art. 50(3)", "Art. 5(1)(f)", "Art. 5(1)(g)", "Annex III 1(b)", "Annex III 1(c)"}
