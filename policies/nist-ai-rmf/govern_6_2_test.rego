package aigov_test.nist_ai_rmf.govern_6_2

import data.aigov.nist_ai_rmf.rules.govern_6_2 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"context/evaluated_at_ns",
	"models",
]

passing := testing.attested("nist-ai-rmf/GOVERN 6.2")

test_pass if {
	found := results with input as passing
	testing.statuses(found) == {"pass"}
}

test_undetermined_without_a_statement if {
	found := results with input as testing.altered(passing, [["declarations/attestations", []]])
	testing.says(found, "undetermined", "system", "no-statement")
}

test_fail_on_a_model_that_goes if {
	found := results with input as testing.having("models/0/id", "gpt-4-32k")
	testing.says(found, "fail", "model:openai/gpt-4o-2024-08-06", "goes-soon")
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

test_pass_on_a_model_that_goes_under_a_statement if {
	found := results with input as testing.altered(passing, [["models/0/id", "gpt-4-32k"]])
	testing.statuses(found) == {"pass"}
}
