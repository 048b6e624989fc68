# METADATA
# title: Training, validation and test data are governed
# description: >-
#   Reads whether the source names the data of loads and tuning jobs, and whether a commit fixes it. Binds the
#   provider of a high-risk system. A pass proves that the data is named and fixed, or that none was found, which is
#   not applicable; not that it is relevant, representative or free of errors.
# custom:
#   control: Art. 10
package aigov.eu_ai_act.rules.art_10

import data.aigov.lib.checks.provenance
import data.aigov.lib.eu

results contains answer if some answer in eu.high_risk({"provider"}, _needs, _found)

_needs := provenance.needs

_found := provenance.named | provenance.fixed
