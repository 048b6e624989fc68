package aigov_test.lib.attestation

import data.aigov.lib.attestation
import data.aigov_test.testing

control := "GOVERN 2.2"

results := attestation.over_ai_use("nist-ai-rmf", control)

test_pass_on_a_statement_in_force if {
	found := results with input as testing.attested("nist-ai-rmf/GOVERN 2.2")
	testing.statuses(found) == {"pass"}
	testing.says(found, "pass", "system", "stated")
	some answer in found
	answer.evidence == [{"path": "/declarations/attestations/0"}]
}

test_undetermined_without_one if {
	found := results with input as testing.desk
	testing.says(found, "undetermined", "system", "no-statement")
	some answer in found
	answer.missing == ["aigov.yaml: attestations: {control: nist-ai-rmf/GOVERN 2.2, statement, by, on, expires}"]
}

test_undetermined_without_any_declarations if {
	found := results with input as testing.lacking("declarations")
	testing.statuses(found) == {"undetermined"}
}

test_a_statement_on_something_else_does_not_count if {
	testing.statuses(results) == {"undetermined"} with input as testing.attested("iso-42001/GOVERN 2.2")
	testing.statuses(results) == {"undetermined"} with input as testing.attested("nist-ai-rmf/GOVERN 2.1")
}

test_a_lapsed_statement_counts_as_absent_and_says_so if {
	old := json.patch(testing.attested("nist-ai-rmf/GOVERN 2.2"), [
		{"op": "replace", "path": "/declarations/attestations/0/expires_ns", "value": testing.past_ns},
		{"op": "replace", "path": "/declarations/attestations/0/expires", "value": "2026-09-30"},
	])
	found := results with input as old
	testing.statuses(found) == {"undetermined"}
	some answer in found
	contains(answer.message, "the statement by Jo Keller was valid until 2026-09-30")
	answer.missing == ["aigov.yaml: new on and expires for attestations: {control: nist-ai-rmf/GOVERN 2.2}"]
}

test_a_statement_by_nobody_or_of_nothing_does_not_count if {
	stated := testing.attested("nist-ai-rmf/GOVERN 2.2")
	every changed in [{"by": ""}, {"by": " \t"}, {"statement": ""}, {"statement": " "}] {
		record := object.union(stated.declarations.attestations[0], changed)
		nobody := json.patch(stated, [{"op": "replace", "path": "/declarations/attestations/0", "value": record}])
		testing.statuses(results) == {"undetermined"} with input as nobody
	}
}

test_not_applicable_without_ai if testing.statuses(results) == {"not_applicable"} with input as testing.no_ai

test_undetermined_without_a_clock if {
	found := results with input as testing.lacking("context/evaluated_at_ns")
	testing.misses(found, "context/evaluated_at_ns")
}

test_no_lapse_note_on_a_statement_in_force if {
	statements := [{"record": object.union(testing.dated, {"by": "Jo"}), "path": "/p"}]
	attestation.lapse_note(statements) == "" with input as testing.desk
}
