package aigov_test.nist_ai_rmf.map_2_1

import data.aigov.nist_ai_rmf.rules.map_2_1 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"models",
	"unresolved",
]

passing := testing.desk

test_pass if {
	found := results with input as passing
	testing.statuses(found) == {"pass"}
}

test_undetermined_on_an_unresolved_model if {
	found := results with input as testing.with_unresolved("model")
	testing.says(found, "undetermined", "service:openai", "unresolved")
}

test_undetermined_without_a_provider if {
	found := results with input as testing.lacking("models/0/provider")
	testing.says(found, "undetermined", "model:openai/gpt-4o-2024-08-06", "no-provider")
}

test_not_applicable_without_models if {
	found := results with input as testing.having("models", [])
	testing.says(found, "not_applicable", "system", "none-found")
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
