package aigov_test.iso_42001.report

import data.aigov.iso_42001 as framework
import data.aigov_test.testing

parameters := {"a_4_2": {"max_age_days": 90}}

controls := {
	"a_4_2": {"id": "own", "title": "Own", "kind": "automated", "rule": "own"},
	"clause_5_2": {"id": "5.2", "title": "Attested", "kind": "declared", "rule": "attested"},
	"unwritten": {"id": "none", "title": "None", "kind": "automated", "rule": "own"},
}

test_every_decided_control_answers_by_its_slug if {
	report := framework.report with input as testing.attested("iso-42001/5.2")
		with framework.controls as controls with framework.parameters as parameters
	object.keys(report) == {"a_4_2", "clause_5_2"}
	testing.statuses(report.a_4_2) == {"pass"}
	testing.statuses(report.clause_5_2) == {"pass"}
}

test_every_decided_control_answers_to_empty_input if {
	report := framework.report with input as testing.empty
		with framework.controls as controls
		with framework.parameters as parameters
	object.keys(report) == {"a_4_2", "clause_5_2"}
	testing.statuses(report.a_4_2) == {"undetermined"}
	testing.statuses(report.clause_5_2) == {"undetermined"}
}

test_the_row_says_whether_a_rule_or_a_statement_decides if {
	stated := object.union(controls, {"a_4_2": {"id": "A.4.2", "rule": "attested"}})
	report := framework.report with input as testing.desk
		with framework.controls as stated
		with framework.parameters as parameters
	testing.says(report.a_4_2, "undetermined", "system", "no-statement")
}
