package aigov_test.nist_ai_rmf.govern_1_5

import data.aigov.nist_ai_rmf.rules.govern_1_5 as rule
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
]

test_pass if {
	found := results with input as testing.desk
	testing.statuses(found) == {"pass"}
}

test_fail_on_a_lapsed_statement if {
	found := results with input as testing.having("declarations/models/0", testing.lapsed_model_approval)
	testing.says(found, "fail", "system", "lapsed")
}

test_fail_on_a_provider_without_a_day_of_review if {
	found := results with input as testing.having("providers/0/slug", "mistral")
	testing.says(found, "fail", "service:openai", "no-review")
}

test_fail_without_declarations if {
	found := results with input as testing.lacking("declarations")
	testing.says(found, "fail", "system", "no-statements")
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
