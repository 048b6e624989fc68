# METADATA
# title: How data was acquired is known
# description: >-
#   Reads the data sets and tuning jobs of the code, and the statement on how data was acquired. A pass proves that
#   the source names the data and that somebody stands by its acquisition; not that rights are held.
# custom:
#   control: A.7.3
package aigov.iso_42001.rules.a_7_3

import data.aigov.lib.attestation
import data.aigov.lib.checks.provenance
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(attestation.needs, provenance.needs)

_found := attestation.results("iso-42001", "A.7.3") | provenance.named
