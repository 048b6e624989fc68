# METADATA
# title: NIST AI RMF
# description: The results of every control that has a rule or a statement, by slug. The list of controls is data.
# scope: subpackages
# schemas:
#   - input: schema["policy-input.schema"]
package aigov.nist_ai_rmf

import data.aigov.lib.attestation

# METADATA
# title: Report
# description: '{slug: results}, the one answer that engines ask for.'
# entrypoint: true
report[slug] := results if {
	some slug, control in data.aigov.nist_ai_rmf.controls
	control.rule == "own"
	results := data.aigov.nist_ai_rmf.rules[slug].results
}

report[slug] := results if {
	some slug, control in data.aigov.nist_ai_rmf.controls
	control.rule == "attested"
	results := attestation.over_ai_use("nist-ai-rmf", control.id)
}
