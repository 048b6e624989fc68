package aigov_test.eu_ai_act.report

import data.aigov.eu_ai_act as framework
import data.aigov_test.testing

controls := {
	"art_3": {"id": "own", "title": "Own", "kind": "automated", "rule": "own"},
	"art_4": {"id": "Art. 4", "title": "Attested", "kind": "declared", "rule": "attested"},
	"unwritten": {"id": "none", "title": "None", "kind": "automated", "rule": "own"},
}

test_every_decided_control_answers_by_its_slug if {
	report := framework.report with input as testing.attested("eu-ai-act/Art. 4")
		with framework.controls as controls
	object.keys(report) == {"art_3", "art_4"}
	testing.statuses(report.art_3) == {"pass"}
	testing.statuses(report.art_4) == {"pass"}
}

test_every_decided_control_answers_to_empty_input if {
	report := framework.report with input as testing.empty with framework.controls as controls
	object.keys(report) == {"art_3", "art_4"}
	testing.statuses(report.art_3) == {"undetermined"}
	testing.statuses(report.art_4) == {"undetermined"}
}

test_the_row_says_whether_a_rule_or_a_statement_decides if {
	stated := object.union(controls, {"art_3": {"id": "Art. 3", "rule": "attested"}})
	report := framework.report with input as testing.desk with framework.controls as stated
	testing.says(report.art_3, "undetermined", "system", "no-statement")
}

gated := object.union(controls, {
	"art_13": {"id": "Art. 13", "rule": "attested"},
	"art_26_7": {"id": "Art. 26(7)", "rule": "attested"},
	"art_9": {"id": "Art. 9", "rule": "attested"},
})

test_a_stated_duty_binds_its_role if {
	report := framework.report with input as testing.high_risk_provider with framework.controls as gated
	testing.says(report.art_9, "undetermined", "system", "no-statement")
	testing.says(report.art_13, "undetermined", "system", "no-statement")
	testing.says(report.art_26_7, "not_applicable", "system", "other-role")
}

test_a_stated_duty_binds_no_other_role if {
	deployer := testing.altered(testing.high_risk_provider, [["declarations/system/role", "deployer"]])
	report := framework.report with input as deployer with framework.controls as gated
	testing.says(report.art_9, "not_applicable", "system", "other-role")
	testing.says(report.art_13, "not_applicable", "system", "other-role")
	testing.says(report.art_26_7, "undetermined", "system", "no-statement")
}

test_a_stated_duty_of_high_risk_systems_binds_no_other if {
	limited := testing.altered(testing.high_risk_provider, [["declarations/system/risk_class/class", "limited"]])
	report := framework.report with input as limited with framework.controls as gated
	testing.says(report.art_9, "not_applicable", "system", "not-high-risk")
	testing.says(report.art_13, "not_applicable", "system", "not-high-risk")
}
