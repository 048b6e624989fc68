package aigov_test.lib.checks.logging

import data.aigov.lib.checks.logging
import data.aigov_test.testing

test_what_is_used_is_told if {
	found := logging.results("nist-ai-rmf", "MEASURE 2.4") with input as testing.altered(testing.desk, [
		["observers", []], ["libraries/0/slug", "langfuse"], ["libraries/0/traits", ["records-calls"]],
	])
	testing.says(found, "undetermined", "service:openai", "no-record-seen")
}

test_pass_on_a_statement if {
	found := logging.results("nist-ai-rmf", "MEASURE 2.4") with input as testing.attested("nist-ai-rmf/MEASURE 2.4")
	testing.says(found, "pass", "system", "stated")
}
