package aigov_test.iso_42001.a_7_5

import data.aigov.iso_42001.rules.a_7_5 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"assets",
	"system/ref",
]

passing := testing.desk

test_pass if {
	found := results with input as passing
	testing.statuses(found) == {"pass"}
}

test_fail_on_a_floating_data_set if {
	found := results with input as testing.having("assets/0/pinned", "no")
	testing.says(found, "fail", "app:desk", "floating")
}

test_undetermined_without_a_revision if {
	found := results with input as testing.lacking("assets/0/pinned")
	testing.says(found, "undetermined", "app:desk", "not-fixed")
}

test_not_applicable_without_data_sets if {
	found := results with input as testing.having("assets", [])
	testing.says(found, "not_applicable", "system", "none-found")
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
