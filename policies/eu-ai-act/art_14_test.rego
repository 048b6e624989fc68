package aigov_test.eu_ai_act.art_14

import data.aigov.eu_ai_act.rules.art_14 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"context/evaluated_at_ns",
	"agents",
	"tools",
]

passing := testing.altered(testing.attested("eu-ai-act/Art. 14"), [
	["declarations/system/risk_class/class", "high"], ["declarations/system/role", "provider"],
])

test_pass if {
	found := results with input as passing
	testing.statuses(found) == {"pass"}
}

test_undetermined_without_a_statement if {
	found := results with input as testing.altered(passing, [["declarations/attestations", []]])
	testing.says(found, "undetermined", "system", "no-statement")
}

test_fail_on_a_tool_that_nobody_must_agree_to if {
	found := results with input as json.remove(passing, ["tools/0/approval"])
	testing.says(found, "fail", "agent:desk", "no-gate")
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
