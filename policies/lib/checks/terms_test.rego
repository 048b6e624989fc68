package aigov_test.lib.checks.terms

import data.aigov.lib.checks.terms
import data.aigov_test.testing

uncontracted := json.remove(testing.desk, ["declarations/providers/0/agreement"])

test_fail_unless_approved if {
	found := terms.results with input as testing.altered(testing.desk, [["declarations/providers", []]])
		with data.aigov.lib.facts as testing.facts
	testing.says(found, "fail", "service:openai", "not-approved")
}

test_fail_on_a_shorter_retention if {
	found := terms.results with input as testing.altered(uncontracted, [
		["declarations/providers/0/retention_days", 0],
	])
		with data.aigov.lib.facts as testing.facts
	testing.says(found, "fail", "service:openai", "retention")
}

test_undetermined_on_unknown_terms if {
	found := terms.results with input as testing.altered(uncontracted, [
		["providers/0/slug", "mistral"], ["declarations/providers/0/provider", "mistral"],
	])
		with data.aigov.lib.facts as testing.facts
	testing.says(found, "undetermined", "service:openai", "terms-unknown")
}

test_pass_on_standard_terms if {
	found := terms.results with input as json.remove(testing.desk, ["declarations/providers/0/agreement"])
		with data.aigov.lib.facts as testing.facts
	testing.says(found, "pass", "service:openai", "fits-terms")
}

test_pass_on_a_contract if {
	found := terms.results with input as testing.desk
		with data.aigov.lib.facts as testing.facts
	testing.says(found, "pass", "service:openai", "fits-terms")
}

test_not_applicable_without_providers if {
	found := terms.results with input as testing.altered(testing.desk, [["providers", []]])
		with data.aigov.lib.facts as testing.facts
	testing.says(found, "not_applicable", "system", "none-found")
}

test_fail_where_terms_deny_training_and_agreement if {
	hard := json.patch(testing.facts, [
		{"op": "replace", "path": "/terms/openai/trains_by_default", "value": true},
		{"op": "replace", "path": "/terms/openai/dpa_available", "value": false},
	])
	found := terms.results with input as json.remove(testing.desk, ["declarations/providers/0/agreement"])
		with data.aigov.lib.facts as hard
	testing.says(found, "fail", "service:openai", "trains-by-default")
	testing.says(found, "fail", "service:openai", "no-dpa-offered")
}
