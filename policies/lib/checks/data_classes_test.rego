package aigov_test.lib.checks.data_classes

import data.aigov.lib.checks.data_classes
import data.aigov.lib.gate
import data.aigov_test.testing

ref := "service:openai"

results := data_classes.results

test_as_approved if {
	found := results with input as testing.desk
	testing.says(found, "pass", ref, "as-approved")
	testing.statuses(found) == {"pass"}
}

test_nothing_classified if {
	plain := json.patch(testing.desk, [
		{"op": "replace", "path": "/flows/0/classes", "value": []},
		{"op": "replace", "path": "/providers/0/data", "value": []},
		{"op": "replace", "path": "/declarations/providers", "value": []},
	])
	found := results with input as plain
	testing.says(found, "pass", ref, "no-classified-data")
}

both := "data_classes: [personal, user-content]"

new_entry := sprintf("aigov.yaml: approvals.providers: {provider: openai, approved_by, on, expires, %s}", [both])

test_fails_without_an_approval if {
	found := results with input as testing.having("declarations/providers", [])
	testing.says(found, "fail", ref, "not-approved")
	some answer in found
	answer.missing == [new_entry]
}

test_fails_without_declarations if {
	testing.statuses(results) == {"fail"} with input as testing.lacking("declarations")
}

test_an_expired_approval_allows_nothing if {
	old := testing.having("declarations/providers/0", testing.lapsed_provider_approval)
	found := results with input as old
	testing.says(found, "fail", ref, "not-approved")
	some answer in found
	contains(answer.message, "was valid until 2026-09-30")
}

test_fails_on_a_class_that_is_not_allowed if {
	found := results with input as testing.having("declarations/providers/0/data_classes", ["user-content"])
	testing.says(found, "fail", ref, "class-not-allowed")
	some answer in found
	answer.code == "class-not-allowed"
	answer.message == "The provider openai receives personal data, which its approval does not allow."
	answer.missing == [sprintf("aigov.yaml: approvals.providers: {provider: openai, %s}", [both])]
}

test_a_class_that_only_the_service_tells_counts if {
	found := results with input as testing.having("providers/0/data", [{"class": "special-category", "flow": "outbound"}])
	testing.says(found, "fail", ref, "class-not-allowed")
	inbound := results with input as testing.having("providers/0/data", [{"class": "special-category", "flow": "inbound"}])
	testing.statuses(inbound) == {"pass"}
}

test_personal_data_needs_each_safeguard if {
	every field in ["dpa", "retention_days", "training"] {
		found := results with input as testing.lacking(sprintf("declarations/providers/0/%s", [field]))
		testing.says(found, "fail", ref, "no-safeguard")
	}
	trained := results with input as testing.having("declarations/providers/0/training", "allowed")
	testing.says(trained, "fail", ref, "no-safeguard")
	opted := results with input as testing.having("declarations/providers/0/training", "opted-out")
	testing.statuses(opted) == {"pass"}
	blank := results with input as testing.having("declarations/providers/0/dpa", " ")
	testing.says(blank, "fail", ref, "no-safeguard")
	none := results with input as testing.having("declarations/providers/0/retention_days", 0)
	testing.statuses(none) == {"pass"}
}

test_absent_safeguards_are_named_at_once if {
	found := results with input as testing.having(
		"declarations/providers/0",
		object.remove(testing.provider_approval, ["dpa", "retention_days", "training"]),
	)
	some answer in found
	answer.message == concat(" ", [
		"The provider openai receives personal data",
		"without a data processing agreement, an agreed retention, a bar on training.",
	])
	answer.missing == [concat(" ", [
		"aigov.yaml: approvals.providers:",
		"{provider: openai, dpa, retention_days, training: none or opted-out}",
	])]
}

