package aigov_test.lib.checks.approvals

import data.aigov.lib.checks.approvals
import data.aigov_test.testing

test_approved if {
	found := approvals.providers with input as testing.desk
	testing.says(found, "pass", "service:openai", "approved")
	testing.statuses(found) == {"pass"}
	models := approvals.models with input as testing.desk
	testing.says(models, "pass", "model:openai/gpt-4o-2024-08-06", "approved")
	testing.statuses(models) == {"pass"}
}

entry := "approved_by, on, expires, data_classes: [personal, user-content]"

test_fails_without_an_approval if {
	found := approvals.providers with input as testing.having("declarations/providers", [])
	testing.says(found, "fail", "service:openai", "not-approved")
	models := approvals.models with input as testing.having("declarations/models", [])
	testing.says(models, "fail", "model:openai/gpt-4o-2024-08-06", "not-approved")
	some refused in found
	refused.missing == [sprintf("aigov.yaml: approvals.providers: {provider: openai, %s}", [entry])]
	some answer in models
	answer.missing == [sprintf("aigov.yaml: approvals.models: {model: gpt-4o-2024-08-06, %s}", [entry])]
}

test_fails_without_declarations if {
	testing.statuses(approvals.providers) == {"fail"} with input as testing.lacking("declarations")
	testing.statuses(approvals.models) == {"fail"} with input as testing.lacking("declarations")
}

test_an_expired_approval_counts_as_absent_and_says_so if {
	old := testing.having("declarations/providers/0", testing.lapsed_provider_approval)
	results := approvals.providers with input as old
	testing.says(results, "fail", "service:openai", "not-approved")
	some answer in results
	contains(answer.message, "the approval by Jo Keller was valid until 2026-09-30")
	{"path": "/declarations/providers/0"} in answer.evidence
	answer.missing == ["aigov.yaml: new on and expires for approvals.providers: {provider: openai}"]
}

test_an_approval_ahead_counts_as_absent if {
	early := testing.having("declarations/models/0", object.union(testing.model_approval, testing.ahead))
	results := approvals.models with input as early
	testing.says(results, "fail", "model:openai/gpt-4o-2024-08-06", "not-approved")
	some answer in results
	contains(answer.message, "is not in force yet")
	answer.missing == ["aigov.yaml: new on and expires for approvals.models: {model: gpt-4o-2024-*}"]
}

test_an_approval_of_another_version_does_not_count if {
	results := approvals.models with input as testing.having("declarations/models/0/model", "gpt-4o-2024-05-13")
	testing.statuses(results) == {"fail"}
}

test_unresolved_is_undetermined if {
	found := approvals.providers with input as testing.with_unresolved("endpoint")
	testing.says(found, "undetermined", "service:openai", "unresolved")
	models := approvals.models with input as testing.with_unresolved("model")
	testing.says(models, "undetermined", "service:openai", "unresolved")
}

test_not_applicable_where_none_is_used if {
	none := object.union(testing.desk, {"providers": [], "models": []})
	testing.statuses(approvals.providers) == {"not_applicable"} with input as none
	testing.statuses(approvals.models) == {"not_applicable"} with input as none
}

test_a_service_that_the_catalogue_does_not_know if {
	foreign := testing.lacking("providers/0/slug")
	found := approvals.providers with input as foreign
	testing.says(found, "undetermined", "service:openai", "unknown-service")
	named := json.patch(foreign, [{"op": "replace", "path": "/declarations/providers/0/provider", "value": "OpenAI API"}])
	approved := approvals.providers with input as named
	testing.says(approved, "pass", "service:openai", "approved")
}

test_only_unresolved_is_not_none_found if {
	found := approvals.providers with input as testing.only_unresolved("providers", "provider")
	testing.statuses(found) == {"undetermined"}
	models := approvals.models with input as testing.only_unresolved("models", "model")
	testing.statuses(models) == {"undetermined"}
	service := testing.lacking("providers/0/slug")
	unknown := approvals.providers with input as service
	testing.answers(unknown) == {["undetermined", "service:openai", "unknown-service"]}
}

test_an_unapproved_model_that_is_only_named_is_undetermined if {
	named := json.patch(testing.desk, [
		{"op": "add", "path": "/declarations/models", "value": []},
		{"op": "add", "path": "/models/0/mention", "value": true},
	])
	results := approvals.models with input as named
	testing.says(results, "undetermined", "model:openai/gpt-4o-2024-08-06", "not-approved")
}

test_an_endpoint_that_is_not_named_is_no_silence if {
	found := approvals.providers with input as testing.only_unresolved("providers", "endpoint")
	testing.answers(found) == {["undetermined", "pkg:pypi/openai@1.55.0", "unresolved"]}
}
