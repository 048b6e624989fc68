package aigov_test.nist_ai_rmf.manage_4_1

import data.aigov.nist_ai_rmf.rules.manage_4_1 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"context/evaluated_at_ns",
	"system/ref",
	"providers",
	"libraries",
	"observers", "flows", "unresolved",
]

passing := testing.attested("nist-ai-rmf/MANAGE 4.1")

test_pass if {
	found := results with input as passing
	testing.statuses(found) == {"pass"}
}

test_undetermined_without_a_statement if {
	found := results with input as testing.altered(passing, [["declarations/attestations", []]])
	testing.says(found, "undetermined", "system", "no-statement")
}

test_undetermined_where_nothing_records_the_calls if {
	found := results with input as testing.altered(passing, [["declarations/attestations", []], ["observers", []]])
	testing.says(found, "undetermined", "service:openai", "no-record-seen")
}

test_fail_without_a_contact if {
	found := results with input as json.remove(passing, ["declarations/system/incident_contact"])
	testing.says(found, "fail", "app:desk", "no-contact")
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
