package aigov_test.nist_ai_rmf.measure_2_10

import data.aigov.nist_ai_rmf.rules.measure_2_10 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"context/evaluated_at_ns",
	"providers",
	"models",
	"flows",
	"unresolved",
	"observers",
]

test_pass if {
	found := results with input as testing.desk
	testing.statuses(found) == {"pass"}
}

test_fail_on_a_class_that_is_not_approved if {
	found := results with input as testing.having("declarations/providers/0/data_classes", ["user-content"])
	testing.says(found, "fail", "service:openai", "class-not-allowed")
}

test_fail_on_personal_data_without_an_agreement if {
	found := results with input as testing.lacking("declarations/providers/0/dpa")
	testing.says(found, "fail", "service:openai", "no-safeguard")
}

test_fail_on_an_expired_approval_of_a_provider if {
	found := results with input as testing.having("declarations/providers/0", testing.lapsed_provider_approval)
	testing.says(found, "fail", "service:openai", "not-approved")
}

test_undetermined_where_the_data_cannot_be_told if {
	found := results with input as testing.having("flows/0/unresolved", "built elsewhere")
	testing.says(found, "undetermined", "service:openai", "data-unresolved")
}

test_not_applicable_without_providers if {
	found := results with input as testing.having("providers", [])
	testing.says(found, "not_applicable", "system", "none-found")
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

test_fail_on_copies_that_nobody_approved if {
	found := results with input as testing.having("observers/0/exposure", "public")
	testing.says(found, "fail", "system", "copied")
}

test_fail_on_a_retention_that_the_terms_deny if {
	found := results with input as testing.altered(json.remove(testing.desk, ["declarations/providers/0/agreement"]), [
		["declarations/providers/0/retention_days", 0],
	])
	testing.says(found, "fail", "service:openai", "retention")
}
