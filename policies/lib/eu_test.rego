package aigov_test.lib.eu

import data.aigov.lib.eu
import data.aigov_test.testing

found := {"found"}

duty := eu.high_risk({"deployer"}, ["models"], found)

high := testing.having("declarations/system/risk_class/class", "high")

test_high_risk_duty_binds_the_declared_role_of_a_high_risk_system if {
	duty == found with input as high
	duty == found with input as testing.having("declarations/system/risk_class/class", "prohibited")
}

test_not_applicable_below_high_risk if {
	results := duty with input as testing.desk
	testing.says(results, "not_applicable", "system", "not-high-risk")
	minimal := duty with input as testing.having("declarations/system/risk_class/class", "minimal")
	testing.statuses(minimal) == {"not_applicable"}
	some answer in results
	answer.message == "The risk class is limited, as Jo Keller declares until 2026-12-31: Talks to customers."
}

test_undetermined_without_a_class if {
	results := duty with input as testing.lacking("declarations/system/risk_class")
	testing.says(results, "undetermined", "system", "no-risk-class")
	some answer in results
	answer.missing == ["aigov.yaml: system.risk_class: {class, reasons, by, on, expires}"]
}

test_a_class_that_names_nobody_counts_as_absent if {
	every blank in ["", " "] {
		not eu.class_in_force with input as testing.having("declarations/system/risk_class/by", blank)
	}
}

test_a_lapsed_class_counts_as_absent_and_says_so if {
	old := testing.having("declarations/system/risk_class", object.union(testing.risk_class, testing.lapsed))
	results := duty with input as old
	testing.says(results, "undetermined", "system", "no-risk-class")
	some answer in results
	contains(answer.message, "was valid until 2026-09-30")
	answer.missing == ["aigov.yaml: new on and expires for system.risk_class"]
}

test_not_applicable_in_another_role if {
	results := duty with input as object.union(high, {"declarations": {"system": {"role": "provider"}}})
	testing.says(results, "not_applicable", "system", "other-role")
}

test_undetermined_without_a_role if {
	results := eu.of_role({"deployer"}, [], found) with input as testing.lacking("declarations/system/role")
	testing.says(results, "undetermined", "system", "no-role")
}

test_not_applicable_outside_the_union if {
	outside := testing.abroad(testing.desk)
	results := eu.in_union([], found) with input as outside
	testing.says(results, "not_applicable", "system", "outside-eu")
	some answer in results
	answer.evidence == [{"path": "/declarations/system/eu_exposure"}, {"path": "/declarations/system/stated"}]
	answer.message == "Jo Keller declares until 2026-12-31 that neither the system nor its output is used in the EU."
}

doubts contains [place.ref, place.region] if {
	some place in eu.exposure_doubts with data.aigov.lib.facts as testing.facts
}

test_a_service_in_the_union_speaks_against_no_exposure_until_it_is_explained if {
	denied := testing.having("declarations/system/eu_exposure", false)
	doubts == {["service:openai", "eu"]} with input as denied
	eu.in_union([], found) == found with input as denied with data.aigov.lib.facts as testing.facts
	watched := testing.altered(testing.abroad(testing.desk), [["observers/0/region", "westeurope"]])
	doubts == {["system", "westeurope"]} with input as watched
	eu.in_union([], found) == found with input as watched with data.aigov.lib.facts as testing.facts
	explained := testing.altered(testing.attested("eu-ai-act/Art. 3"), [["declarations/system/eu_exposure", false]])
	doubts == set() with input as explained
	results := eu.in_union([], found) with input as explained with data.aigov.lib.facts as testing.facts
	testing.says(results, "not_applicable", "system", "outside-eu")
	doubts == set() with input as testing.abroad(testing.desk)
	doubts == set() with input as testing.desk
}

training := {
	"what": "tuning",
	"name": "gpt-4o-mini",
	"scope": "app",
	"occurrences": [{"file": "desk/train.py", "line": 4, "symbol": "client.fine_tuning.jobs.create"}],
}

trained := testing.altered(testing.desk, [["assets", [testing.dataset, training]]])

test_training_speaks_against_a_mere_deployer if {
	provider := eu.of_role({"provider"}, [], found) with input as trained
	testing.answers(provider) == {["undetermined", "system", "role-doubted"]}
	some answer in provider
	answer.message == concat("", [
		"Jo Keller declares the role deployer until 2026-12-31, but a model is trained or tuned at desk/train.py:4: ",
		"whoever develops one and puts it into service is a provider (Art. 3(3)).",
	])
	answer.evidence == [
		{"ref": "app:desk", "file": "desk/train.py", "line": 4},
		{"path": "/declarations/system/role"},
		{"path": "/declarations/system/stated"},
	]
	answer.missing == [concat("", [
		"aigov.yaml: system.role: both, or ",
		"aigov.yaml: attestations: {control: eu-ai-act/Art. 3, statement, by, on, expires}",
	])]
}

