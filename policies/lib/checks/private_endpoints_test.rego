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
	every need in ["context/evaluated_at_ns", "providers"] {
		testing.misses(gated, need) with input as testing.lacking(need)
	}
}
