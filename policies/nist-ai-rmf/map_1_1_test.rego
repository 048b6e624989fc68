package aigov_test.nist_ai_rmf.map_1_1

import data.aigov.nist_ai_rmf.rules.map_1_1 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"context/evaluated_at_ns",
	"system/name",
	"providers",
	"flows",
	"unresolved",
]

passing := testing.attested("nist-ai-rmf/MAP 1.1")

test_pass if {
	found := results with input as passing
	testing.statuses(found) == {"pass"}
}

test_undetermined_without_a_statement if {
	found := results with input as testing.altered(passing, [["declarations/attestations", []]])
	testing.says(found, "undetermined", "system", "no-statement")
}

test_fail_on_data_that_is_not_declared if {
	found := results with input as testing.altered(passing, [["declarations/system/data_classes", ["user-content"]]])
	testing.says(found, "fail", "service:openai", "contradicted")
}

test_fail_without_a_purpose if {
	found := results with input as json.remove(passing, ["declarations/system/purpose"])
	testing.says(found, "fail", "system", "no-purpose")
}

test_fail_without_users if {
	found := results with input as json.remove(passing, ["declarations/system/users"])
	testing.says(found, "fail", "system", "no-users")
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
