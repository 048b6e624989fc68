package aigov_test.eu_ai_act.art_6_2

import data.aigov.eu_ai_act.rules.art_6_2 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"context/evaluated_at_ns",
	"system/ref",
	"indicators",
]

test_pass if {
	found := results with input as testing.altered(testing.high_risk_provider, [["indicators", [testing.hiring]]])
	testing.statuses(found) == {"pass"}
}

test_fail_on_a_signal_that_contradicts_the_class if {
	found := results with input as testing.having("indicators", [testing.hiring])
	testing.says(found, "fail", "app:desk", "recruitment")
}

test_undetermined_on_a_mere_name if {
	found := results with input as testing.merely_named(testing.hiring)
	testing.says(found, "undetermined", "app:desk", "recruitment")
}

test_not_applicable_where_no_signal_was_found if {
	found := results with input as testing.desk
	testing.says(found, "not_applicable", "system", "none-found")
}

test_not_applicable_outside_the_union if {
	found := results with input as testing.abroad(testing.desk)
	testing.says(found, "not_applicable", "system", "outside-eu")
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
