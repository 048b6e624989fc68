package aigov_test.lib.checks.logging

import data.aigov.lib.checks.logging
import data.aigov_test.testing

test_what_is_used_is_told if {
	found := logging.results("nist-ai-rmf", "MEASURE 2.4") with input as testing.altered(testing.desk, [
		["observers", []], ["libraries/0/slug", "langfuse"], ["libraries/0/traits", ["records-calls"]],
	])
	testing.answers(found) == {["undetermined", "service:openai", "no-record-seen"]}
	some answer in found
	endswith(answer.message, "record the calls to openai, though langfuse is used.")
}

test_what_is_not_used_is_not_told if {
	found := logging.results("nist-ai-rmf", "MEASURE 2.4") with input as testing.having("observers", [])
	some answer in found
	endswith(answer.message, "record the calls to openai.")
}

test_evidence_is_the_observer_that_sees_the_calls if {
	other := {
		"slug": "opik", "how": "decorator", "content": "on", "scope": "app", "providers": ["mistral"],
		"occurrences": [{"file": "desk/other.py", "line": 2}],
	}
	found := logging.results("nist-ai-rmf", "MEASURE 2.4") with input as testing.having("observers", [
		testing.observer,
		other,
	])
	testing.answers(found) == {["pass", "service:openai", "recorded"]}
	some answer in found
	answer.evidence == [{"ref": "service:openai", "file": "desk/answer.py", "line": 12}]
}

test_pass_on_a_statement if {
	found := logging.results("nist-ai-rmf", "MEASURE 2.4") with input as testing.attested("nist-ai-rmf/MEASURE 2.4")
	testing.says(found, "pass", "system", "stated")
}
