package aigov_test.eu_ai_act.annex_iii_1_b

import data.aigov.eu_ai_act.rules.annex_iii_1_b as rule
import data.aigov_test.testing

results contains answer if {
	some answer in rule.results with data.aigov.lib.facts as testing.facts_of_area("Annex III 1(b)")
}

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"context/evaluated_at_ns",
	"system/ref",
	"indicators",
]

passing := testing.altered(testing.desk, [
	["declarations/system/risk_class/class", "high"], ["indicators", [testing.area]],
])

test_pass if {
	found := results with input as passing
	testing.statuses(found) == {"pass"}
}

test_fail_on_a_signal_that_the_class_denies if {
	found := results with input as testing.altered(passing, [["declarations/system/risk_class/class", "limited"]])
	testing.says(found, "fail", "app:desk", "area")
}

test_fail_without_a_class if {
	found := results with input as json.remove(passing, ["declarations/system/risk_class"])
	testing.says(found, "fail", "app:desk", "area")
}

test_undetermined_on_a_mere_name_without_a_class if {
	found := results with input as testing.altered(json.remove(passing, ["declarations/system/risk_class"]), [
		["indicators/0/signal", "name"],
	])
	testing.says(found, "undetermined", "app:desk", "area")
}

test_not_applicable_without_a_sign if {
	found := results with input as testing.altered(passing, [["indicators", []]])
	testing.says(found, "not_applicable", "system", "none-found")
}

test_not_applicable_to_the_sign_of_another_area if {
	found := results with input as testing.altered(testing.desk, [["indicators", [testing.scoring]]])
	testing.says(found, "not_applicable", "system", "none-found")
}

test_not_applicable_outside_the_union if {
	found := results with input as testing.abroad(passing)
	testing.says(found, "not_applicable", "system", "outside-eu")
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
