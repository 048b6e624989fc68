# METADATA
# title: Deep fakes and public-interest texts are labelled
# description: >-
#   Reads which calls, models and services make images, sound or video, against the statement on labels. Binds the
#   deployer. Found without a statement it fails; texts of public interest are left to the statement. A pass proves
#   that somebody stands by a way to label; not that labels are seen.
# custom:
#   control: Art. 50(4)
package aigov.eu_ai_act.rules.art_50_4

import data.aigov.lib.checks.disclosure
import data.aigov.lib.eu

results contains answer if {
	some answer in eu.of_role({"deployer"}, disclosure.needs_of_media, disclosure.media("eu-ai-act", "Art. 50(4)"))
}
