package aigov_test.lib.checks.hard_coded_keys

import data.aigov.lib.checks.hard_coded_keys
import data.aigov_test.testing

test_fail_on_a_key_in_a_test if {
	found := hard_coded_keys.results with input as testing.altered(testing.desk, [
		["secrets", [object.union(testing.secret, {"scope": "test"})]],
	])
	testing.answers(found) == {["fail", "service:openai", "hard-coded"]}
}

test_not_applicable_without_any if {
	found := hard_coded_keys.results with input as testing.desk
	testing.says(found, "not_applicable", "system", "none-found")
}