test_other_data_needs_no_safeguard if {
	plain := json.patch(testing.desk, [
		{"op": "replace", "path": "/flows/0/classes", "value": ["user-content"]},
		{"op": "replace", "path": "/providers/0/data", "value": []},
		{"op": "remove", "path": "/declarations/providers/0/dpa"},
	])
	testing.statuses(results) == {"pass"} with input as plain
}

test_one_approval_with_safeguards_is_enough if {
	weak := object.remove(testing.provider_approval, ["dpa"])
	found := results with input as testing.having("declarations/providers", [weak, testing.provider_approval])
	testing.statuses(found) == {"pass"}
}

test_the_models_approval_may_be_narrower if {
	found := results with input as testing.having("declarations/models/0/data_classes", ["user-content"])
	testing.says(found, "fail", "model:openai/gpt-4o-2024-08-06", "class-not-allowed")
	some answer in found
	answer.missing == [sprintf("aigov.yaml: approvals.models: {model: gpt-4o-2024-*, %s}", [both])]
}

test_undetermined_where_the_data_cannot_be_told if {
	found := results with input as testing.having("flows/0/unresolved", "built elsewhere")
	testing.says(found, "undetermined", ref, "data-unresolved")
	testing.statuses(found) == {"undetermined"}
}

in_part := testing.having("flows/0/partial", "the name does not tell what the data is: row")

test_undetermined_where_more_may_be_sent_than_is_allowed if {
	found := results with input as in_part
	testing.answers(found) == {["undetermined", ref, "data-partial"]}
	some answer in found
	answer.message == concat("", [
		"More may reach the provider openai than its approval allows: ",
		"the name does not tell what the data is: row.",
	])
	{"ref": ref, "file": "desk/answer.py", "line": 12} in answer.evidence
}

test_the_call_that_is_told_in_part_is_named if {
	told := object.remove(testing.flow, ["partial"])
	open := object.union(testing.flow, {"partial": "row", "occurrences": [{"file": "desk/more.py", "line": 3}]})
	found := results with input as testing.having("flows", [told, open])
	testing.answers(found) == {["undetermined", ref, "data-partial"]}
	some answer in found
	answer.evidence == [{"ref": ref, "file": "desk/more.py", "line": 3}]
}

test_an_approval_of_every_class_covers_what_is_not_told if {
	every_class := testing.altered(in_part, [
		["declarations/providers/0/data_classes", ["financial", "personal", "special-category", "user-content"]],
	])
	testing.statuses(results) == {"pass"} with input as every_class
	unguarded := json.patch(every_class, [
		{"op": "remove", "path": "/declarations/providers/0/dpa"},
		{"op": "replace", "path": "/flows/0/classes", "value": ["user-content"]},
		{"op": "replace", "path": "/providers/0/data", "value": []},
	])
	found := results with input as unguarded
	testing.answers(found) == {["undetermined", ref, "data-partial"]}
}

test_one_class_that_is_not_approved_leaves_it_open if {
	classes := {"financial", "personal", "special-category", "user-content"}
	every class in classes {
		told := [{"op": "replace", "path": "/flows/0/classes", "value": []}, {
			"op": "replace", "path": "/declarations/providers/0/data_classes", "value": sort(classes - {class}),
		}]
		found := results with input as json.patch(in_part, told)
		testing.says(found, "undetermined", ref, "data-partial")
	}
}

test_several_approvals_may_cover_what_is_not_told if {
	guarded := object.union(testing.provider_approval, {"data_classes": ["personal", "special-category"]})
	loose := object.remove(testing.provider_approval, ["dpa"])
	weak := object.union(loose, {"data_classes": ["financial", "user-content"]})
	found := results with input as testing.altered(in_part, [["declarations/providers", [guarded, weak]]])
	not testing.says(found, "undetermined", ref, "data-partial")
}

test_what_is_not_told_adds_nothing_where_nothing_is_approved if {
	found := results with input as testing.altered(in_part, [["declarations/providers", []]])
	not testing.says(found, "undetermined", ref, "data-partial")
}

