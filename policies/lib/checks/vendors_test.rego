package aigov_test.lib.checks.vendors

import data.aigov.lib.checks.vendors
import data.aigov_test.testing

test_fail_on_a_name if {
	found := vendors.results with input as testing.altered(testing.desk, [
		["declarations/system/restricted", ["provider:open*"]],
	])
	testing.says(found, "fail", "service:openai", "barred")
}

test_fail_on_a_seat if {
	found := vendors.results with input as testing.altered(testing.desk, [
		["declarations/system/restricted", ["jurisdiction:US"]],
	])
	testing.says(found, "fail", "service:openai", "barred")
}

test_undetermined_on_an_unknown_seat if {
	found := vendors.results with input as testing.lacking("providers/0/jurisdiction")
	testing.says(found, "undetermined", "service:openai", "seat-unknown")
}

test_undetermined_without_a_list if {
	found := vendors.results with input as testing.lacking("declarations/system/restricted")
	testing.says(found, "undetermined", "system", "no-list")
}

test_pass_when_not_barred if {
	found := vendors.results with input as testing.desk
	testing.says(found, "pass", "service:openai", "not-barred")
}

test_not_applicable_without_vendors if {
	found := vendors.results with input as testing.altered(testing.desk, [["providers", []], ["libraries", []]])
	testing.says(found, "not_applicable", "system", "none-found")
}

test_not_applicable_to_software_without_a_vendor if {
	found := vendors.results with input as testing.lacking("libraries/0/jurisdiction")
	testing.says(found, "not_applicable", "pkg:pypi/openai@1.55.0", "no-seat")
}
