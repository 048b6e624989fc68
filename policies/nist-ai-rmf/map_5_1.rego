# METADATA
# title: Likelihood and size of impacts are worked out
# description: >-
#   Reads the statement on the impact assessment, against personal data on the way to AI, signals of Annex III
#   purposes, and the declared data classes. Data or signals without a statement, or a class that is not declared,
#   fail. A pass proves that somebody stands by an assessment whose data agrees with the code; not that its estimates
#   are right.
# custom:
#   control: MAP 5.1
package aigov.nist_ai_rmf.rules.map_5_1

import data.aigov.lib.checks.declared_data
import data.aigov.lib.checks.persons
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(persons.needs, declared_data.needs)

_found := persons.results("nist-ai-rmf", "MAP 5.1") | declared_data.results
