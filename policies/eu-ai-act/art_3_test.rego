package aigov_test.eu_ai_act.art_3

import data.aigov.eu_ai_act.rules.art_3 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := ["ai_use", "coverage/known", "coverage/complete", "providers", "observers", "assets", "system/ref"]

test_pass if {
	found := results with input as testing.desk
	testing.statuses(found) == {"pass"}
	some answer in found
	answer.message == "Jo Keller declares the role deployer until 2026-12-31."
}

test_undetermined_where_no_person_says_the_role if {
	found := results with input as testing.lacking("declarations/system/stated")
	testing.says(found, "undetermined", "system", "no-role")
	some answer in found
	contains(answer.message, "under the EU AI Act (no person says so, until a day);")
	answer.missing == ["aigov.yaml: system.stated: {by, on, expires}"]
}

test_undetermined_without_a_role if {
	found := results with input as testing.lacking("declarations/system/role")
	testing.says(found, "undetermined", "system", "no-role")
	some answer in found
	answer.missing == ["aigov.yaml: system.role: provider, deployer or both"]
}

test_undetermined_on_a_first_run_which_is_told_what_settles_most if {
	found := results with input as testing.having("declarations/system", {"name": "desk"})
	some answer in found
	startswith(answer.message, "aigov.yaml does not declare your role under the EU AI Act; ")
	answer.missing == [
		"aigov.yaml: system.role: provider, deployer or both",
		"aigov.yaml: system.stated: {by, on, expires}",
		"aigov.yaml: system.risk_class: {class, reasons, by, on, expires}",
		"aigov.yaml: system.eu_exposure: false, if neither the system nor its output is used in the EU",
	]
}

training := {
	"what": "tuning",
	"scope": "app",
	"occurrences": [{"file": "desk/train.py", "line": 4}],
}

test_undetermined_where_a_mere_deployer_trains_a_model if {
	found := results with input as testing.having("assets", [training])
	testing.answers(found) == {["undetermined", "system", "role-doubted"]}
	some answer in found
	startswith(answer.message, "Jo Keller declares the role deployer until 2026-12-31, but a model is trained or tuned at")
}

test_pass_where_training_is_explained if {
	explained := testing.altered(testing.attested("eu-ai-act/Art. 3"), [["assets", [training]]])
	found := results with input as explained
	testing.answers(found) == {["pass", "system", "declared"]}
}

test_undetermined_where_exposure_is_denied_and_a_service_is_in_the_union if {
	found := results with input as testing.having("declarations/system/eu_exposure", false)
	testing.answers(found) == {["pass", "system", "declared"], ["undetermined", "service:openai", "exposure-doubted"]}
	some answer in found
	answer.message == concat("", [
		"aigov.yaml denies that the system or its output is used in the EU, ",
		"but https://eu.api.openai.com/v1 is in eu at desk/answer.py:12.",
	])
	answer.missing == [concat("", [
		"aigov.yaml: system.eu_exposure: true, or ",
		"aigov.yaml: attestations: {control: eu-ai-act/Art. 3, statement, by, on, expires}",
	])]
}

test_undetermined_without_declarations if {
	found := results with input as testing.lacking("declarations")
	testing.says(found, "undetermined", "system", "no-role")
}

test_not_applicable_outside_the_union if {
	found := results with input as testing.abroad(testing.desk)
	testing.says(found, "not_applicable", "system", "outside-eu")
}

test_not_applicable_without_ai if {
	found := results with input as testing.no_ai
	testing.statuses(found) == {"not_applicable"}
	testing.says(found, "not_applicable", "system", "no-ai")
}

test_undetermined_on_empty_input if {
	every need in needs {
		testing.misses(results, need) with input as testing.empty
	}
}

test_undetermined_without_each_fact if {
	every need in needs {
		testing.misses(results, need) with input as testing.lacking(need)
	}
}
