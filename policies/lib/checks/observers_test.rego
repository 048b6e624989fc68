package aigov_test.lib.checks.observers

import data.aigov.lib.checks.observers
import data.aigov_test.testing

test_pass_without_text if {
	found := observers.results with input as testing.altered(testing.desk, [["observers/0/content", "off"]])
	testing.says(found, "pass", "system", "no-text")
}

test_pass_in_the_own_network if {
	found := observers.results with input as testing.desk
	testing.says(found, "pass", "system", "own-network")
}

test_pass_when_approved if {
	found := observers.results with input as testing.altered(testing.desk, [
		["observers/0/exposure", "public"], ["declarations/providers/0/provider", "langfuse"],
	])
	testing.says(found, "pass", "system", "approved")
}

test_undetermined_when_text_is_not_told if {
	found := observers.results with input as testing.altered(testing.desk, [
		["observers/0/exposure", "public"], ["observers/0/content", "unresolved"],
	])
	testing.says(found, "undetermined", "system", "content-unknown")
}

test_fail_when_copied if {
	found := observers.results with input as testing.altered(testing.desk, [["observers/0/exposure", "public"]])
	testing.says(found, "fail", "system", "copied")
}

test_not_applicable_without_any if {
	found := observers.results with input as testing.altered(testing.desk, [["observers", []]])
	testing.says(found, "not_applicable", "system", "none-found")
}
