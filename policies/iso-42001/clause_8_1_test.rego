package aigov_test.iso_42001.clause_8_1

import data.aigov.iso_42001.rules.clause_8_1 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"bom",
	"context/evaluated_at_ns",
	"providers",
	"models",
	"unresolved",
]

test_pass if {
	found := results with input as testing.desk
	testing.statuses(found) == {"pass"}
}

test_undetermined_on_a_dirty_tree if {
	found := results with input as testing.having("bom/dirty", true)
	testing.says(found, "undetermined", "system", "dirty")
}

test_undetermined_where_files_are_unread if {
	found := results with input as testing.having("coverage", {"known": true, "complete": false, "gaps": []})
	testing.says(found, "undetermined", "system", "incomplete")
}

test_fail_on_a_provider_without_approval if {
	found := results with input as testing.having("declarations/providers", [])
	testing.says(found, "fail", "service:openai", "not-approved")
}

test_fail_on_a_model_without_approval if {
	found := results with input as testing.having("declarations/models", [])
	testing.says(found, "fail", "model:openai/gpt-4o-2024-08-06", "not-approved")
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
