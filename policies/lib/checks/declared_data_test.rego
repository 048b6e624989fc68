package aigov_test.lib.checks.declared_data

import data.aigov.lib.checks.declared_data
import data.aigov.lib.gate
import data.aigov_test.testing

test_pass_where_all_that_is_found_is_declared if {
	found := declared_data.results with input as testing.desk
	testing.answers(found) == {["pass", "system", "as-declared"]}
	some answer in found
	answer.message == "The data found on the way to AI (personal, user-content) is declared."
}

test_what_nobody_stands_by_counts_as_absent if {
	stated := object.union(testing.stated, testing.lapsed)
	lapsed := testing.altered(testing.desk, [["declarations/system/stated", stated]])
	every document in [lapsed, testing.lacking("declarations/system/stated")] {
		found := declared_data.results with input as document
		testing.answers(found) == {["undetermined", "system", "no-data-classes"]}
	}
	over := declared_data.results with input as lapsed
	some answer in over
	answer.message == concat("", [
		"aigov.yaml does not declare which classes of data the system gives to AI ",
		"(what Jo Keller says of it was valid until 2026-09-30).",
	])
	answer.missing == ["aigov.yaml: new on and expires for system.stated"]
}

test_fail_on_any_data_where_none_is_declared if {
	found := declared_data.results with input as testing.altered(testing.desk, [
		["declarations/system/data_classes", []],
	])
	testing.answers(found) == {["fail", "service:openai", "contradicted"]}
	{answer.message | some answer in found} == {
		"personal data reaches the provider openai; aigov.yaml declares none.",
		"user-content data reaches the provider openai; aigov.yaml declares none.",
	}
	every answer in found {
		{"path": "/declarations/system/data_classes"} in answer.evidence
		{"ref": "service:openai", "file": "desk/answer.py", "line": 12} in answer.evidence
	}
}

test_the_remedy_keeps_what_is_declared_and_adds_no_secret if {
	found := declared_data.results with input as testing.altered(testing.desk, [
		["declarations/system/data_classes", ["financial", "user-content"]], ["flows/0/classes", ["personal", "secret"]],
	])
	wanted := "a call without %s data, or aigov.yaml: system.data_classes: [financial, personal, user-content]"
	{answer.missing | some answer in found} == {[sprintf(wanted, ["personal"])], [sprintf(wanted, ["secret"])]}
}

test_undetermined_unless_told if {
	found := declared_data.results with input as testing.altered(testing.desk, [
		["flows/0/unresolved", "built elsewhere"],
	])
	testing.answers(found) == {["undetermined", "service:openai", "data-unresolved"]}
}

test_undetermined_where_more_may_be_given_than_is_declared if {
	in_part := testing.altered(testing.desk, [["flows/0/partial", "the name does not tell what the data is: row"]])
	found := declared_data.results with input as in_part
	testing.answers(found) == {["undetermined", "system", "data-partial"]}
	all_declared := testing.altered(in_part, [
		["declarations/system/data_classes", ["financial", "personal", "special-category", "user-content"]],
	])
	whole := declared_data.results with input as all_declared
	testing.answers(whole) == {["pass", "system", "as-declared"]}
	some answer in found
	answer.message == "More may be given to AI than aigov.yaml declares: the name does not tell what the data is: row."
	answer.evidence == [{"ref": "service:openai", "file": "desk/answer.py", "line": 12}]
}

test_what_is_told_in_part_adds_nothing_where_nothing_is_declared if {
	in_part := testing.altered(testing.lacking("declarations/system/data_classes"), [["flows/0/partial", "row"]])
	found := declared_data.results with input as in_part
	testing.answers(found) == {["undetermined", "system", "no-data-classes"]}
}

test_undetermined_unless_declared if {
	found := declared_data.results with input as testing.altered(testing.lacking("declarations/system/data_classes"), [
		["flows/0/unresolved", "built elsewhere"], ["flows/0/classes", ["personal", "secret"]],
	])
	testing.answers(found) == {["undetermined", "system", "no-data-classes"]}
	some answer in found
	answer.missing == ["aigov.yaml: system.data_classes: [personal]"]
}

test_undetermined_unless_declared_also_where_no_data_was_found if {
	found := declared_data.results with input as testing.altered(testing.lacking("declarations/system/data_classes"), [
		["flows/0/classes", []], ["providers/0/data", []],
	])
	testing.answers(found) == {["undetermined", "system", "no-data-classes"]}
}

test_not_applicable_without_providers if {
	declared := declared_data.results with input as testing.having("providers", [])
	testing.answers(declared) == {["not_applicable", "system", "none-found"]}
	silent := declared_data.results with input as testing.altered(
		testing.lacking("declarations/system/data_classes"),
		[["providers", []]],
	)
	testing.answers(silent) == {["not_applicable", "system", "none-found"]}
}

test_what_a_framework_hands_on_counts if {
	found := declared_data.results with input as testing.altered(testing.only_handing_on, [
		["declarations/system/data_classes", ["user-content"]],
	])
	testing.answers(found) == {["fail", testing.framework.ref, "contradicted"]}
	agreed := declared_data.results with input as testing.only_handing_on
	testing.answers(agreed) == {["pass", "system", "as-declared"]}
	silent := declared_data.results with input as json.remove(
		testing.only_handing_on,
		["declarations/system/data_classes"],
	)
	testing.answers(silent) == {["undetermined", "system", "no-data-classes"]}
}

test_a_provider_that_the_source_does_not_name_is_open if {
	also := declared_data.results with input as testing.with_unresolved("provider")
	testing.says(also, "undetermined", "service:openai", "unresolved")
	alone := declared_data.results with input as testing.only_unresolved("providers", "provider")
	testing.statuses(alone) == {"undetermined"}
}

gated contains answer if some answer in gate.over_ai_use(declared_data.needs, declared_data.results)

test_nothing_is_told_without_what_it_reads if {
	every need in ["context/evaluated_at_ns", "providers", "flows", "unresolved"] {
		testing.misses(gated, need) with input as testing.lacking(need)
	}
}
