package aigov_test.lib.checks.indicators

import data.aigov.lib.checks.indicators
import data.aigov_test.testing

practice := "Art. 5(1)(f)"

results contains answer if some answer in indicators.results(practice) with data.aigov.lib.facts as testing.facts

signal(kind) := testing.having("indicators", [object.union(testing.emotion, {"signal": kind})])

test_a_strong_signal_without_a_statement_fails if {
	every kind in ["library", "call", "prompt"] {
		found := results with input as signal(kind)
		testing.says(found, "fail", "app:desk", "emotion-recognition")
	}
}

test_a_name_asks_more_softly if {
	found := results with input as signal("name")
	testing.says(found, "undetermined", "app:desk", "emotion-recognition")
}

test_the_message_tells_what_fired_and_what_to_add if {
	found := results with input as signal("library")
	some answer in found
	contains(answer.message, "The library 'deepface' (Emotion recognition) may fall under Art. 5(1)(f), and no statement")
	answer.missing == ["aigov.yaml: attestations: {control: eu-ai-act/Art. 5(1)(f), statement, by, on, expires}"]
	answer.evidence == [{"ref": "app:desk", "file": "desk/mood.py", "line": 3}]
}

test_a_statement_in_force_passes if {
	stated := object.union(testing.attested("eu-ai-act/Art. 5(1)(f)"), {"indicators": [testing.emotion]})
	found := results with input as stated
	testing.statuses(found) == {"pass"}
}

test_a_lapsed_statement_does_not if {
	stated := object.union(testing.attested("eu-ai-act/Art. 5(1)(f)"), {"indicators": [testing.emotion]})
	old := json.patch(stated, [
		{"op": "replace", "path": "/declarations/attestations/0/expires_ns", "value": testing.past_ns},
		{"op": "replace", "path": "/declarations/attestations/0/expires", "value": "2026-09-30"},
	])
	found := results with input as old
	testing.statuses(found) == {"fail"}
	some answer in found
	contains(answer.message, "the statement by Jo Keller was valid until 2026-09-30")
}

test_none_found_is_outside_the_scope_not_a_pass if {
	found := results with input as testing.desk
	testing.says(found, "not_applicable", "system", "none-found")
	some answer in found
	contains(answer.message, "sign of Art. 5(1)(f) (Emotion recognition) found (8 files scanned)")
}

test_none_found_is_undetermined_where_nobody_looked if {
	foreign := testing.having("coverage", {"known": false, "complete": false})
	found := results with input as foreign
	testing.says(found, "undetermined", "system", "not-searched")
	some answer in found
	contains(answer.missing[1], "where none can, aigov.yaml: attestations: {control: eu-ai-act/Art. 5(1)(f), ")
}

test_undetermined_where_aigov_knows_no_sign if {
	found := indicators.results(practice) with input as testing.desk with data.aigov.lib.facts as {}
	testing.says(found, "undetermined", "system", "not-looked-for")
}

test_signals_of_other_provisions_do_not_count if {
	found := results with input as testing.having("indicators", [testing.hiring])
	testing.statuses(found) == {"not_applicable"}
}

test_signals_in_tests_do_not_count if {
	found := results with input as testing.having("indicators", [object.union(testing.emotion, {"scope": "test"})])
	testing.statuses(found) == {"not_applicable"}
}

test_a_whole_annex_is_touched_by_its_areas if {
	touching := indicators.touching("Annex III") with data.aigov.lib.facts as testing.facts
	touching == {"emotion-recognition", "recruitment"}
}

prohibited := testing.having("declarations/system/risk_class/class", "prohibited")

test_a_system_that_is_declared_prohibited_fails_unless_stated if {
	found := results with input as prohibited
	testing.answers(found) == {["fail", "app:desk", "declared-prohibited"]}
	class := object.union(testing.risk_class, {"class": "prohibited"})
	stated := testing.altered(testing.attested("eu-ai-act/Art. 5(1)(f)"), [["declarations/system/risk_class", class]])
	explained := results with input as stated
	testing.statuses(explained) == {"pass"}
	old := object.union(class, testing.lapsed)
	lapsed := results with input as testing.having("declarations/system/risk_class", old)
	testing.statuses(lapsed) == {"not_applicable"}
	some answer in found
	answer.message == concat(" ", [
		"Jo Keller declares the system prohibited until 2026-12-31,",
		"and no statement in force says that Art. 5(1)(f) is not why.",
	])
	answer.missing == ["aigov.yaml: attestations: {control: eu-ai-act/Art. 5(1)(f), statement, by, on, expires}"]
}

test_what_is_no_prohibition_has_its_own_signs if {
	found := indicators.results_for("Art. 50(3)", {practice}) with input as prohibited
		with data.aigov.lib.facts as testing.facts
	testing.statuses(found) == {"not_applicable"}
}
