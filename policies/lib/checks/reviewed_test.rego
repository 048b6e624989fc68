package aigov_test.lib.checks.reviewed

import data.aigov.lib.checks.reviewed
import data.aigov.lib.gate
import data.aigov_test.testing

gated contains answer if some answer in gate.over_ai_use(reviewed.needs, reviewed.results)

model := "model:openai/gpt-4o-2024-08-06"

test_pass_when_all_bear_a_day if {
	found := gated with input as testing.desk
	testing.answers(found) == {["pass", "service:openai", "review-ahead"], ["pass", model, "review-ahead"]}
	"The provider openai is to be reviewed by 2026-12-31." in {answer.message | some answer in found}
	"The model gpt-4o-2024-08-06 is to be reviewed by 2026-12-31." in {answer.message | some answer in found}
	{place.path | some answer in found; some place in answer.evidence} == {
		"/declarations/providers/0",
		"/declarations/models/0",
	}
}

test_the_latest_of_several_days_is_told if {
	other := object.union(testing.provider_approval, {"expires": "2027-03-31", "expires_ns": testing.later_ns})
	found := gated with input as testing.having("declarations/providers", [other, testing.provider_approval])
	"The provider openai is to be reviewed by 2027-03-31." in {answer.message | some answer in found}
}

test_fail_for_what_bears_none if {
	found := gated with input as testing.altered(testing.desk, [["declarations/models", []]])
	testing.answers(found) == {["pass", "service:openai", "review-ahead"], ["fail", model, "no-review"]}
	some answer in found
	answer.message == "No day is set for the next review of the model gpt-4o-2024-08-06."
	answer.evidence == [{"ref": model, "file": "desk/answer.py", "line": 12}]
	startswith(answer.missing[0], "aigov.yaml: approvals.models: {model: gpt-4o-2024-08-06, approved_by, on, expires")
}

test_fail_for_what_is_over if {
	old := testing.having("declarations/providers/0", testing.lapsed_provider_approval)
	found := gated with input as old
	testing.says(found, "fail", "service:openai", "no-review")
	some answer in found
	endswith(answer.message, "the provider openai (the approval by Jo Keller was valid until 2026-09-30).")
	{"path": "/declarations/providers/0"} in answer.evidence
}

test_fail_for_what_nobody_approved if {
	anonymous := gated with input as testing.having("declarations/providers/0/approved_by", " ")
	testing.says(anonymous, "fail", "service:openai", "no-review")
}

test_undetermined_for_a_model_that_is_only_named if {
	named := testing.altered(testing.desk, [["declarations/models", []], ["models/0/mention", true]])
	found := gated with input as named
	testing.says(found, "undetermined", model, "no-review")
}

test_undetermined_for_what_the_source_does_not_name if {
	every what in ["model", "provider"] {
		found := gated with input as testing.with_unresolved(what)
		testing.says(found, "undetermined", "service:openai", "unresolved")
	}
	alone := gated with input as testing.altered(testing.with_unresolved("model"), [["models", []], ["providers", []]])
	testing.answers(alone) == {["undetermined", "pkg:pypi/openai@1.55.0", "unresolved"]}
}

test_not_applicable_without_any if {
	found := gated with input as testing.altered(testing.desk, [["models", []], ["providers", []]])
	testing.answers(found) == {["not_applicable", "system", "none-found"]}
	only_models := gated with input as testing.having("providers", [])
	testing.answers(only_models) == {["pass", model, "review-ahead"]}
	only_providers := gated with input as testing.having("models", [])
	testing.answers(only_providers) == {["pass", "service:openai", "review-ahead"]}
}

test_nothing_is_told_without_what_it_reads if {
	every need in ["context/evaluated_at_ns", "providers", "models", "unresolved"] {
		testing.misses(gated, need) with input as testing.lacking(need)
	}
}
