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
	outside := testing.having("declarations/system/eu_exposure", false)
	results := eu.in_union([], found) with input as outside
	testing.says(results, "not_applicable", "system", "outside-eu")
	some answer in results
	answer.evidence == [{"path": "/declarations/system/eu_exposure"}]
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
