# METADATA
# title: NIST AI RMF report
# description: The results of every decided control, by slug. Controls come from the framework's own list (data.controls).
# scope: subpackages
# schemas:
#   - input: schema["policy-input.schema"]
package aigov.nist_ai_rmf

import data.aigov.lib.attestation

# Results of the controls that have a rule of their own, and of those that a person states.
# METADATA
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
