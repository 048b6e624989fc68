# METADATA
# title: Users get documents and information
# description: >-
#   Reads whether text of users reaches a model, against the statement on what users are told. Found without a
#   statement it fails. A pass proves that somebody stands by the information for users; not that it is clear.
# custom:
#   control: A.8.2
package aigov.iso_42001.rules.a_8_2

import data.aigov.lib.checks.disclosure
import data.aigov.lib.gate

results contains answer if {
	some answer in gate.over_ai_use(disclosure.needs_of_persons, disclosure.persons("iso-42001", "A.8.2"))
}
