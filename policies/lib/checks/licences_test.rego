package aigov_test.lib.checks.licences

import data.aigov.lib.checks.licences
import data.aigov.lib.gate
import data.aigov_test.testing

results(pairs) := answers if answers := licences.results with input as testing.altered(testing.desk, pairs)

ref := "pkg:pypi/openai@1.55.0"

silent := ["libraries/0/licenses", []]

stated(changes) := ["declarations/licences", [object.union(testing.licence, changes)]]

test_pass_on_what_the_bom_says if {
	found := results([])
	testing.statuses(found) == {"pass"}
	testing.says(found, "pass", ref, "licence")
	testing.says(found, "pass", "file:models/rank.safetensors", "licence")
}

test_pass_on_what_somebody_states if {
	found := results([silent, stated({})])
	testing.says(found, "pass", ref, "licence-stated")
	testing.says(results([silent, stated({"covers": ["library:open*"]})]), "pass", ref, "licence-stated")
}

test_a_statement_that_agrees_adds_nothing if testing.says(results([stated({})]), "pass", ref, "licence")

test_a_statement_that_the_bom_contradicts_fails if {
	found := results([stated({"licence": "MIT"})])
	testing.says(found, "fail", ref, "contradicted")
	some answer in found
	answer.message == "Jo Keller states that the library openai is under MIT, and the AI-BOM says Apache-2.0."
}

test_undetermined_where_nobody_says if {
	found := results([silent])
	testing.says(found, "undetermined", ref, "no-licence")
	some answer in found
	answer.missing == [`aigov.yaml: licences: {covers: ["library:openai"], licence, by, on, expires}`]
}

test_a_statement_on_another_or_one_that_ended_counts_as_none if {
	every changes in [{"covers": ["library:langchain"]}, testing.lapsed, testing.ahead, {"by": ""}] {
		testing.says(results([silent, stated(changes)]), "undetermined", ref, "no-licence")
	}
}

served_here := ["providers/0/kind", "model-host"]

hosted := "model:openai/gpt-4o-2024-08-06"

test_models_of_an_own_server_have_a_licence if {
	found := results([served_here])
	testing.says(found, "undetermined", hosted, "no-licence")
	some answer in found
	answer.missing == [`aigov.yaml: licences: {covers: ["model:gpt-4o-2024-08-06"], licence, by, on, expires}`]
}

test_it_is_stated_or_in_the_bom if {
	testing.says(results([served_here, stated({"covers": ["model:gpt-4o*"]})]), "pass", hosted, "licence-stated")
	testing.says(results([served_here, ["models/0/licenses", ["MIT"]]]), "pass", hosted, "licence")
}

test_models_of_a_provider_have_an_agreement_instead if {
	not testing.says(results([]), "undetermined", hosted, "no-licence")
	not testing.says(results([served_here, ["models/0/provider", "mistral"]]), "undetermined", hosted, "no-licence")
}

test_a_library_goes_by_its_catalogue_id_too if {
	found := results([silent, ["libraries/0/name", "openai-python"], stated({})])
	testing.says(found, "pass", ref, "licence-stated")
}

test_not_applicable_where_there_is_neither if {
	found := results([["libraries", []], ["artifacts", []]])
	testing.answers(found) == {["not_applicable", "system", "none-found"]}
}

test_a_model_file_alone_is_something if {
	testing.answers(results([["libraries", []]])) == {["pass", "file:models/rank.safetensors", "licence"]}
}

gated contains answer if some answer in gate.over_ai_use(licences.needs, licences.results)

test_nothing_is_told_without_what_it_reads if {
	every need in ["context/evaluated_at_ns", "libraries", "artifacts", "models", "providers"] {
		testing.misses(gated, need) with input as testing.lacking(need)
	}
}
