package aigov_test.iso_42001.a_6_2_6

import data.aigov.iso_42001.rules.a_6_2_6 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"context/evaluated_at_ns",
	"models",
	"providers",
	"unresolved",
]

test_pass if {
	found := results with input as testing.desk
	testing.statuses(found) == {"pass"}
}

test_fail_on_a_retired_model if {
	found := results with input as testing.having("models/0/id", "gpt-4-32k")
	testing.says(found, "fail", "model:openai/gpt-4o-2024-08-06", "retired")
}

test_not_applicable_where_no_date_is_known if {
	found := results with input as testing.having("models/0/id", "gpt-9")
	testing.says(found, "not_applicable", "model:openai/gpt-4o-2024-08-06", "no-date-known")
}

test_undetermined_on_an_unresolved_model if {
	found := results with input as testing.with_unresolved("model")
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
