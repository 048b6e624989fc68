package aigov_test.lib.checks.lifecycle

import data.aigov.lib.checks.lifecycle
import data.aigov_test.testing

ref := "model:openai/gpt-4o-2024-08-06"

results contains answer if some answer in lifecycle.results with data.aigov.lib.facts as testing.facts

# The facts with other dates of the desk's model.
knowing(fact) := json.patch(testing.facts, [{
	"op": "add", "path": "/lifecycle/openai/gpt-4o-2024-08-06",
	"value": object.union(testing.facts.lifecycle.openai["gpt-4-32k"], fact),
}])

# The check on the desk, with these dates.
judged(fact) := found if {
	known := knowing(fact)

	# regal ignore:external-reference
	found := lifecycle.results with input as testing.desk with data.aigov.lib.facts as known
}

test_served if {
	found := results with input as testing.desk
	testing.says(found, "pass", ref, "served")
	some answer in found
	answer.message == "The model gpt-4o-2024-08-06 is not due to retire on openai before 2027-06-01 (facts of 2026-11-01)."
}

test_a_near_date_is_named if {
	found := judged({
		"earliest_date": "2026-12-03", "earliest_ns": testing.now + (10 * 86400000000000),
		"latest_date": "2027-06-01", "latest_ns": testing.later_ns,
	})
	testing.says(found, "pass", ref, "served")
	some answer in found
	contains(answer.message, "before 2026-12-03, in 10 days")
}

test_retired_fails if {
	found := judged({})
	testing.says(found, "fail", ref, "retired")
	some answer in found
	answer.message == "The model gpt-4o-2024-08-06 was retired on openai on 2026-09-30 (facts of 2026-11-01)."
}

test_retired_by_a_source_of_medium_confidence if {
	testing.says(judged({"confidence": "medium"}), "fail", ref, "retired")
}

test_retired_even_by_old_facts if {
	old := object.union(knowing({}), {"as_of_ns": 0})
	testing.says(lifecycle.results, "fail", ref, "retired") with input as testing.desk with data.aigov.lib.facts as old
}

test_not_retired_before_the_day_is_over if {
	testing.statuses(judged({"earliest_ns": testing.now, "latest_ns": testing.now})) == {"undetermined"}
	yesterday := testing.now - 86400000000000
	testing.statuses(judged({"earliest_ns": yesterday, "latest_ns": yesterday})) == {"fail"}
}

test_disputed_is_undetermined if {
	found := judged({"latest_date": "2027-06-01", "latest_ns": testing.later_ns})
	testing.says(found, "undetermined", ref, "disputed")
	some answer in found
	contains(answer.message, "2026-09-30 or 2027-06-01 (shutdown")
}

test_weak_sources_are_undetermined if {
	testing.says(judged({"confidence": "low"}), "undetermined", ref, "disputed")
	testing.says(judged({"date_kind": "left_catalogue"}), "undetermined", ref, "disputed")
	testing.says(judged({"date_kind": "not_before"}), "undetermined", ref, "disputed")
}

test_deprecated_without_a_date_is_undetermined if {
	dateless := json.patch(testing.facts, [{
		"op": "add", "path": "/lifecycle/openai/gpt-4o-2024-08-06",
		"value": {"date_kind": "deprecated_no_date", "confidence": "medium"},
	}])
	found := lifecycle.results with input as testing.desk with data.aigov.lib.facts as dateless
	testing.says(found, "undetermined", ref, "disputed")
	some answer in found
	contains(answer.message, "no date given (deprecated no date, facts of 2026-11-01)")
}

test_no_known_date_is_no_pass if {
	found := results with input as testing.having("models/0/id", "gpt-9")
	testing.says(found, "not_applicable", ref, "no-date-known")
}

test_no_facts_on_the_platform_is_no_pass if {
	found := results with input as testing.having("models/0/platform", "acme")
	testing.says(found, "not_applicable", ref, "no-facts")
	without := results with input as testing.lacking("models/0/platform")
	testing.says(without, "not_applicable", ref, "no-facts")
	some answer in without
	contains(answer.message, "kept for openai")
}

test_undetermined_without_platform_and_provider if {
	bare := json.patch(testing.desk, [
		{"op": "remove", "path": "/models/0/platform"},
		{"op": "remove", "path": "/models/0/provider"},
	])
	found := results with input as bare
	testing.says(found, "undetermined", ref, "no-platform")
}

test_stale_or_absent_facts_are_undetermined if {
	stale := object.union(testing.facts, {"as_of": "2026-01-01", "as_of_ns": testing.on_ns})
	old := lifecycle.results with input as testing.desk with data.aigov.lib.facts as stale
	testing.says(old, "undetermined", ref, "stale-facts")
	none := lifecycle.results with input as testing.desk with data.aigov.lib.facts as {}
	testing.says(none, "undetermined", ref, "stale-facts")
	some answer in none
	contains(answer.message, "of an unknown day")
}

test_own_hosts_retire_nothing if {
	found := results with input as testing.having("providers/0/kind", "model-host")
	testing.says(found, "not_applicable", ref, "own-host")
}

test_unresolved_and_none if {
	unresolved := results with input as testing.with_unresolved("model")
	testing.says(unresolved, "undetermined", "service:openai", "unresolved")
	none := results with input as testing.having("models", [])
	testing.statuses(none) == {"not_applicable"}
}

test_only_unresolved_is_not_none_found if {
	found := results with input as testing.only_unresolved("models", "model")
	testing.statuses(found) == {"undetermined"}
}

test_a_platform_without_a_provider_is_enough if {
	found := results with input as testing.lacking("models/0/provider")
	testing.answers(found) == {["pass", ref, "served"]}
}

test_another_providers_own_host_does_not_count if {
	other := object.union(testing.provider, {"slug": "ollama", "kind": "model-host"})
	found := results with input as testing.having("providers", [other])
	testing.answers(found) == {["pass", ref, "served"]}
}

test_one_date_is_written_once if {
	found := judged({"date_kind": "left_catalogue"})
	some answer in found
	contains(answer.message, "on openai: 2026-09-30 (left catalogue, facts of 2026-11-01)")
}

test_facts_may_know_the_model_under_another_id if {
	profile := "eu.openai.gpt-4o-2024-08-06-v1:0"
	unknown := results with input as testing.having("models/0/id", profile)
	testing.says(unknown, "not_applicable", ref, "no-date-known")
	known := object.union(testing.model, {"id": profile, "lifecycle_id": testing.model.id})
	found := results with input as testing.having("models/0", known)
	testing.answers(found) == {["pass", ref, "served"]}
	retired := results with input as testing.having("models/0", object.union(known, {"lifecycle_id": "gpt-4-32k"}))
	testing.answers(retired) == {["fail", ref, "retired"]}
	some answer in found
	startswith(answer.message, sprintf("The model %s is not due to retire on openai before 2027-06-01", [profile]))
}

test_retired_but_only_named_is_undetermined if {
	known := knowing({})

	# regal ignore:external-reference
	found := lifecycle.results with input as testing.having("models/0/mention", true) with data.aigov.lib.facts as known
	testing.says(found, "undetermined", ref, "retired")
}
