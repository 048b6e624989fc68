package aigov_test.eu_ai_act.art_5_1_e

import data.aigov.eu_ai_act.rules.art_5_1_e as rule
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
	found := results with input as testing.explained(testing.scoring, "eu-ai-act/Art. 5(1)(e)")
	testing.statuses(found) == {"pass"}
}

test_fail_on_a_signal_without_a_statement if {
	found := results with input as testing.having("indicators", [testing.scoring])
	testing.says(found, "fail", "app:desk", "scoring")
}

test_undetermined_on_a_mere_name if {
	found := results with input as testing.merely_named(testing.scoring)
	testing.says(found, "undetermined", "app:desk", "scoring")
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
