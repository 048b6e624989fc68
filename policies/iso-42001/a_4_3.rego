# METADATA
# title: Data resources are documented
# description: >-
#   Reads the data sets that code fetches and what tuning jobs train on. One that the source does not name is
#   undetermined. A pass proves that the source names each; data that is collected outside the code is not seen.
# custom:
#   control: A.4.3
package aigov.iso_42001.rules.a_4_3

import data.aigov.lib.checks.provenance
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(provenance.needs, provenance.named)
