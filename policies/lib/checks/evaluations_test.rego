package aigov_test.lib.checks.evaluations

import data.aigov.lib.checks.evaluations
import data.aigov_test.testing

test_not_applicable_without_models if {
	found := evaluations.results("nist-ai-rmf", "MEASURE 2.1", "safety") with input as testing.altered(testing.desk, [
		["models", []],
	])
	testing.says(found, "not_applicable", "system", "none-found")
}

test_pass_on_a_statement if {
	stated := testing.attested("nist-ai-rmf/MEASURE 2.1")
	found := evaluations.results("nist-ai-rmf", "MEASURE 2.1", "safety") with input as stated
	testing.says(found, "pass", "system", "stated")
}
