package aigov_test.nist_ai_rmf.report

import data.aigov.nist_ai_rmf as framework
import data.aigov_test.testing

parameters := {"govern_1_6": {"max_age_days": 90}}

controls := {
	"govern_1_6": {"id": "own", "title": "Own", "kind": "automated", "rule": "own"},
	"govern_2_2": {"id": "GOVERN 2.2", "title": "Attested", "kind": "declared", "rule": "attested"},
	"unwritten": {"id": "none", "title": "None", "kind": "automated", "rule": "own"},
}

test_every_decided_control_answers_by_its_slug if {
	report := framework.report with input as testing.attested("nist-ai-rmf/GOVERN 2.2")
		with framework.controls as controls with framework.parameters as parameters
	object.keys(report) == {"govern_1_6", "govern_2_2"}
	testing.statuses(report.govern_1_6) == {"pass"}
	testing.statuses(report.govern_2_2) == {"pass"}
}

test_every_decided_control_answers_to_empty_input if {
	report := framework.report with input as testing.empty
		with framework.controls as controls
		with framework.parameters as parameters
	object.keys(report) == {"govern_1_6", "govern_2_2"}
	testing.statuses(report.govern_1_6) == {"undetermined"}
	testing.statuses(report.govern_2_2) == {"undetermined"}
}

test_the_row_says_whether_a_rule_or_a_statement_decides if {
	stated := object.union(controls, {"govern_1_6": {"id": "GOVERN 1.6", "rule": "attested"}})
	report := framework.report with input as testing.desk
		with framework.controls as stated
		with framework.parameters as parameters
	testing.says(report.govern_1_6, "undetermined", "system", "no-statement")
}
