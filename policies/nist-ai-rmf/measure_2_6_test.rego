package aigov_test.nist_ai_rmf.measure_2_6

import data.aigov.nist_ai_rmf.rules.measure_2_6 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"context/evaluated_at_ns",
	"libraries",
	"providers",
	"flows",
	"observers",
	"models",
	"unresolved",
]

passing := testing.altered(testing.desk, [
	["flows/0/filtered_by", ["llm-guard"]],
])

test_pass if {
	found := results with input as passing
	testing.statuses(found) == {"pass"}
}

test_undetermined_without_a_guardrail if {
	found := results with input as testing.desk
	testing.says(found, "undetermined", "service:openai", "none-seen")
}

test_fail_on_an_evaluation_of_another_version if {
	found := results with input as testing.having("declarations/evaluations/0/model", "gpt-4o-2024-05-13")
	testing.says(found, "fail", "model:openai/gpt-4o-2024-08-06", "other-version")
}

test_undetermined_without_an_evaluation if {
	found := results with input as testing.lacking("declarations/evaluations")
	testing.says(found, "undetermined", "model:openai/gpt-4o-2024-08-06", "not-evaluated")
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
