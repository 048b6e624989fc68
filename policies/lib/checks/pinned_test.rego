package aigov_test.lib.checks.pinned

import data.aigov.lib.checks.pinned
import data.aigov_test.testing

test_pinned if {
	results := pinned.results with input as testing.desk
	testing.statuses(results) == {"pass"}
	testing.says(results, "pass", "model:openai/gpt-4o-2024-08-06", "pinned")
}

test_a_default_that_a_setting_replaces_says_so if {
	results := pinned.results with input as testing.having("models/0/variable", "MODEL")
	some answer in results
	answer.message == "The model gpt-4o-2024-08-06 is a fixed version; MODEL can replace it at run time."
}

test_an_alias_fails if {
	results := pinned.results with input as testing.having("models/0/pinned", "no")
	testing.answers(results) == {["fail", "model:openai/gpt-4o-2024-08-06", "alias"]}
}

test_undetermined_where_not_known if {
	results := pinned.results with input as testing.having("models/0/pinned", "unresolved")
	testing.says(results, "undetermined", "model:openai/gpt-4o-2024-08-06", "pin-unknown")
	silent := pinned.results with input as testing.lacking("models/0/pinned")
	testing.statuses(silent) == {"undetermined"}
}

test_undetermined_where_the_model_is_unresolved if {
	results := pinned.results with input as testing.with_unresolved("model")
	testing.says(results, "undetermined", "service:openai", "unresolved")
	testing.says(results, "pass", "model:openai/gpt-4o-2024-08-06", "pinned")
}

test_not_applicable_without_models if {
	testing.statuses(pinned.results) == {"not_applicable"} with input as testing.having("models", [])
	unresolved := object.union(testing.desk, {"models": [], "unresolved": [testing.unresolved]})
	testing.statuses(pinned.results) == {"undetermined"} with input as unresolved
}

test_an_alias_that_is_only_named_is_undetermined if {
	named := json.patch(testing.desk, [
		{"op": "add", "path": "/models/0/pinned", "value": "no"},
		{"op": "add", "path": "/models/0/mention", "value": true},
	])
	results := pinned.results with input as named
	testing.says(results, "undetermined", "model:openai/gpt-4o-2024-08-06", "alias")
}

test_needs_what_it_reads if pinned.needs == ["models", "unresolved"]
