package aigov_test.lib.checks.identified

import data.aigov.lib.checks.identified
import data.aigov_test.testing

test_pass_on_a_model_with_its_provider if {
	found := identified.results with input as testing.desk
	testing.answers(found) == {["pass", "model:openai/gpt-4o-2024-08-06", "identified"]}
}

test_undetermined_without_its_provider if {
	found := identified.results with input as testing.lacking("models/0/provider")
	testing.answers(found) == {["undetermined", "model:openai/gpt-4o-2024-08-06", "no-provider"]}
}

test_what_the_source_does_not_name_is_no_silence if {
	every what in ["model", "provider"] {
		found := identified.results with input as testing.only_unresolved("models", what)
		testing.answers(found) == {["undetermined", "service:openai", "unresolved"]}
	}
}

test_an_address_that_is_set_at_run_time_may_be_anyones if {
	found := identified.results with input as testing.with_unresolved("endpoint")
	testing.says(found, "undetermined", "service:openai", "anyones-address")
}

test_not_applicable_without_models if {
	found := identified.results with input as testing.having("models", [])
	testing.answers(found) == {["not_applicable", "system", "none-found"]}
}
