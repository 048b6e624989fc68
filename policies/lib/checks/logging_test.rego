package aigov_test.lib.checks.logging

import data.aigov.lib.checks.logging
import data.aigov_test.testing

test_what_is_used_is_told if {
	found := logging.results("nist-ai-rmf", "MEASURE 2.4") with input as testing.altered(testing.desk, [
		["observers", []], ["libraries/0/slug", "langfuse"], ["libraries/0/traits", ["records-calls"]],
	])
	testing.answers(found) == {["undetermined", "service:openai", "no-record-seen"]}
	some answer in found
	endswith(answer.message, "record 1 call (desk/answer.py:12) to openai, though langfuse is used.")
}

test_what_is_not_used_is_not_told if {
	found := logging.results("nist-ai-rmf", "MEASURE 2.4") with input as testing.having("observers", [])
	some answer in found
	endswith(answer.message, "record 1 call (desk/answer.py:12) to openai.")
}

test_evidence_is_the_observer_that_sees_the_calls if {
	other := {
		"slug": "opik", "how": "decorator", "content": "on", "scope": "app", "providers": ["mistral"],
		"occurrences": [{"file": "desk/other.py", "line": 2}],
	}
	found := logging.results("nist-ai-rmf", "MEASURE 2.4") with input as testing.having("observers", [
		testing.observer,
		other,
	])
	testing.answers(found) == {["pass", "service:openai", "recorded"]}
	some answer in found
	answer.evidence == [{"ref": "service:openai", "file": "desk/answer.py", "line": 12}]
}

test_pass_on_a_statement if {
	found := logging.results("nist-ai-rmf", "MEASURE 2.4") with input as testing.attested("nist-ai-rmf/MEASURE 2.4")
	testing.says(found, "pass", "system", "stated")
}

judged contains answer if some answer in logging.results("nist-ai-rmf", "MEASURE 2.4")

elsewhere(line) := object.union(testing.flow, {
	"recorded_by": [],
	"occurrences": [{"file": "desk/other.py", "line": line}],
})

test_pass_only_when_every_call_is_recorded if {
	found := judged with input as testing.desk
	testing.answers(found) == {["pass", "service:openai", "recorded"]}
	partly := judged with input as testing.having("flows", [testing.flow, elsewhere(3)])
	testing.answers(partly) == {["undetermined", "service:openai", "partly-recorded"]}
	some answer in partly
	answer.message == concat(" ", [
		"Calls to openai are recorded by langfuse,",
		"but nothing is seen to record 1 call (desk/other.py:3).",
	])
	answer.evidence == [{"ref": "service:openai", "file": "desk/other.py", "line": 3}]
	startswith(answer.missing[0], "in the source what records the calls, or aigov.yaml: attestations: ")
}

test_the_first_calls_that_nothing_records_are_named if {
	many := array.concat([testing.flow], [elsewhere(line) | some line in numbers.range(10, 15)])
	partly := judged with input as testing.having("flows", many)
	some answer in partly
	endswith(answer.message, concat("", [
		"6 calls (desk/other.py:10, desk/other.py:11, desk/other.py:12, ",
		"desk/other.py:13, desk/other.py:14, …).",
	]))
	count(answer.evidence) == 5
}

test_a_place_without_a_line_is_its_file if {
	unsaid := object.union(elsewhere(1), {"occurrences": [{"file": "desk/other.py"}]})
	partly := judged with input as testing.having("flows", [testing.flow, unsaid])
	some answer in partly
	endswith(answer.message, "record 1 call (desk/other.py).")
}

test_undetermined_without_a_call_that_is_seen if {
	found := judged with input as testing.having("flows", [])
	testing.answers(found) == {["undetermined", "service:openai", "no-call-seen"]}
	some answer in found
	count(answer.missing) == 1
}

test_who_keeps_the_records_is_not_asked if {
	langfuse := object.union(testing.provider, {"ref": "service:langfuse", "slug": "langfuse"})
	found := judged with input as testing.having("providers", [testing.provider, langfuse])
	testing.answers(found) == {["pass", "service:openai", "recorded"]}
}

test_calls_to_a_provider_that_the_source_does_not_name_are_open if {
	both := judged with input as testing.with_unresolved("provider")
	testing.answers(both) == {
		["pass", "service:openai", "recorded"],
		["undetermined", "service:openai", "unresolved"],
	}
	alone := judged with input as testing.only_unresolved("providers", "provider")
	testing.answers(alone) == {["undetermined", "pkg:pypi/openai@1.55.0", "unresolved"]}
}

test_not_applicable_without_a_provider if {
	none := judged with input as testing.having("providers", [])
	testing.answers(none) == {["not_applicable", "system", "none-found"]}
}

test_calls_through_a_framework_are_asked_for_too if {
	found := judged with input as testing.handing_on
	testing.answers(found) == {
		["pass", "service:openai", "recorded"],
		["undetermined", testing.framework.ref, "no-record-seen"],
	}
	recorded := judged with input as testing.altered(testing.only_handing_on, [["flows/0/recorded_by", ["langfuse"]]])
	testing.answers(recorded) == {["pass", testing.framework.ref, "recorded"]}
}
