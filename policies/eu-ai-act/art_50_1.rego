# METADATA
# title: Persons are told that they deal with AI
# description: >-
#   Reads where persons talk with a model (chats in user interfaces, bots and routes that reach one) and, where none is
#   found, whether text of users reaches one, against the statement on how persons are told that they deal with AI.
#   Binds the provider. Found without a statement it fails; what may be a chat among persons is undetermined. A pass
#   proves that somebody stands by a way to tell them; not that the notice is seen.
# custom:
#   control: Art. 50(1)
package aigov.eu_ai_act.rules.art_50_1

import data.aigov.lib.checks.disclosure
import data.aigov.lib.eu

results contains answer if {
	some answer in eu.of_role({"provider"}, disclosure.needs_of_persons, disclosure.persons("eu-ai-act", "Art. 50(1)"))
}
