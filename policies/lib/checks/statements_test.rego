package aigov_test.lib.checks.statements

import data.aigov.lib.checks.statements
import data.aigov.lib.gate
import data.aigov_test.testing

results contains answer if some answer in statements.results with data.aigov.lib.facts as testing.facts

test_in_force if {
	found := results with input as testing.attested("nist-ai-rmf/GOVERN 2.2")
	testing.statuses(found) == {"pass"}
	some answer in found
	answer.message == "Every dated statement of aigov.yaml is in force (8); the next ends on 2026-12-31."
}

test_a_lapsed_statement_fails if {
	old := testing.having("declarations/models/0", testing.lapsed_model_approval)
	found := results with input as old
	testing.statuses(found) == {"fail"}
	some answer in found
	answer.message == "The approval of the model gpt-4o-2024-* by Jo Keller was valid until 2026-09-30."
	answer.missing == ["aigov.yaml: new on and expires for approvals.models: {model: gpt-4o-2024-*}"]
	answer.evidence == [{"path": "/declarations/models/0"}]
}

test_every_kind_of_statement_counts if {
	attestation := object.union(testing.lapsed, {"framework": "iso-42001", "control": "5.2", "statement": "x", "by": "Jo"})
	class := object.union(testing.risk_class, testing.lapsed)
	stated := object.union(testing.stated, testing.lapsed)
	all_old := json.patch(testing.desk, [
		{"op": "replace", "path": "/declarations/providers/0", "value": testing.lapsed_provider_approval},
		{"op": "replace", "path": "/declarations/models", "value": []},
		{"op": "replace", "path": "/declarations/attestations", "value": [attestation]},
		{"op": "replace", "path": "/declarations/system/risk_class", "value": class},
		{"op": "replace", "path": "/declarations/logs", "value": [object.union(testing.logs, testing.lapsed)]},
		{"op": "add", "path": "/declarations/licences", "value": [object.union(testing.licence, testing.lapsed)]},
		{"op": "replace", "path": "/declarations/evaluations/0", "value": object.union(testing.evaluation, testing.lapsed)},
		{"op": "replace", "path": "/declarations/system/stated", "value": stated},
		{"op": "replace", "path": "/declarations/owners/0/stated", "value": stated},
	])
	found := results with input as all_old
	{answer.message | some answer in found} == {
		"The approval of the provider openai by Jo Keller was valid until 2026-09-30.",
		"The statement on iso-42001/5.2 by Jo was valid until 2026-09-30.",
		"The risk class declared by Jo Keller was valid until 2026-09-30.",
		"The retention of logs in langfuse by Jo Keller was valid until 2026-09-30.",
		"The licence Apache-2.0 of library:openai by Jo Keller was valid until 2026-09-30.",
		"The evaluation of the model gpt-4o-2024-08-06 by Jo Keller was valid until 2026-09-30.",
		"What Jo Keller says of the system was valid until 2026-09-30.",
		"What Jo Keller says of the owner Desk team was valid until 2026-09-30.",
	}
	{wanted | some answer in found; some wanted in answer.missing} == {
		"aigov.yaml: new on and expires for approvals.providers: {provider: openai}",
		"aigov.yaml: new on and expires for attestations: {control: iso-42001/5.2}",
		"aigov.yaml: new on and expires for system.risk_class",
		"aigov.yaml: new on and expires for logs: {kept_in: langfuse}",
		"aigov.yaml: new on and expires for licences: {licence: Apache-2.0}",
		"aigov.yaml: new on and expires for evaluations: {model: gpt-4o-2024-08-06}",
		"aigov.yaml: new on and expires for system.stated",
		"aigov.yaml: new on and expires for owners: {name: Desk team}",
	}
	testing.statuses(found) == {"fail"}
}

test_a_statement_that_names_nobody_fails if {
	every name in ["", " \t"] {
		by_nobody := json.patch(testing.attested("nist-ai-rmf/GOVERN 2.2"), [
			{"op": "replace", "path": "/declarations/models/0/approved_by", "value": name},
			{"op": "replace", "path": "/declarations/attestations/0/by", "value": name},
		])
		found := results with input as by_nobody
		{[answer.message, answer.missing, answer.evidence] | some answer in found} == {
			[
				"aigov.yaml names nobody who stands by attestations: {control: nist-ai-rmf/GOVERN 2.2}.",
				["aigov.yaml: by for attestations: {control: nist-ai-rmf/GOVERN 2.2}"],
				[{"path": "/declarations/attestations/0"}],
			],
			[
				"aigov.yaml names nobody who stands by approvals.models: {model: gpt-4o-2024-*}.",
				["aigov.yaml: approved_by for approvals.models: {model: gpt-4o-2024-*}"],
				[{"path": "/declarations/models/0"}],
			],
		}
		testing.statuses(found) == {"fail"}
	}
}

test_what_nobody_stands_by_fails if {
	unsigned := json.patch(testing.lacking("declarations/system/stated"), [
		{"op": "remove", "path": "/declarations/owners/0/stated"},
		{"op": "replace", "path": "/declarations/system", "value": {"name": "desk", "users": ["staff"], "role": "both"}},
	])
	found := results with input as unsigned
	{[answer.message, answer.missing] | some answer in found; answer.status == "fail"} == {
		[
			"Nobody stands by what aigov.yaml says of the system (role, users) until a day.",
			["aigov.yaml: system.stated: {by, on, expires}"],
		],
		[
			"Nobody stands by the owner Desk team until a day.",
			["aigov.yaml: owners: {name: Desk team, stated: {by, on, expires}}"],
		],
	}
	{answer.code | some answer in found; answer.status == "fail"} == {"unsigned"}
}

test_a_name_and_a_risk_class_need_no_further_signature if {
	bare := {"name": "desk", "risk_class": testing.risk_class}
	found := results with input as testing.having("declarations/system", bare)
	testing.statuses(found) == {"pass"}
}

test_no_statement_fails if {
	found := results with input as testing.lacking("declarations")
	testing.says(found, "fail", "system", "no-statements")
}

test_stale_facts_are_undetermined if {
	stale := object.union(testing.facts, {"as_of": "2026-01-01", "as_of_ns": testing.on_ns})
	found := statements.results with input as testing.desk with data.aigov.lib.facts as stale
	testing.says(found, "undetermined", "system", "stale-facts")
	none := statements.results with input as testing.desk with data.aigov.lib.facts as {}
	testing.says(none, "undetermined", "system", "stale-facts")
}

test_no_statement_is_told_once if {
	found := results with input as testing.lacking("declarations")
	testing.answers(found) == {["fail", "system", "no-statements"]}
}

gated contains answer if some answer in gate.over_ai_use(statements.needs, statements.results)

test_nothing_is_told_without_the_day if {
	testing.misses(gated, "context/evaluated_at_ns") with input as testing.lacking("context/evaluated_at_ns")
}
