package aigov_test.iso_42001.a_10_3

import data.aigov.iso_42001.rules.a_10_3 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"context/evaluated_at_ns",
	"providers",
	"models",
	"unresolved",
	"libraries",
	"observers",
]

test_pass if {
	found := results with input as testing.desk
	testing.statuses(found) == {"pass"}
}

test_fail_on_a_provider_without_approval if {
	found := results with input as testing.having("declarations/providers", [])
	testing.says(found, "fail", "service:openai", "not-approved")
}

test_fail_without_an_agreement if {
	found := results with input as testing.lacking("declarations/providers/0/agreement")
	testing.says(found, "fail", "service:openai", "not-on-file")
}

test_fail_on_an_expired_approval_of_a_provider if {
	found := results with input as testing.having("declarations/providers/0", testing.lapsed_provider_approval)
	testing.says(found, "fail", "service:openai", "not-approved")
}

test_undetermined_on_an_unresolved_provider if {
	found := results with input as testing.with_unresolved("provider")
	testing.says(found, "undetermined", "service:openai", "unresolved")
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

test_fail_on_a_barred_seat if {
	found := results with input as testing.having("declarations/system/restricted", ["jurisdiction:US"])
	testing.says(found, "fail", "service:openai", "barred")
}
