package aigov_test.iso_42001.a_9_4

import data.aigov.iso_42001.rules.a_9_4 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"context/evaluated_at_ns",
	"system/name",
	"system/ref",
	"indicators",
]

passing := testing.altered(testing.attested("iso-42001/A.9.4"), [
	["declarations/system/risk_class/class", "high"], ["indicators", [testing.hiring]],
])

test_pass if {
	found := results with input as passing
	testing.statuses(found) == {"pass"}
}

test_undetermined_without_a_statement if {
	found := results with input as testing.altered(passing, [["declarations/attestations", []]])
	testing.says(found, "undetermined", "system", "no-statement")
}

test_fail_on_a_signal_that_the_class_denies if {
	found := results with input as testing.altered(passing, [["declarations/system/risk_class/class", "limited"]])
	testing.says(found, "fail", "app:desk", "recruitment")
}

test_fail_without_a_purpose if {
	found := results with input as json.remove(passing, ["declarations/system/purpose"])
	testing.says(found, "fail", "system", "no-purpose")
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
