package aigov_test.lib.approval

import data.aigov.lib.approval
import data.aigov_test.testing

test_provider_by_catalogue_id if {
	[item] := approval.for_provider(testing.provider) with input as testing.desk
	item.path == "/declarations/providers/0"
	count(approval.for_provider({"name": "Other"})) == 0 with input as testing.desk
}

test_model_by_pattern_and_host if {
	count(approval.for_model(testing.model)) == 1 with input as testing.desk
	count(approval.for_model(object.union(testing.model, {"provider": "azure-openai"}))) == 0 with input as testing.desk
	count(approval.for_model(object.remove(testing.model, ["provider"]))) == 0 with input as testing.desk
	anywhere := testing.lacking("declarations/models/0/provider")
	count(approval.for_model(object.union(testing.model, {"provider": "azure-openai"}))) == 1 with input as anywhere
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
	provider := approval.provider_wanted(testing.provider, []) with input as testing.desk
	provider == sprintf("aigov.yaml: approvals.providers: {provider: openai, %s}", [entry])
	model := approval.model_wanted(testing.model, []) with input as testing.desk
	model == sprintf("aigov.yaml: approvals.models: {model: gpt-4o-2024-08-06, %s}", [entry])
	silent := approval.model_wanted({"id": "o3"}, []) with input as testing.desk
	silent == "aigov.yaml: approvals.models: {model: o3, approved_by, on, expires, data_classes}"
}

test_wanted_of_a_lapsed_approval_are_its_days if {
	old := [{"record": testing.lapsed_model_approval, "path": "/p"}]
	wanted := approval.model_wanted(testing.model, old) with input as testing.desk
	wanted == "aigov.yaml: new on and expires for approvals.models: {model: gpt-4o-2024-*}"
}