test_training_leaves_the_duties_of_deployers_as_they_are if {
	eu.of_role({"deployer"}, [], found) == found with input as trained
	eu.of_role({"provider"}, [], found) == found with input as testing.altered(
		trained,
		[["declarations/system/role", "both"]],
	)
	other := testing.altered(trained, [["declarations/system/role", "provider"]])
	results := eu.of_role({"deployer"}, [], found) with input as other
	testing.statuses(results) == {"not_applicable"}
}

test_training_that_is_explained_or_does_not_ship_is_no_doubt if {
	explained := testing.altered(testing.attested("eu-ai-act/Art. 3"), [["assets", [training]]])
	results := eu.of_role({"provider"}, [], found) with input as explained
	testing.says(results, "not_applicable", "system", "other-role")
	in_tests := testing.altered(testing.desk, [["assets", [object.union(training, {"scope": "test"})]]])
	testing.statuses(eu.of_role({"provider"}, [], found)) == {"not_applicable"} with input as in_tests
}

test_a_low_class_settles_it_where_the_role_is_in_doubt if {
	low := eu.high_risk({"provider"}, [], found) with input as trained
	testing.says(low, "not_applicable", "system", "not-high-risk")
	serious := testing.altered(trained, [["declarations/system/risk_class/class", "high"]])
	results := eu.high_risk({"provider"}, [], found) with input as serious
	testing.says(results, "undetermined", "system", "role-doubted")
}

test_what_speaks_against_a_declaration_must_be_known if {
	every need in ["assets", "providers", "observers", "system/ref"] {
		testing.misses(eu.of_role({"provider"}, [], found), need) with input as testing.lacking(need)
		testing.misses(duty, need) with input as testing.lacking(need)
	}
}

test_nobody_puts_the_system_outside_the_union_without_a_name_and_a_day if {
	outside := testing.abroad(testing.desk)
	lapsed := testing.altered(outside, [["declarations/system/stated", object.union(testing.stated, testing.lapsed)]])
	ahead := testing.altered(outside, [["declarations/system/stated", object.union(testing.stated, testing.ahead)]])
	unsaid := json.patch(outside, [{"op": "remove", "path": "/declarations/system/stated"}])
	every document in [lapsed, ahead, unsaid] {
		eu.in_union([], found) == found with input as document
	}
}

test_a_lapsed_role_rules_nothing_out if {
	lapsed := testing.altered(high, [
		["declarations/system/role", "provider"],
		["declarations/system/stated", object.union(testing.stated, testing.lapsed)],
	])
	results := duty with input as lapsed
	testing.says(results, "undetermined", "system", "no-role")
	some answer in results
	answer.message == concat("", [
		"aigov.yaml does not declare your role under the EU AI Act ",
		"(what Jo Keller says of it was valid until 2026-09-30).",
	])
	answer.missing == ["aigov.yaml: new on and expires for system.stated"]
}

test_who_is_both_has_the_duties_of_both if {
	both := testing.altered(high, [["declarations/system/role", "both"]])
	duty == found with input as both
	eu.of_role({"provider"}, [], found) == found with input as both
}

test_exposure_not_stated_counts_as_exposed if {
	eu.in_union([], found) == found with input as testing.lacking("declarations/system/eu_exposure")
	eu.in_union([], found) == found with input as testing.lacking("declarations")
}

test_another_role_settles_it_before_the_class_is_asked if {
	results := eu.high_risk({"provider"}, [], found) with input as testing.lacking("declarations/system/risk_class")
	testing.statuses(results) == {"not_applicable"}
}

test_a_low_class_settles_it_before_the_role_is_asked if {
	results := duty with input as testing.lacking("declarations/system/role")
	testing.says(results, "not_applicable", "system", "not-high-risk")
}

test_facts_come_first if {
	results := duty with input as testing.lacking("context/evaluated_at_ns")
	testing.misses(results, "context/evaluated_at_ns")
}

test_attested_behind_the_gates_of_the_duty if {
	stated := testing.attested("eu-ai-act/Art. 4")
	everyone := eu.attested("Art. 4", {}) with input as stated
	testing.statuses(everyone) == {"pass"}
	deployers := eu.attested("Art. 4", {"roles": {"deployer"}}) with input as stated
	testing.statuses(deployers) == {"pass"}
	others := eu.attested("Art. 4", {"roles": {"provider"}}) with input as stated
	testing.statuses(others) == {"not_applicable"}
	high_risk := eu.attested("Art. 4", {"roles": {"deployer"}, "high_risk": true}) with input as stated
	testing.statuses(high_risk) == {"not_applicable"}
}

test_a_lapsed_high_class_binds_nothing if {
	old := testing.having("declarations/system/risk_class", object.union_n([
		testing.risk_class,
		testing.lapsed,
		{"class": "high"},
	]))
	results := duty with input as old
	testing.statuses(results) == {"undetermined"}
}

test_a_class_that_nobody_stands_by_is_absent if {
	results := duty with input as testing.altered(high, [["declarations/system/risk_class/by", ""]])
	testing.says(results, "undetermined", "system", "no-risk-class")
}
