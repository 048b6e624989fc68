package aigov_test.eu_ai_act.art_50_3

import data.aigov.eu_ai_act.rules.art_50_3 as rule
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
	found := results with input as testing.explained(testing.emotion, "eu-ai-act/Art. 50(3)")
	testing.statuses(found) == {"pass"}
}

test_fail_on_a_signal_without_a_statement if {
	found := results with input as testing.having("indicators", [testing.emotion])
	testing.says(found, "fail", "app:desk", "emotion-recognition")
}

test_fail_on_a_signal_of_each_provision if {
	every provision in ["Art. 50(3)", "Art. 5(1)(f)", "Art. 5(1)(g)", "Annex III 1(b)", "Annex III 1(c)"] {
		facts := testing.facts_of_area(provision)
		found := rule.results with input as testing.having("indicators", [testing.area]) with data.aigov.lib.facts as facts
		testing.says(found, "fail", "app:desk", "area")
	}
}

test_not_applicable_where_no_signal_was_found if {
	found := results with input as testing.desk
	testing.says(found, "not_applicable", "system", "none-found")
}

test_not_applicable_to_a_provider if {
	found := results with input as testing.high_risk_provider
	testing.says(found, "not_applicable", "system", "other-role")
}

test_undetermined_without_a_role if {
	found := results with input as testing.lacking("declarations/system/role")
	testing.says(found, "undetermined", "system", "no-role")
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
