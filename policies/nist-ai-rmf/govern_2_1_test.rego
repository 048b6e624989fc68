package aigov_test.nist_ai_rmf.govern_2_1

import data.aigov.nist_ai_rmf.rules.govern_2_1 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"libraries",
	"providers",
	"models",
	"mcp_servers",
	"unresolved",
]

test_pass if {
	found := results with input as testing.desk
	testing.statuses(found) == {"pass"}
}

test_fail_without_an_owner if {
	found := results with input as testing.having("declarations/owners", [])
	testing.says(found, "fail", "service:openai", "no-owner")
}

test_fail_without_declarations if {
	found := results with input as testing.lacking("declarations")
	testing.says(found, "fail", "model:openai/gpt-4o-2024-08-06", "no-owner")
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
