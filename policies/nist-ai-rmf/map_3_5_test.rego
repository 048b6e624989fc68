package aigov_test.nist_ai_rmf.map_3_5

import data.aigov.nist_ai_rmf.rules.map_3_5 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"agents",
	"tools",
]

passing := testing.desk

test_pass if {
	found := results with input as passing
	testing.statuses(found) == {"pass"}
}

test_fail_on_a_tool_that_nobody_must_agree_to if {
	found := results with input as json.remove(passing, ["tools/0/approval"])
	testing.says(found, "fail", "agent:desk", "no-gate")
}

test_not_applicable_without_agents if {
	found := results with input as testing.having("agents", [])
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
