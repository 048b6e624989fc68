# METADATA
# title: Where data comes from is recorded
# description: >-
#   Reads the revision of each data set that code fetches. One that floats fails; one without a revision or digest is
#   undetermined. A pass proves that a commit fixes the data; not where its publisher took it from.
# custom:
#   control: A.7.5
package aigov.iso_42001.rules.a_7_5

import data.aigov.lib.checks.provenance
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(provenance.needs, provenance.fixed)
