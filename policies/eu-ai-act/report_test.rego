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

test_a_stated_duty_keeps_its_gates if {
	gated := object.union(controls, {
		"art_26_7": {"id": "Art. 26(7)", "rule": "attested"},
		"art_9": {"id": "Art. 9", "rule": "attested"},
	})
	report := framework.report with input as testing.desk with framework.controls as gated
	testing.statuses(report.art_26_7) == {"not_applicable"}
	testing.statuses(report.art_9) == {"not_applicable"}
}
