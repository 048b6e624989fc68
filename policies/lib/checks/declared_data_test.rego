package aigov_test.lib.checks.declared_data

import data.aigov.lib.checks.declared_data
import data.aigov_test.testing

test_fail_on_any_data_where_none_is_declared if {
	found := declared_data.results with input as testing.altered(testing.desk, [
		["declarations/system/data_classes", []],
	])
	testing.says(found, "fail", "service:openai", "contradicted")
}

test_undetermined_unless_told if {
	found := declared_data.results with input as testing.altered(testing.desk, [
		["flows/0/unresolved", "built elsewhere"],
	])
	testing.says(found, "undetermined", "service:openai", "data-unresolved")
}

test_undetermined_unless_declared if {
	found := declared_data.results with input as testing.lacking("declarations/system/data_classes")
	testing.says(found, "undetermined", "system", "no-data-classes")
}

test_not_applicable_without_providers if {
	found := declared_data.results with input as testing.altered(testing.desk, [["providers", []]])
	testing.says(found, "not_applicable", "system", "none-found")
}
