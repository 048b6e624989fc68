package aigov_test.lib.calls

import data.aigov.lib.calls
import data.aigov_test.testing

elsewhere(line) := object.union(testing.flow, {"occurrences": [{"file": "desk/other.py", "line": line}]})

test_a_copy_is_no_call if {
	copy := object.union(testing.flow, {"copied": "mistral"})
	provider := testing.provider
	found := calls.to(provider) with input as testing.having("flows", [testing.flow, copy])
	count(found) == 1
}

test_the_first_are_listed if {
	many := [elsewhere(line) | some line in numbers.range(10, 15)]
	calls.listed(many) == concat("", [
		"6 calls (desk/other.py:10, desk/other.py:11, desk/other.py:12, ",
		"desk/other.py:13, desk/other.py:14, …)",
	])
	count(calls.places(testing.provider, many)) == 5
}

test_a_place_without_a_line_is_its_file if {
	unsaid := object.union(testing.flow, {"occurrences": [{"file": "desk/other.py"}]})
	calls.listed([unsaid]) == "1 call (desk/other.py)"
}
