# METADATA
# title: Legal and technical risk of components is mapped
# description: >-
#   Reads the agreement named for each provider, the version and licence of each AI library, and the licence of each
#   model file and of each model that an own server runs. A licence is what the AI-BOM says, else what aigov.yaml
#   states; one that contradicts the other fails, and so does one that allowed_licences or denied_licences leaves out.
#   A pass proves that these are on record and admitted; not that a licence allows this use.
# custom:
#   control: MAP 4.1
package aigov.nist_ai_rmf.rules.map_4_1

import data.aigov.lib.checks.licences
import data.aigov.lib.checks.supplier_records
import data.aigov.lib.gate
import data.aigov.nist_ai_rmf.parameters

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(supplier_records.needs, licences.needs)

_found := supplier_records.agreements | licences.results(_lists)

_lists := {"allowed": parameters.map_4_1.allowed_licences, "denied": parameters.map_4_1.denied_licences}
