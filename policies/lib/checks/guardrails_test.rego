package aigov_test.lib.checks.guardrails

import data.aigov.lib.checks.guardrails
import data.aigov_test.testing

test_pass_on_a_statement if {
	found := guardrails.results("nist-ai-rmf", "MEASURE 2.6") with input as testing.attested("nist-ai-rmf/MEASURE 2.6")
	testing.says(found, "pass", "system", "stated")
}
