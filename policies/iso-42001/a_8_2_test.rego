package aigov_test.iso_42001.a_8_2

import data.aigov.iso_42001.rules.a_8_2 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"context/evaluated_at_ns",
	"flows",
	"surfaces",
	"system/ref",
]

passing := testing.attested("iso-42001/A.8.2")

test_pass if {
	found := results with input as passing
	testing.statuses(found) == {"pass"}
}

test_fail_where_users_are_not_told if {
	found := results with input as testing.altered(passing, [["declarations/attestations", []]])
	testing.says(found, "fail", "service:openai", "not-told")
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
