# METADATA
# title: Impacts of AI systems are assessed in operation
# description: >-
#   Reads the statement on the impact assessment, against personal data on the way to AI, signals of Annex III
#   purposes, and the declared data classes. Data or signals without a statement, or a class that is not declared,
#   fail. A pass proves that somebody stands by an assessment whose data agrees with the code; not that it is right.
# custom:
#   control: "8.4"
package aigov.iso_42001.rules.clause_8_4

import data.aigov.lib.checks.declared_data
import data.aigov.lib.checks.persons
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(persons.needs, declared_data.needs)

_found := persons.results("iso-42001", "8.4") | declared_data.results
