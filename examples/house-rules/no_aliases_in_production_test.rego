package aigov_test.house_rules.no_aliases_in_production

import data.aigov.house_rules.rules.no_aliases_in_production as rule
import data.aigov_test.testing

parameters := {"no_aliases_in_production": {"exempt": ["sonar*"]}}

results contains answer if some answer in rule.results with data.aigov.house_rules.parameters as parameters

needs := ["ai_use", "coverage/known", "coverage/complete", "models", "unresolved"]

test_pass if {
	found := results with input as testing.desk
	testing.answers(found) == {["pass", "model:openai/gpt-4o-2024-08-06", "fixed"]}
}

test_fail_on_an_alias if {
	found := results with input as testing.having("models/0/pinned", "no")
	testing.answers(found) == {["fail", "model:openai/gpt-4o-2024-08-06", "alias"]}
}

test_undetermined_where_the_version_is_not_known if {
	found := results with input as testing.having("models/0/pinned", "unresolved")
	testing.answers(found) == {["undetermined", "model:openai/gpt-4o-2024-08-06", "unknown"]}
}

test_undetermined_where_the_model_is_not_named if {
	found := results with input as testing.only_unresolved("models", "model")
	testing.answers(found) == {["undetermined", "service:openai", "unresolved"]}
}

test_not_applicable_to_what_only_builds if {
	found := results with input as testing.having("models/0/scope", "build")
	testing.answers(found) == {["not_applicable", "system", "none-found"]}
}

test_not_applicable_to_what_is_exempt if {
	found := results with input as testing.having("models/0/id", "sonar-pro")
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
