package aigov_test.lib.checks.observers

import data.aigov.lib.checks.observers
import data.aigov.lib.gate
import data.aigov_test.testing

test_pass_without_text if {
	found := observers.results with input as testing.altered(testing.desk, [["observers/0/content", "off"]])
	testing.says(found, "pass", "system", "no-text")
}

test_pass_in_the_own_network if {
	every exposure in ["private", "loopback"] {
		found := observers.results with input as testing.having("observers/0/exposure", exposure)
		testing.answers(found) == {["pass", "system", "own-network"]}
	}
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

test_undetermined_in_the_own_network_without_an_address if {
	unsaid := testing.altered(testing.lacking("observers/0/url"), [["observers/0/content", "unresolved"]])
	found := observers.results with input as unsaid
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

gated contains answer if some answer in gate.over_ai_use(observers.needs, observers.results)

test_nothing_is_told_without_what_it_reads if {
	every need in ["context/evaluated_at_ns", "observers", "flows"] {
		testing.misses(gated, need) with input as testing.lacking(need)
	}
}

# An observer outside, approved for some classes of data.
copying(classes) := testing.altered(testing.desk, [
	["observers/0/exposure", "public"], ["declarations/providers/0/provider", "langfuse"],
	["declarations/providers/0/data_classes", classes],
])

test_fail_when_the_approval_lacks_a_class_of_the_calls_that_it_sees if {
	found := observers.results with input as copying(["user-content"])
	testing.answers(found) == {["fail", "system", "copied"]}
	some answer in found
	answer.missing == [concat("", [
		"aigov.yaml: approvals.providers: {provider: langfuse, approved_by, on, expires,",
		" data_classes: [personal, user-content]}",
	])]
}

test_calls_that_it_does_not_see_do_not_count if {
	found := observers.results with input as testing.altered(copying([]), [["observers/0/providers", []]])
	testing.answers(found) == {["pass", "system", "approved"]}
}

test_what_is_sent_to_it_counts if {
	found := observers.results with input as testing.altered(copying([]), [
		["observers/0/providers", []], ["flows/0/provider", "langfuse"],
	])
	testing.answers(found) == {["fail", "system", "copied"]}
}

untold := testing.altered(copying(["personal", "user-content"]), [["flows/0/unresolved", "built elsewhere"]])

test_an_approval_does_not_cover_what_cannot_be_told if {
	found := observers.results with input as untold
	testing.answers(found) == {["undetermined", "system", "data-unresolved"]}
	of_another := observers.results with input as testing.altered(untold, [["flows/0/provider", "mistral"]])
	testing.answers(of_another) == {["pass", "system", "approved"]}
	some answer in found
	answer.message == "What the prompts hold that are copied to langfuse cannot be told: built elsewhere."
}

test_an_approval_covers_what_is_told_in_part_only_where_it_allows_every_class if {
	some_of := testing.altered(copying(["personal", "user-content"]), [["flows/0/partial", "row"]])
	found := observers.results with input as some_of
	testing.answers(found) == {["undetermined", "system", "data-unresolved"]}
	of_another := observers.results with input as testing.altered(some_of, [["flows/0/provider", "mistral"]])
	testing.answers(of_another) == {["pass", "system", "approved"]}
	to_itself := observers.results with input as testing.altered(some_of, [
		["observers/0/providers", []], ["flows/0/provider", "langfuse"],
	])
	testing.answers(to_itself) == {["undetermined", "system", "data-unresolved"]}
	every_class := testing.altered(copying(["financial", "personal", "special-category", "user-content"]), [
		["flows/0/partial", "row"],
	])
	covered := observers.results with input as every_class
	testing.answers(covered) == {["pass", "system", "approved"]}
}

test_fail_when_copied_without_an_approval_even_where_not_all_is_told if {
	found := observers.results with input as testing.altered(untold, [["declarations/providers", []]])
	testing.answers(found) == {["fail", "system", "copied"]}
}

test_what_is_sent_to_it_and_cannot_be_told_is_open if {
	found := observers.results with input as testing.altered(untold, [
		["observers/0/providers", []], ["flows/0/provider", "langfuse"],
	])
	testing.answers(found) == {["undetermined", "system", "data-unresolved"]}
}
