package aigov_test.lib.checks.annex_iii

import data.aigov.lib.checks.annex_iii
import data.aigov_test.testing

results contains answer if some answer in annex_iii.results with data.aigov.lib.facts as testing.facts

signalled := testing.having("indicators", [testing.hiring])

weak := testing.having("indicators", [object.union(testing.hiring, {"signal": "name"})])

test_high_agrees if {
	high := json.patch(signalled, [{"op": "replace", "path": "/declarations/system/risk_class/class", "value": "high"}])
	found := results with input as high
	testing.says(found, "pass", "app:desk", "recruitment")
	testing.statuses(found) == {"pass"}
}

test_a_lower_class_contradicts if {
	found := results with input as signalled
	testing.says(found, "fail", "app:desk", "recruitment")
	softly := results with input as weak
	testing.says(softly, "undetermined", "app:desk", "recruitment")
	some answer in found
	contains(answer.message, "The prompt 'rank these applicants' (Recruitment) may fall under Annex III 4(a), but")
	contains(answer.message, "but the declared risk class is limited and no statement explains it.")
}

test_a_statement_explains_it if {
	every control in ["Art. 6(2)", "Art. 6(3)", "Annex III 4(a)"] {
		stated := object.union(testing.attested(sprintf("eu-ai-act/%s", [control])), {"indicators": [testing.hiring]})
		found := results with input as stated
		testing.statuses(found) == {"pass"}
	}
	other := object.union(testing.attested("eu-ai-act/Annex III 5(b)"), {"indicators": [testing.hiring]})
	unexplained := results with input as other
	testing.statuses(unexplained) == {"fail"}
}

# A file that names AI and that nobody read may touch another area than the one that is explained.
unread(input_object) := object.union(input_object, {"coverage": {
	"known": true, "complete": false, "suspects": 1,
	"gaps": [{"reason": "too-large", "files": 1, "suspects": 1}],
}})

test_a_statement_on_one_area_leaves_unread_files_open if {
	found := results with input as unread(testing.explained(testing.hiring, "eu-ai-act/Annex III 4(a)"))
	testing.answers(found) == {["pass", "app:desk", "recruitment"], ["undetermined", "system", "not-searched"]}
}

test_what_answers_for_the_whole_annex_covers_unread_files if {
	every control in ["Art. 6(2)", "Art. 6(3)"] {
		found := results with input as unread(testing.explained(testing.hiring, sprintf("eu-ai-act/%s", [control])))
		testing.answers(found) == {["pass", "app:desk", "recruitment"]}
	}
	high := testing.altered(signalled, [["declarations/system/risk_class/class", "high"]])
	found := results with input as unread(high)
	testing.answers(found) == {["pass", "app:desk", "recruitment"]}
}

test_files_that_nobody_read_are_told_once if {
	found := results with input as unread(testing.desk)
	testing.answers(found) == {["undetermined", "system", "not-searched"]}
	count(found) == 1
}

test_no_class_fails if {
	undeclared := json.patch(signalled, [{"op": "remove", "path": "/declarations/system/risk_class"}])
	found := results with input as undeclared
	testing.says(found, "fail", "app:desk", "recruitment")
	softly := results with input as json.patch(weak, [{"op": "remove", "path": "/declarations/system/risk_class"}])
	testing.says(softly, "undetermined", "app:desk", "recruitment")
	some answer in found
	answer.missing == ["aigov.yaml: system.risk_class: {class, reasons, by, on, expires}"]
}

test_a_lapsed_class_is_none if {
	old := json.patch(signalled, [{
		"op": "replace", "path": "/declarations/system/risk_class",
		"value": object.union(testing.risk_class, testing.lapsed),
	}])
	found := results with input as old
	testing.statuses(found) == {"fail"}
	some answer in found
	contains(answer.message, "the class by Jo Keller was valid until 2026-09-30")
}

test_not_applicable_without_signals if {
	found := results with input as testing.desk
	testing.says(found, "not_applicable", "system", "none-found")
}

test_undetermined_where_aigov_knows_no_sign if {
	found := annex_iii.results with input as testing.desk with data.aigov.lib.facts as {}
	testing.says(found, "undetermined", "system", "not-looked-for")
}

test_none_found_is_told_once if {
	found := results with input as testing.desk
	testing.answers(found) == {["not_applicable", "system", "none-found"]}
	unknown := annex_iii.results with input as testing.desk with data.aigov.lib.facts as {}
	testing.answers(unknown) == {["undetermined", "system", "not-looked-for"]}
	some_found := results with input as signalled
	testing.answers(some_found) == {["fail", "app:desk", "recruitment"]}
}

test_a_lapsed_class_agrees_with_nothing if {
	lapsed := object.union(testing.risk_class, testing.lapsed)
	high := json.patch(signalled, [{
		"op": "replace", "path": "/declarations/system/risk_class",
		"value": object.union(lapsed, {"class": "high"}),
	}])
	testing.statuses(results) == {"fail"} with input as high
	explained := json.patch(testing.explained(testing.hiring, "eu-ai-act/Art. 6(2)"), [{
		"op": "replace", "path": "/declarations/system/risk_class", "value": lapsed,
	}])
	testing.statuses(results) == {"fail"} with input as explained
}

test_only_areas_of_the_annex_are_named if {
	found := results with input as testing.having("indicators", [testing.emotion])
	some answer in found
	contains(answer.message, "may fall under Annex III 1(c), but")
}

test_an_area_without_a_known_sign_was_not_looked_for if {
	found := annex_iii.area("Annex III 9") with input as testing.desk with data.aigov.lib.facts as testing.facts
	testing.says(found, "undetermined", "system", "not-looked-for")
}

test_an_area_answers_for_its_own_signals if {
	facts := testing.facts_of_area("Annex III 1(a)")
	found := annex_iii.area("Annex III 1(a)") with input as testing.having("indicators", [testing.area, testing.hiring])
		with data.aigov.lib.facts as facts
	{answer.code | some answer in found} == {"area"}
}
