package aigov_test.house_rules.approved_vendors

import data.aigov.house_rules.rules.approved_vendors as rule
import data.aigov_test.testing

parameters := {"approved_vendors": {"vendors": ["mistral", "openai"]}}

results contains answer if some answer in rule.results with data.aigov.house_rules.parameters as parameters

needs := ["ai_use", "coverage/known", "coverage/complete", "providers", "unresolved"]

test_pass if {
	found := results with input as testing.desk
	testing.answers(found) == {["pass", "service:openai", "on-the-list"]}
}

test_fail_on_a_vendor_that_is_not_on_the_list if {
	found := results with input as testing.having("providers/0/slug", "deepseek")
	testing.answers(found) == {["fail", "service:openai", "not-on-the-list"]}
}

test_undetermined_on_an_unknown_service if {
	found := results with input as testing.lacking("providers/0/slug")
	testing.answers(found) == {["undetermined", "service:openai", "unknown-service"]}
}

test_undetermined_where_the_provider_is_not_named if {
	found := results with input as testing.only_unresolved("providers", "provider")
	testing.answers(found) == {["undetermined", "pkg:pypi/openai@1.55.0", "unresolved"]}
}

test_not_applicable_without_vendors if {
	found := results with input as testing.having("providers", [])
	testing.answers(found) == {["not_applicable", "system", "none-found"]}
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
		testing.misses(results, need) with input as testing.lacking(need)
	}
}
