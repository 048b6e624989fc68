# METADATA
# title: ISO/IEC 42001
# description: The results of every control that has a rule or a statement, by slug. The list of controls is data.
# scope: subpackages
# schemas:
#   - input: schema["policy-input.schema"]
package aigov.iso_42001

import data.aigov.lib.attestation

# METADATA
# title: Report
# description: '{slug: results}, the one answer that engines ask for.'
# entrypoint: true
report[slug] := results if {
	some slug, control in data.aigov.iso_42001.controls
	control.rule == "own"
	results := data.aigov.iso_42001.rules[slug].results
}

report[slug] := results if {
	some slug, control in data.aigov.iso_42001.controls
	control.rule == "attested"
	results := attestation.over_ai_use("iso-42001", control.id)
}
