package aigov_test.eu_ai_act.art_25_1_b

import data.aigov.eu_ai_act.rules.art_25_1_b as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"context/evaluated_at_ns",
	"assets",
	"artifacts",
	"system/ref",
]

passing := testing.attested("eu-ai-act/Art. 25(1)(b)")

test_pass if {
	found := results with input as passing
	testing.statuses(found) == {"pass"}
}

test_fail_on_a_tuning_job_without_a_statement if {
	found := results with input as testing.altered(testing.desk, [["assets/0/what", "tuning"]])
	testing.says(found, "fail", "app:desk", "changed")
}

test_fail_on_an_adapter_without_a_statement if {
	found := results with input as testing.altered(testing.desk, [["artifacts/0/adapter", true]])
	testing.says(found, "fail", "app:desk", "changed")
}

test_not_applicable_without_a_change if {
	found := results with input as testing.desk
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
