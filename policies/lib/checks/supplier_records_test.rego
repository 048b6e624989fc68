package aigov_test.lib.checks.supplier_records

import data.aigov.lib.checks.supplier_records
import data.aigov_test.testing

ref := "service:openai"

test_on_file if {
	agreements := supplier_records.agreements with input as testing.desk
	testing.says(agreements, "pass", ref, "on-file")
	documentation := supplier_records.documentation with input as testing.desk
	testing.says(documentation, "pass", ref, "on-file")
	some answer in documentation
	answer.message == "The technical documentation of the provider openai is on file: wiki/openai."
}

test_not_on_file_fails if {
	agreements := supplier_records.agreements with input as testing.lacking("declarations/providers/0/agreement")
	testing.says(agreements, "fail", ref, "not-on-file")
	silent := testing.having("declarations/providers/0/documentation", " ")
	documentation := supplier_records.documentation with input as silent
	testing.says(documentation, "fail", ref, "not-on-file")
	some answer in agreements
	answer.missing == ["aigov.yaml: approvals.providers: {provider: openai, agreement}"]
}

test_a_lapsed_approval_holds_no_record if {
	old := testing.having("declarations/providers/0", testing.lapsed_provider_approval)
	found := supplier_records.agreements with input as old
	testing.says(found, "fail", ref, "not-on-file")
	some answer in found
	contains(answer.message, "was valid until 2026-09-30")
}

test_fails_without_declarations if {
	testing.statuses(supplier_records.agreements) == {"fail"} with input as testing.lacking("declarations")
}

test_unresolved_and_none if {
	unsure := supplier_records.agreements with input as testing.with_unresolved("provider")
	testing.says(unsure, "undetermined", ref, "unresolved")
	none := testing.having("providers", [])
	testing.statuses(supplier_records.agreements) == {"not_applicable"} with input as none
}

test_only_unresolved_is_not_none_found if {
	found := supplier_records.agreements with input as testing.only_unresolved("providers", "provider")
	testing.statuses(found) == {"undetermined"}
}

test_an_address_that_is_set_at_run_time_may_be_another_suppliers if {
	found := supplier_records.agreements with input as testing.with_unresolved("endpoint")
	testing.says(found, "undetermined", ref, "anyones-address")
	alone := supplier_records.documentation with input as testing.only_unresolved("providers", "endpoint")
	testing.statuses(alone) == {"undetermined"}
}
