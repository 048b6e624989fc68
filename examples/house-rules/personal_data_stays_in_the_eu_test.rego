package aigov_test.house_rules.personal_data_stays_in_the_eu

import data.aigov.house_rules.rules.personal_data_stays_in_the_eu as rule
import data.aigov_test.testing

parameters := {"personal_data_stays_in_the_eu": {"regions": ["eu", "europe-*"]}}

results contains answer if some answer in rule.results with data.aigov.house_rules.parameters as parameters

needs := ["ai_use", "coverage/known", "coverage/complete", "providers", "flows", "unresolved"]

test_pass if {
	found := results with input as testing.desk
	testing.answers(found) == {["pass", "service:openai", "in-the-eu"]}
}

test_pass_on_special_categories_which_are_personal if {
	special := testing.altered(testing.desk, [["flows/0/classes", ["special-category"]], ["providers/0/data", []]])
	found := results with input as special
	testing.answers(found) == {["pass", "service:openai", "in-the-eu"]}
}

test_pass_on_a_server_of_the_own_machine if {
	local := {"url": "http://localhost:11434", "exposure": "loopback", "tls": false}
	found := results with input as testing.having("providers/0/endpoints", [local])
	testing.answers(found) == {["pass", "service:openai", "in-the-eu"]}
}

test_fail_outside_the_eu if {
	found := results with input as testing.having("providers/0/endpoints/0/region", "us-east-1")
	testing.answers(found) == {["fail", "service:openai", "outside-the-eu"]}
}

test_undetermined_without_a_region if {
	found := results with input as testing.lacking("providers/0/endpoints/0/region")
	testing.answers(found) == {["undetermined", "service:openai", "region-unknown"]}
}

test_undetermined_without_an_endpoint if {
	found := results with input as testing.having("providers/0/endpoints", [])
	testing.answers(found) == {["undetermined", "service:openai", "region-unknown"]}
}

test_undetermined_where_the_data_cannot_be_told if {
	sends := testing.altered(testing.desk, [
		["flows/0/unresolved", "built elsewhere"],
		["flows/0/classes", []],
		["providers/0/data", []],
	])
	found := results with input as sends
	testing.answers(found) == {["undetermined", "service:openai", "region-unknown"]}
}

test_undetermined_on_an_unknown_service if {
	found := results with input as testing.lacking("providers/0/slug")
	testing.answers(found) == {["undetermined", "service:openai", "region-unknown"]}
}

test_undetermined_where_the_provider_is_not_named if {
	every what in ["provider", "endpoint"] {
		found := results with input as testing.only_unresolved("providers", what)
		testing.answers(found) == {["undetermined", "pkg:pypi/openai@1.55.0", "unresolved"]}
	}
}

test_not_applicable_without_personal_data if {
	other := testing.altered(testing.desk, [["flows/0/classes", ["user-content"]], ["providers/0/data", []]])
	found := results with input as other
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
