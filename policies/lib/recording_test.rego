package aigov_test.lib.recording

import data.aigov.lib.recording
import data.aigov_test.testing

elsewhere := [{"file": "desk/other.py", "line": 3}]

unrecorded := object.union(testing.flow, {"recorded_by": [], "occurrences": elsewhere})

test_a_call_is_recorded_by_what_reaches_it if {
	provider := testing.provider
	by := recording.recorders(provider) with input as testing.desk
	by == {"langfuse"}
	open := recording.unrecorded(provider) with input as testing.desk
	count(open) == 0
}

test_a_call_that_nothing_reaches_is_told if {
	both := testing.having("flows", [testing.flow, unrecorded])
	by := recording.recorders(testing.provider) with input as both
	by == {"langfuse"}
	found := recording.unrecorded(testing.provider) with input as both
	[call.occurrences[0].file | some call in found] == ["desk/other.py"]
}

test_an_observer_that_is_not_switched_on_in_what_ships_records_nothing if {
	in_tests := testing.having("observers/0/scope", "test")
	by := recording.recorders(testing.provider) with input as in_tests
	count(by) == 0
	open := recording.unrecorded(testing.provider) with input as in_tests
	count(open) == 1
}

test_a_service_that_only_gets_copies_keeps_them if {
	langfuse := object.union(testing.provider, {"ref": "service:langfuse", "slug": "langfuse"})
	copy := object.union(testing.flow, {"provider": "langfuse", "copied": "openai"})
	recording.keeps_copies(langfuse) with input as testing.having("flows", [testing.flow, copy])
	asked := object.union(testing.flow, {"provider": "langfuse"})
	not recording.keeps_copies(langfuse) with input as testing.having("flows", [testing.flow, asked])
	not recording.keeps_copies(testing.provider) with input as testing.having("flows", [])
}

test_evidence_is_where_the_recorder_is_switched_on if {
	other := object.union(testing.observer, {"slug": "opik", "occurrences": elsewhere})
	both := testing.having("observers", [testing.observer, other])
	found := recording.evidence(testing.provider, 5) with input as both
	found == [{"ref": "service:openai", "file": "desk/answer.py", "line": 12}]
	none := recording.evidence(testing.provider, 0) with input as both
	count(none) == 0
}
