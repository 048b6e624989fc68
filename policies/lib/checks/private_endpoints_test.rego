package aigov_test.lib.checks.private_endpoints

import data.aigov.lib.checks.private_endpoints
import data.aigov.lib.gate
import data.aigov_test.testing

test_undetermined_unless_declared if {
	found := private_endpoints.results with input as testing.lacking("declarations/providers/0/exposure")
	testing.says(found, "undetermined", "service:openai", "exposure-not-declared")
}

test_pass_when_public_is_declared if {
	found := private_endpoints.results with input as testing.desk
	testing.says(found, "pass", "service:openai", "public-declared")
}

test_fail_on_a_public_endpoint if {
	found := private_endpoints.results with input as testing.altered(testing.desk, [
		["declarations/providers/0/exposure", "private"],
	])
	testing.says(found, "fail", "service:openai", "public-endpoint")
}

test_pass_on_a_private_endpoint if {
	found := private_endpoints.results with input as testing.altered(testing.desk, [
		["declarations/providers/0/exposure", "private"], ["providers/0/endpoints/0/exposure", "private"],
	])
	testing.says(found, "pass", "service:openai", "private")
}

test_undetermined_on_an_unknown_one if {
	found := private_endpoints.results with input as testing.altered(testing.desk, [
		["declarations/providers/0/exposure", "private"], ["providers/0/endpoints/0/exposure", "unknown"],
	])
	testing.says(found, "undetermined", "service:openai", "exposure-unknown")
}

test_not_applicable_without_providers if {
	found := private_endpoints.results with input as testing.altered(testing.desk, [["providers", []]])
	testing.says(found, "not_applicable", "system", "none-found")
}

test_undetermined_where_no_address_was_found if {
	found := private_endpoints.results with input as testing.altered(testing.desk, [
		["declarations/providers/0/exposure", "private"], ["providers/0/endpoints", []],
	])
	testing.answers(found) == {["undetermined", "service:openai", "exposure-unknown"]}
}

test_the_own_machine_is_private if {
	found := private_endpoints.results with input as testing.altered(testing.desk, [
		["declarations/providers/0/exposure", "private"], ["providers/0/endpoints/0/exposure", "loopback"],
	])
	testing.answers(found) == {["pass", "service:openai", "private"]}
}

test_evidence_are_the_approvals_that_speak_of_it if {
	silent := object.remove(testing.provider_approval, ["exposure"])
	found := private_endpoints.results with input as testing.having("declarations/providers", [
		silent,
		testing.provider_approval,
	])
	{answer.evidence | some answer in found} == {[{"path": "/declarations/providers/1"}]}
}

gated contains answer if some answer in gate.over_ai_use(private_endpoints.needs, private_endpoints.results)

test_nothing_is_told_without_what_it_reads if {
	every need in ["context/evaluated_at_ns", "providers", "unresolved"] {
		testing.misses(gated, need) with input as testing.lacking(need)
	}
}

declared_private := testing.altered(testing.with_unresolved("endpoint"), [
	["declarations/providers/0/exposure", "private"], ["providers/0/endpoints/0/exposure", "private"],
])

test_undetermined_where_another_address_is_set_at_run_time if {
	open := private_endpoints.results with input as declared_private
	testing.answers(open) == {["undetermined", "service:openai", "exposure-unknown"]}
	of_another := private_endpoints.results with input as testing.altered(declared_private, [
		["unresolved/0/slug", "mistral"],
	])
	testing.answers(of_another) == {["pass", "service:openai", "private"]}
	of_a_model := private_endpoints.results with input as testing.altered(declared_private, [
		["unresolved/0/what", "model"],
	])
	testing.answers(of_a_model) == {["pass", "service:openai", "private"]}
}

test_a_provider_that_the_source_does_not_name_is_open if {
	found := private_endpoints.results with input as testing.only_handing_on
	testing.answers(found) == {["undetermined", testing.framework.ref, "handed-on"]}
}