test_undetermined_where_no_call_was_found if {
	silent := object.union(testing.having("providers/0/data", []), {"flows": []})
	found := results with input as silent
	testing.says(found, "undetermined", ref, "no-flow")
}

test_undetermined_where_the_provider_is_unresolved if {
	found := results with input as testing.with_unresolved("provider")
	testing.says(found, "undetermined", ref, "unresolved")
}

test_a_service_told_of_without_places if {
	foreign := object.union(testing.desk, {"flows": []})
	found := results with input as foreign
	testing.statuses(found) == {"pass"}
	refused := results with input as object.union(foreign, {"declarations": {"providers": [object.union(
		testing.provider_approval,
		{"data_classes": []},
	)]}})
	testing.says(refused, "fail", ref, "class-not-allowed")
}

test_not_applicable_without_providers if {
	testing.statuses(results) == {"not_applicable"} with input as testing.having("providers", [])
}

test_only_unresolved_is_not_none_found if {
	found := results with input as testing.only_unresolved("providers", "provider")
	testing.statuses(found) == {"undetermined"}
}

test_no_approval_is_told_once if {
	found := results with input as testing.having("declarations/providers", [])
	testing.answers(found) == {["fail", ref, "not-approved"]}
}

test_a_call_that_names_no_model_may_reach_one_that_is_not_allowed if {
	narrow := testing.having("declarations/models/0/data_classes", ["user-content"])
	unnamed := json.patch(narrow, [{"op": "remove", "path": "/flows/0/model"}])
	found := results with input as unnamed
	testing.says(found, "undetermined", "model:openai/gpt-4o-2024-08-06", "model-unresolved")
	gone := json.patch(narrow, [{"op": "replace", "path": "/flows", "value": []}])
	unseen := results with input as gone
	testing.says(unseen, "undetermined", "model:openai/gpt-4o-2024-08-06", "model-unresolved")
	nowhere := results with input as json.patch(unnamed, [{"op": "remove", "path": "/models/0/provider"}, {
		"op": "remove",
		"path": "/declarations/models/0/provider",
	}])
	testing.says(nowhere, "undetermined", "model:openai/gpt-4o-2024-08-06", "model-unresolved")
	elsewhere := results with input as json.patch(unnamed, [
		{"op": "replace", "path": "/models/0/provider", "value": "azure-openai"},
		{"op": "remove", "path": "/declarations/models/0/provider"},
	])
	testing.statuses(elsewhere) == {"pass"}
	allowed := results with input as testing.lacking("flows/0/model")
	testing.statuses(allowed) == {"pass"}
}

test_without_an_approval_of_the_model_its_providers_decides if {
	found := results with input as testing.having("declarations/models", [])
	testing.answers(found) == {["pass", ref, "as-approved"]}
}

test_no_remedy_approves_of_a_secret if {
	found := results with input as testing.having("flows/0/classes", ["secret", "user-content"])
	told := {answer.missing | some answer in found; answer.code == "class-not-allowed"}
	told == {["a call that sends no secret"]}
	unapproved := json.patch(testing.having("flows/0/classes", ["secret", "user-content"]), [
		{"op": "replace", "path": "/declarations/providers", "value": []},
	])
	refused := results with input as unapproved
	some answer in refused
	answer.missing == [new_entry]
}

test_the_approval_of_another_model_does_not_count if {
	other := object.union(testing.model, {"ref": "model:openai/o3", "id": "o3"})
	both := json.patch(testing.desk, [
		{"op": "add", "path": "/models/-", "value": other},
		{"op": "add", "path": "/declarations/models/-", "value": object.union(
			testing.model_approval,
			{"model": "o3", "data_classes": []},
		)},
	])
	found := results with input as both
	testing.answers(found) == {["pass", ref, "as-approved"]}
}

