# METADATA
# title: Synthetic content is marked
# description: >-
#   Reads which calls, models and services make images, sound or video, against the statement on marking. Binds the
#   provider. Found without a statement it fails; synthetic text is left to the statement. A pass proves that somebody
#   stands by a way to mark; not that marks are machine-readable.
# custom:
#   control: Art. 50(2)
package aigov.eu_ai_act.rules.art_50_2

import data.aigov.lib.checks.disclosure
import data.aigov.lib.eu

results contains answer if {
	some answer in eu.of_role({"provider"}, disclosure.needs_of_media, disclosure.media("eu-ai-act", "Art. 50(2)"))
}
