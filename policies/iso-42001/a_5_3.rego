# METADATA
# title: Impact assessments are documented
# description: >-
#   Reads the statement on the documented impact assessment, and the declared data classes against the code. A class
#   in the code that is not declared fails. A pass proves that somebody stands by a document and that its data classes
#   agree with the code; not what it says.
# custom:
#   control: A.5.3
package aigov.iso_42001.rules.a_5_3

import data.aigov.lib.attestation
import data.aigov.lib.checks.declared_data
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(attestation.needs, declared_data.needs)

_found := attestation.results("iso-42001", "A.5.3") | declared_data.results
