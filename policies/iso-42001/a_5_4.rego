# METADATA
# title: Impacts on persons and groups are assessed
# description: >-
#   Reads personal data on the way to AI and signals of Annex III purposes against the statement on this control.
#   Found without a statement it fails. A pass proves that somebody stands by an assessment of impacts on persons; not
#   that it is right.
# custom:
#   control: A.5.4
package aigov.iso_42001.rules.a_5_4

import data.aigov.lib.checks.persons
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(persons.needs, persons.results("iso-42001", "A.5.4"))
