package aigov_test.iso_42001.a_9_2

import data.aigov.iso_42001.rules.a_9_2 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"context/evaluated_at_ns",
	"providers",
	"models",
	"unresolved",
	"flows",
]

test_pass if {
	found := results with input as testing.desk
	testing.statuses(found) == {"pass"}
}

test_fail_on_a_provider_without_approval if {
	found := results with input as testing.having("declarations/providers", [])
	testing.says(found, "fail", "service:openai", "not-approved")
}

test_fail_on_a_provider_that_gets_no_data_and_has_no_approval if {
	found := results with input as testing.altered(testing.desk, [
		["declarations/providers", []], ["providers/0/data", []], ["flows/0/classes", []],
	])
	testing.says(found, "fail", "service:openai", "not-approved")
}

test_fail_on_a_model_without_approval if {
	found := results with input as testing.having("declarations/models", [])
	testing.says(found, "fail", "model:openai/gpt-4o-2024-08-06", "not-approved")
}

test_fail_on_a_class_that_is_not_approved if {
	found := results with input as testing.having("declarations/providers/0/data_classes", ["user-content"])
	testing.says(found, "fail", "service:openai", "class-not-allowed")
}

test_undetermined_on_an_unresolved_provider if {
	found := results with input as testing.with_unresolved("provider")
	testing.says(found, "undetermined", "service:openai", "unresolved")
}

test_not_applicable_without_ai if {
	found := results with input as testing.no_ai
	testing.statuses(found) == {"not_applicable"}
	testing.says(found, "not_applicable", "system", "no-ai")
}

test_undetermined_on_empty_input if {
	every need in needs {
		testing.misses(results, need) with input as testing.empty
	}
}

test_undetermined_without_each_fact if {
	every need in needs {
		testing.misses(results, need) with input as testing.lacking(need)
	}
}
