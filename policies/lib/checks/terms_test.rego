package aigov_test.lib.checks.terms

import data.aigov.lib.checks.terms
import data.aigov.lib.gate
import data.aigov_test.testing

uncontracted := json.remove(testing.desk, ["declarations/providers/0/agreement"])

test_fail_unless_approved if {
	found := terms.results with input as testing.altered(testing.desk, [["declarations/providers", []]])
		with data.aigov.lib.facts as testing.facts
	testing.says(found, "fail", "service:openai", "not-approved")
}

test_fail_on_a_shorter_retention if {
	found := terms.results with input as testing.altered(uncontracted, [
		["declarations/providers/0/retention_days", 0],
	])
		with data.aigov.lib.facts as testing.facts
	testing.says(found, "fail", "service:openai", "retention")
}

test_undetermined_on_unknown_terms if {
	found := terms.results with input as testing.altered(uncontracted, [
		["providers/0/slug", "mistral"], ["declarations/providers/0/provider", "mistral"],
	])
		with data.aigov.lib.facts as testing.facts
	testing.says(found, "undetermined", "service:openai", "terms-unknown")
}

test_pass_on_standard_terms if {
	found := terms.results with input as json.remove(testing.desk, ["declarations/providers/0/agreement"])
		with data.aigov.lib.facts as testing.facts
	testing.says(found, "pass", "service:openai", "fits-terms")
}

test_pass_on_a_contract if {
	found := terms.results with input as testing.desk
		with data.aigov.lib.facts as testing.facts
	testing.says(found, "pass", "service:openai", "fits-terms")
}

test_not_applicable_without_providers if {
	found := terms.results with input as testing.altered(testing.desk, [["providers", []]])
		with data.aigov.lib.facts as testing.facts
	testing.says(found, "not_applicable", "system", "none-found")
}

test_fail_where_terms_deny_training_and_agreement if {
	hard := json.patch(testing.facts, [
		{"op": "replace", "path": "/terms/openai/trains_by_default", "value": true},
		{"op": "replace", "path": "/terms/openai/dpa_available", "value": false},
	])
	found := terms.results with input as json.remove(testing.desk, ["declarations/providers/0/agreement"])
		with data.aigov.lib.facts as hard
	testing.says(found, "fail", "service:openai", "trains-by-default")
	testing.says(found, "fail", "service:openai", "no-dpa-offered")
}

results contains answer if some answer in terms.results with data.aigov.lib.facts as testing.facts

test_a_contract_settles_what_the_terms_leave_open_or_deny if {
	unknown := results with input as testing.altered(testing.desk, [
		["providers/0/slug", "mistral"], ["declarations/providers/0/provider", "mistral"],
	])
	testing.answers(unknown) == {["pass", "service:openai", "fits-terms"]}
	shorter := results with input as testing.having("declarations/providers/0/retention_days", 0)
	testing.answers(shorter) == {["pass", "service:openai", "fits-terms"]}
}

# The facts with some terms of openai.
of_openai(known) := object.union(testing.facts, {"terms": {"openai": known}})

test_a_contract_settles_an_agreement_that_is_not_offered if {
	facts := of_openai({"dpa_available": false})
	found := terms.results with input as testing.desk with data.aigov.lib.facts as facts
	testing.answers(found) == {["pass", "service:openai", "fits-terms"]}
}

test_terms_that_are_half_known_are_not_known if {
	every known in [{"default_retention_days": 30}, {"trains_by_default": false}] {
		facts := object.union(object.remove(testing.facts, ["terms"]), {"terms": {"openai": known}})
		found := terms.results with input as uncontracted with data.aigov.lib.facts as facts
		testing.answers(found) == {["undetermined", "service:openai", "terms-unknown"]}
	}
}

test_who_opted_out_is_not_trained_on if {
	facts := of_openai({"trains_by_default": true})
	opted := testing.altered(uncontracted, [["declarations/providers/0/training", "opted-out"]])
	found := terms.results with input as opted with data.aigov.lib.facts as facts
	testing.answers(found) == {["pass", "service:openai", "fits-terms"]}
}

test_an_agreement_that_nobody_records_need_not_be_offered if {
	facts := of_openai({"dpa_available": false})
	bare := json.remove(uncontracted, ["declarations/providers/0/dpa"])
	found := terms.results with input as bare with data.aigov.lib.facts as facts
	testing.answers(found) == {["pass", "service:openai", "fits-terms"]}
}

gated contains answer if some answer in gate.over_ai_use(terms.needs, terms.results)

test_nothing_is_told_without_what_it_reads if {
	every need in ["context/evaluated_at_ns", "providers", "unresolved"] {
		testing.misses(gated, need) with input as testing.lacking(need)
	}
}

test_a_provider_that_the_source_does_not_name_is_open if {
	found := terms.results with input as testing.only_handing_on with data.aigov.lib.facts as testing.facts
	testing.answers(found) == {["undetermined", testing.framework.ref, "handed-on"]}
}

test_an_address_that_is_set_at_run_time_may_be_of_one_with_other_terms if {
	found := terms.results with input as testing.with_unresolved("endpoint")
		with data.aigov.lib.facts as testing.facts
	testing.says(found, "undetermined", "service:openai", "anyones-address")
	alone := terms.results with input as testing.only_unresolved("providers", "endpoint")
		with data.aigov.lib.facts as testing.facts
	testing.statuses(alone) == {"undetermined"}
}
