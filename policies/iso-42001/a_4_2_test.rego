package aigov_test.iso_42001.a_4_2

import data.aigov.iso_42001.rules.a_4_2 as rule
import data.aigov_test.testing

parameters := {"a_4_2": {"max_age_days": 30}}

results contains answer if {
	some answer in rule.results with data.aigov.lib.facts as testing.facts
		with data.aigov.iso_42001.parameters as parameters
}

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"bom",
	"context/evaluated_at_ns",
]

test_pass if {
	found := results with input as testing.desk
	testing.statuses(found) == {"pass"}
}

test_undetermined_on_a_dirty_tree if {
	found := results with input as testing.having("bom/dirty", true)
	testing.says(found, "undetermined", "system", "dirty")
}

test_undetermined_where_it_is_old if {
	found := results with input as testing.having("bom/timestamp_ns", testing.now - (31 * 86400000000000))
	testing.says(found, "undetermined", "system", "old")
}

test_undetermined_where_files_are_unread if {
	found := results with input as testing.having("coverage", {"known": true, "complete": false, "gaps": []})
	testing.says(found, "undetermined", "system", "incomplete")
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
