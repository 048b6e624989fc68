package aigov_test.lib.checks.profile

import data.aigov.lib.checks.profile
import data.aigov_test.testing

test_pass_on_purpose_and_users if {
	found := profile.results with input as testing.desk
	testing.answers(found) == {["pass", "system", "purpose"], ["pass", "system", "users"]}
}

test_fail_without_a_purpose if {
	empty := profile.results with input as testing.having("declarations/system/purpose", "")
	testing.answers(empty) == {["fail", "system", "no-purpose"], ["pass", "system", "users"]}
	silent := profile.results with input as testing.lacking("declarations/system/purpose")
	testing.answers(silent) == {["fail", "system", "no-purpose"], ["pass", "system", "users"]}
}

test_fail_without_users if {
	empty := profile.results with input as testing.having("declarations/system/users", [])
	testing.answers(empty) == {["pass", "system", "purpose"], ["fail", "system", "no-users"]}
	silent := profile.results with input as testing.lacking("declarations/system/users")
	testing.answers(silent) == {["pass", "system", "purpose"], ["fail", "system", "no-users"]}
}
