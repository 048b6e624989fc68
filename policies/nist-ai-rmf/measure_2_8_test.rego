package aigov_test.nist_ai_rmf.measure_2_8

import data.aigov.nist_ai_rmf.rules.measure_2_8 as rule
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
	"libraries",
	"observers",
	"mcp_servers", "flows",
]

passing := testing.desk

test_pass if {
	found := results with input as passing
	testing.statuses(found) == {"pass"}
}

test_undetermined_where_nothing_records_the_calls if {
	found := results with input as testing.altered(passing, [["observers", []]])
	testing.says(found, "undetermined", "service:openai", "no-record-seen")
}

test_fail_on_an_expired_approval if {
	found := results with input as testing.having("declarations/providers/0", testing.lapsed_provider_approval)
	testing.says(found, "fail", "service:openai", "not-approved")
}

test_fail_on_a_model_without_approval if {
	found := results with input as testing.having("declarations/models", [])
	testing.says(found, "fail", "model:openai/gpt-4o-2024-08-06", "not-approved")
}

test_fail_without_an_owner if {
	found := results with input as testing.having("declarations/owners", [])
	testing.says(found, "fail", "mcp:tickets", "no-owner")
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
