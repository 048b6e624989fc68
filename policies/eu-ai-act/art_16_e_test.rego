package aigov_test.eu_ai_act.art_16_e

import data.aigov.eu_ai_act.rules.art_16_e as rule
import data.aigov_test.testing

parameters := {"art_16_e": {"minimum_days": 184}}

results contains answer if {
	some answer in rule.results with data.aigov.lib.facts as testing.facts
		with data.aigov.eu_ai_act.parameters as parameters
}

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"context/evaluated_at_ns",
	"providers",
	"observers",
	"flows",
	"unresolved",
]

passing := testing.altered(testing.high_risk_provider, [["declarations/system/role", "provider"]])

test_pass if {
	found := results with input as passing
	testing.says(found, "pass", "service:openai", "kept")
}

test_fail_one_day_below_the_minimum if {
	found := results with input as testing.altered(passing, [["declarations/logs/0/retention_days", 183]])
	testing.says(found, "fail", "service:openai", "too-short")
}

test_undetermined_where_nothing_is_said if {
	found := results with input as testing.altered(passing, [["declarations/logs", []]])
	testing.says(found, "undetermined", "service:openai", "no-retention")
}

test_not_applicable_to_another_role if {
	found := results with input as testing.altered(passing, [["declarations/system/role", "deployer"]])
	testing.says(found, "not_applicable", "system", "other-role")
}

test_not_applicable_below_high_risk if {
	found := results with input as testing.altered(passing, [["declarations/system/risk_class/class", "limited"]])
	testing.says(found, "not_applicable", "system", "not-high-risk")
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
