package aigov_test.lib.checks.weights

import data.aigov.lib.checks.weights
import data.aigov_test.testing

test_fail_on_names_that_run_code if {
	found := weights.results with input as testing.altered(testing.desk, [["artifacts/0/unsafe", ["os.system"]]])
	testing.answers(found) == {["fail", "file:models/rank.safetensors", "runs-code"]}
	some answer in found
	answer.message == "Loading models/rank.safetensors runs code that it brings: os.system."
}

test_fail_on_code_without_names if {
	found := weights.results with input as testing.having("artifacts/0/runs_code", true)
	testing.answers(found) == {["fail", "file:models/rank.safetensors", "runs-code"]}
	some answer in found
	answer.message == "Loading models/rank.safetensors runs code that it brings."
}

test_undetermined_where_it_depends if {
	found := weights.results with input as testing.lacking("artifacts/0/runs_code")
	testing.says(found, "undetermined", "file:models/rank.safetensors", "may-run-code")
}

test_undetermined_without_a_digest if {
	found := weights.results with input as testing.lacking("artifacts/0/sha256")
	testing.says(found, "undetermined", "file:models/rank.safetensors", "no-digest")
}

test_fail_on_an_unsafe_load if {
	found := weights.results with input as testing.altered(testing.desk, [
		["assets", [{"what": "load", "name": "acme/rank", "scope": "app", "occurrences": [], "unsafe": "trust_remote_code"}]],
	])
	testing.says(found, "fail", "app:desk", "unsafe-load")
}

test_fail_on_a_floating_revision if {
	found := weights.results with input as testing.altered(testing.desk, [
		["assets", [{"what": "load", "name": "acme/rank", "scope": "app", "occurrences": [], "pinned": "no"}]],
	])
	testing.says(found, "fail", "app:desk", "floating")
}

test_undetermined_on_an_unknown_revision if {
	found := weights.results with input as testing.altered(testing.desk, [
		["assets", [{"what": "load", "name": "acme/rank", "scope": "app", "occurrences": [], "pinned": "unresolved"}]],
	])
	testing.says(found, "undetermined", "app:desk", "pin-unknown")
}

test_pass_on_a_safe_load if {
	found := weights.results with input as testing.altered(testing.desk, [
		["assets", [{"what": "load", "name": "acme/rank", "scope": "app", "occurrences": []}]],
	])
	testing.says(found, "pass", "app:desk", "safe-load")
}

test_pass_on_a_safe_file if {
	found := weights.results with input as testing.desk
	testing.answers(found) == {["pass", "file:models/rank.safetensors", "safe-format"]}
}

test_not_applicable_without_either if {
	found := weights.results with input as testing.altered(testing.desk, [["assets", []], ["artifacts", []]])
	testing.says(found, "not_applicable", "system", "none-found")
}

test_what_is_fetched_counts_without_a_file_of_the_tree if {
	every what in ["load", "hub"] {
		found := weights.results with input as testing.altered(testing.desk, [
			["artifacts", []],
			["assets", [{"what": what, "name": "acme/rank", "scope": "app", "occurrences": [], "pinned": "no"}]],
		])
		testing.answers(found) == {["fail", "app:desk", "floating"]}
	}
}

test_data_sets_are_no_weights if {
	found := weights.results with input as testing.altered(testing.desk, [["artifacts", []], ["assets/0/pinned", "no"]])
	testing.answers(found) == {["not_applicable", "system", "none-found"]}
}
