package aigov_test.eu_ai_act.art_53_1_b

import data.aigov.eu_ai_act.rules.art_53_1_b as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"context/evaluated_at_ns",
	"providers",
	"unresolved",
]

test_pass if {
	found := results with input as testing.high_risk_provider
	testing.statuses(found) == {"pass"}
}

test_fail_without_documentation if {
	silent := testing.altered(testing.high_risk_provider, [["declarations/providers/0/documentation", ""]])
	found := results with input as silent
	testing.says(found, "fail", "service:openai", "not-on-file")
}

test_not_applicable_to_a_deployer if {
	found := results with input as testing.desk
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
