package aigov_test.iso_42001.a_10_2

import data.aigov.iso_42001.rules.a_10_2 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"context/evaluated_at_ns",
	"providers",
	"unresolved",
]

passing := testing.desk

test_pass if {
	found := results with input as passing
	testing.statuses(found) == {"pass"}
}

test_fail_without_an_agreement if {
	found := results with input as testing.lacking("declarations/providers/0/agreement")
	testing.says(found, "fail", "service:openai", "not-on-file")
}

test_fail_on_a_retention_that_the_terms_deny if {
	found := results with input as testing.altered(json.remove(testing.desk, ["declarations/providers/0/agreement"]), [
		["declarations/providers/0/retention_days", 0],
	])
	testing.says(found, "fail", "service:openai", "retention")
}

test_not_applicable_without_ai if {
	found := results with input as testing.no_ai
	testing.says(found, "not_applicable", "system", "no-ai")
}

test_undetermined_on_empty_input if {
	every need in needs {
		testing.misses(results, need) with input as testing.empty
	}
}

test_undetermined_without_each_fact if {
	every need in needs {
		testing.misses(results, need) with input as json.remove(passing, [need])
	}
}
