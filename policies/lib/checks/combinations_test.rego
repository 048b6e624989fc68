package aigov_test.lib.checks.combinations

import data.aigov.lib.checks.combinations
import data.aigov_test.testing

joined := {
	"id": "untrusted-sensitive-action",
	"proof": [{"class": "runs-code", "file": "a.py", "line": 1}],
}

test_fail_unless_gated if {
	found := combinations.results with input as testing.altered(testing.desk, [
		["agents/0/combinations", [joined]],
	])
	testing.says(found, "fail", "agent:desk", "untrusted-sensitive-action")
}

test_pass_when_gated if {
	found := combinations.results with input as testing.altered(testing.desk, [
		["agents/0/combinations", [joined]],
		["agents/0/approval", {"file": "a.py"}],
	])
	testing.says(found, "pass", "agent:desk", "untrusted-sensitive-action")
}

test_undetermined_when_weak if {
	found := combinations.results with input as testing.altered(testing.desk, [
		["agents/0/combinations", [{"id": "untrusted-code", "weak": true, "proof": []}]],
	])
	testing.says(found, "undetermined", "agent:desk", "untrusted-code")
}

test_undetermined_when_not_wholly_known if {
	found := combinations.results with input as testing.altered(testing.desk, [
		["agents/0/unresolved", "tools are built elsewhere"],
	])
	testing.says(found, "undetermined", "agent:desk", "not-wholly-known")
}

test_pass_when_nothing_is_joined if {
	found := combinations.results with input as testing.desk
	testing.answers(found) == {["pass", "agent:desk", "none-joined"]}
}

test_not_applicable_without_agents if {
	found := combinations.results with input as testing.altered(testing.desk, [["agents", []]])
	testing.says(found, "not_applicable", "system", "none-found")
}
