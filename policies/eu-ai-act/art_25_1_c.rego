# METADATA
# title: Becoming provider by a new, high-risk purpose
# description: >-
#   A general-purpose model beside a signal of an Annex III area asks the deployer for a statement on the
#   purpose. A pass proves that somebody stands by one; not that the role stays the deployer's.
# custom:
#   control: Art. 25(1)(c)
package aigov.eu_ai_act.rules.art_25_1_c

import data.aigov.lib.checks.repurposed
import data.aigov.lib.eu

results contains answer if some answer in eu.of_role({"deployer"}, repurposed.needs, repurposed.results)
