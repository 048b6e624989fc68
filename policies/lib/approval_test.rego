package aigov_test.lib.approval

import data.aigov.lib.approval
import data.aigov_test.testing

test_provider_by_catalogue_id if {
	provider := testing.provider
	[item] := approval.for_provider(provider) with input as testing.desk
	item.path == "/declarations/providers/0"
	count(approval.for_provider({"name": "Other"})) == 0 with input as testing.desk
}

test_model_by_pattern_and_host if {
	model := testing.model
	count(approval.for_model(model)) == 1 with input as testing.desk
	elsewhere := object.union(model, {"provider": "azure-openai"})
	count(approval.for_model(elsewhere)) == 0 with input as testing.desk
	nowhere := object.remove(model, ["provider"])
	count(approval.for_model(nowhere)) == 0 with input as testing.desk
	anywhere := testing.lacking("declarations/models/0/provider")
	count(approval.for_model(elsewhere)) == 1 with input as anywhere
}

test_current_needs_an_approver_and_a_day if {
	good := [{"record": testing.provider_approval, "path": "/p"}]
	count(approval.current(good)) == 1 with input as testing.desk
	nobody := [{"record": object.union(testing.provider_approval, {"approved_by": ""}), "path": "/p"}]
	count(approval.current(nobody)) == 0 with input as testing.desk
	old := [{"record": testing.lapsed_provider_approval, "path": "/p"}]
	count(approval.current(old)) == 0 with input as testing.desk
	approval.lapse_note(old) == " (the approval by Jo Keller was valid until 2026-09-30)" with input as testing.desk
	approval.lapse_note(good) == "" with input as testing.desk
}

test_evidence if approval.evidence([{"record": {}, "path": "/p"}]) == [{"path": "/p"}]

test_wanted_names_the_data_that_was_found if {
	entry := "approved_by, on, expires, data_classes: [personal, user-content]"
	found := testing.provider
	provider := approval.provider_wanted(found, []) with input as testing.desk
	provider == sprintf("aigov.yaml: approvals.providers: {provider: openai, %s}", [entry])
	called := testing.model
	model := approval.model_wanted(called, []) with input as testing.desk
	model == sprintf("aigov.yaml: approvals.models: {model: gpt-4o-2024-08-06, %s}", [entry])
	silent := approval.model_wanted({"id": "o3"}, []) with input as testing.desk
	silent == "aigov.yaml: approvals.models: {model: o3, approved_by, on, expires, data_classes}"
}

test_wanted_of_a_lapsed_approval_are_its_days if {
	old := [{"record": testing.lapsed_model_approval, "path": "/p"}]
	called := testing.model
	wanted := approval.model_wanted(called, old) with input as testing.desk
	wanted == "aigov.yaml: new on and expires for approvals.models: {model: gpt-4o-2024-*}"
}

test_no_remedy_proposes_to_approve_of_secrets if {
	approval.classes_wanted({"secret"}) == "data_classes"
	approval.classes_wanted({"secret", "personal"}) == "data_classes: [personal]"
}