test_nothing_classified_is_told_as_such_also_under_an_approval if {
	plain := json.patch(testing.desk, [
		{"op": "replace", "path": "/flows/0/classes", "value": []},
		{"op": "replace", "path": "/providers/0/data", "value": []},
	])
	found := results with input as plain
	testing.answers(found) == {["pass", ref, "no-classified-data"]}
}

test_a_model_without_an_approval_is_not_doubted if {
	unnamed := json.patch(testing.desk, [
		{"op": "remove", "path": "/flows/0/model"},
		{"op": "replace", "path": "/declarations/models", "value": []},
	])
	found := results with input as unnamed
	testing.answers(found) == {["pass", ref, "as-approved"]}
}

test_evidence_is_the_call_that_carries_the_class if {
	elsewhere := object.union(testing.flow, {
		"classes": ["financial"],
		"occurrences": [{"file": "desk/pay.py", "line": 3}],
	})
	found := results with input as testing.having("flows", [testing.flow, elsewhere])
	places := {answer.evidence | some answer in found; [answer.subject, answer.code] == [ref, "class-not-allowed"]}
	places == {[{"ref": ref, "file": "desk/pay.py", "line": 3}]}
}

test_evidence_is_the_provider_where_no_call_carries_the_class if {
	apart := testing.altered(testing.desk, [
		["providers/0/data", [{"class": "financial", "flow": "outbound"}]],
		["providers/0/occurrences", [{"file": "desk/setup.py", "line": 1}]],
	])
	found := results with input as apart
	places := {answer.evidence | some answer in found; [answer.subject, answer.code] == [ref, "class-not-allowed"]}
	places == {[{"ref": ref, "file": "desk/setup.py", "line": 1}]}
}

gated contains answer if some answer in gate.over_ai_use(data_classes.needs, data_classes.results)

test_nothing_is_told_without_what_it_reads if {
	every need in ["context/evaluated_at_ns", "providers", "models", "flows", "unresolved"] {
		testing.misses(gated, need) with input as testing.lacking(need)
	}
}

test_special_categories_need_the_safeguards_too if {
	found := results with input as testing.altered(testing.lacking("declarations/providers/0/dpa"), [
		["flows/0/classes", ["special-category"]], ["providers/0/data", []],
		["declarations/providers/0/data_classes", ["special-category"]],
	])
	testing.says(found, "fail", ref, "no-safeguard")
}

test_the_remedy_keeps_what_is_allowed if {
	found := results with input as testing.having("declarations/providers/0/data_classes", ["financial"])
	some answer in found
	answer.code == "class-not-allowed"
	answer.missing == [concat("", [
		"aigov.yaml: approvals.providers: {provider: openai,",
		" data_classes: [financial, personal, user-content]}",
	])]
}

test_a_class_that_two_calls_send_is_told_of_the_one_without_a_model if {
	nameless := object.remove(object.union(testing.flow, {"classes": ["personal"]}), ["model"])
	found := results with input as testing.altered(testing.desk, [
		["flows", [testing.flow, nameless]],
		["models", [testing.model, object.union(testing.model, {"ref": "model:openai/o3", "id": "o3"})]],
		["declarations/models", [
			testing.model_approval,
			object.union(testing.model_approval, {"model": "o3", "data_classes": ["user-content"]}),
		]],
	])
	testing.says(found, "undetermined", "model:openai/o3", "model-unresolved")
}

test_evidence_of_a_pass_is_the_call_and_the_approval if {
	found := results with input as testing.desk
	some answer in found
	{"path": "/declarations/providers/0"} in answer.evidence
	{"ref": ref, "file": "desk/answer.py", "line": 12} in answer.evidence
}

test_an_address_that_is_set_at_run_time_may_give_the_data_to_anyone if {
	found := results with input as testing.with_unresolved("endpoint")
	testing.says(found, "undetermined", ref, "anyones-address")
	alone := results with input as testing.only_unresolved("providers", "endpoint")
	testing.statuses(alone) == {"undetermined"}
}
