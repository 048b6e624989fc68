package aigov_test.lib.checks.secrets

import data.aigov.lib.checks.secrets
import data.aigov_test.testing

ref := "service:openai"

results := secrets.results

test_none_found if {
	found := results with input as testing.desk
	testing.says(found, "pass", ref, "none-found")
	testing.statuses(found) == {"pass"}
}

test_a_secret_fails if {
	found := results with input as testing.having("flows/0/classes", ["secret"])
	testing.says(found, "fail", ref, "secret")
	testing.statuses(found) == {"fail"}
}

test_undetermined_where_the_data_cannot_be_told if {
	found := results with input as testing.having("flows/0/unresolved", "built elsewhere")
	testing.says(found, "undetermined", ref, "data-unresolved")
	testing.statuses(found) == {"undetermined"}
}

test_undetermined_where_no_call_was_found if {
	found := results with input as testing.having("flows", [])
	testing.says(found, "undetermined", ref, "no-flow")
}

test_not_applicable_without_calls_and_providers if {
	none := object.union(testing.desk, {"flows": [], "providers": []})
	testing.statuses(results) == {"not_applicable"} with input as none
}

test_each_provider_is_told_once if {
	silent := results with input as testing.having("flows", [])
	testing.answers(silent) == {["undetermined", ref, "no-flow"]}
	bare := results with input as testing.having("providers", [])
	testing.answers(bare) == {["pass", "pkg:pypi/openai@1.55.0", "none-found"]}
	told := results with input as testing.desk
	testing.answers(told) == {["pass", ref, "none-found"]}
}

test_a_secret_fails_the_provider_that_gets_it_alone if {
	other := object.union(testing.provider, {"ref": "service:mistral", "slug": "mistral"})
	leak := object.union(testing.flow, {"provider": "mistral", "ref": "service:mistral", "classes": ["secret"]})
	two := object.union(testing.desk, {"providers": [testing.provider, other], "flows": [testing.flow, leak]})
	found := results with input as two
	testing.answers(found) == {["pass", ref, "none-found"], ["fail", "service:mistral", "secret"]}
}

test_needs_what_it_reads if secrets.needs == ["providers", "flows", "unresolved"]

test_a_secret_that_a_framework_hands_on_fails if {
	found := results with input as testing.altered(testing.only_handing_on, [["flows/0/classes", ["secret"]]])
	testing.answers(found) == {["fail", testing.framework.ref, "secret"]}
}

test_undetermined_where_the_source_names_no_provider if {
	alone := testing.altered(testing.only_unresolved("providers", "provider"), [["flows", []]])
	found := results with input as alone
	testing.statuses(found) == {"undetermined"}
	also := results with input as testing.with_unresolved("provider")
	testing.statuses(also) == {"pass", "undetermined"}
}
