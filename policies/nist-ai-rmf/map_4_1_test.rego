package aigov_test.nist_ai_rmf.map_4_1

import data.aigov.nist_ai_rmf.rules.map_4_1 as rule
import data.aigov_test.testing

parameters := {"map_4_1": {"allowed_licences": ["Apache-*", "MIT"], "denied_licences": ["GPL-*"]}}

results contains answer if {
	some answer in rule.results with data.aigov.lib.facts as testing.facts
		with data.aigov.nist_ai_rmf.parameters as parameters
}

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"context/evaluated_at_ns",
	"models",
	"providers",
	"unresolved",
	"libraries",
	"artifacts",
]

passing := testing.desk

test_pass if {
	found := results with input as passing
	testing.statuses(found) == {"pass"}
}

test_fail_without_an_agreement if {
	found := results with input as testing.lacking("declarations/providers/0/agreement")
	testing.says(found, "fail", "service:openai", "not-on-file")
}

test_undetermined_without_a_licence if {
	found := results with input as testing.lacking("artifacts/0/licenses")
	testing.says(found, "undetermined", "file:models/rank.safetensors", "no-licence")
}

test_undetermined_without_a_licence_of_a_library if {
	found := results with input as testing.lacking("libraries/0/licenses")
	testing.says(found, "undetermined", "pkg:pypi/openai@1.55.0", "no-licence")
}

test_undetermined_without_a_version if {
	found := results with input as testing.lacking("libraries/0/version")
	testing.says(found, "undetermined", "pkg:pypi/openai@1.55.0", "no-version")
}

test_fail_on_a_licence_that_the_lists_leave_out if {
	found := results with input as testing.altered(passing, [["libraries/0/licence_options", [["GPL-3.0-only"]]]])
	testing.says(found, "fail", "pkg:pypi/openai@1.55.0", "not-admitted")
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
