package aigov_test.lib.checks.incidents

import data.aigov.lib.checks.incidents
import data.aigov_test.testing

test_pass_on_a_contact if {
	found := incidents.results with input as testing.desk
	testing.answers(found) == {["pass", "app:desk", "contact"]}
	some answer in found
	answer.message == "Incidents go to on-call@example.com."
}

test_fail_without_one if {
	empty := incidents.results with input as testing.having("declarations/system/incident_contact", "")
	testing.answers(empty) == {["fail", "app:desk", "no-contact"]}
	silent := incidents.results with input as testing.lacking("declarations")
	testing.answers(silent) == {["fail", "app:desk", "no-contact"]}
}
