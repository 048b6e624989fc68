package aigov_test.lib.checks.licences

import data.aigov.lib.checks.licences
import data.aigov.lib.gate
import data.aigov_test.testing

results(pairs) := judged({"allowed": [], "denied": []}, pairs)

judged(lists, pairs) := answers if {
	answers := licences.results(lists) with input as testing.altered(testing.desk, pairs)
}

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

test_a_statement_that_agrees_counts if testing.says(results([stated({})]), "pass", ref, "licence-stated")

two := [
	["libraries/0/licenses", ["Apache-2.0", "MIT"]],
	["libraries/0/licence_options", [["Apache-2.0", "MIT"]]],
	["libraries/0/licence_sources", [
		{"licence": "Apache-2.0", "source": "lockfile", "file": "package-lock.json"},
		{"licence": "MIT", "source": "sbom", "file": "bom.json"},
	]],
]

test_sources_that_differ_leave_it_open if {
	found := results(two)
	testing.says(found, "undetermined", ref, "sources-differ")
	some answer in found
	answer.message == concat("", [
		"Under which licence the library openai may be used is not clear: ",
		"Apache-2.0 in package-lock.json, MIT in bom.json.",
	])
}

test_two_sources_that_say_the_same_agree if testing.says(results([two[2]]), "pass", ref, "licence")

test_a_person_decides_between_them if {
	chosen := stated({"licence": "MIT", "options": [["MIT"]]})
	testing.says(results(array.concat(two, [chosen])), "pass", ref, "licence-stated")
	testing.says(
		results(array.concat(two, [["declarations/licences", [
			object.union(testing.licence, {"licence": "ISC", "options": [["ISC"]]}),
			object.union(testing.licence, {"licence": "Zlib", "options": [["Zlib"]]}),
		]]])),
		"fail", ref, "contradicted",
	)
	third := stated({"licence": "ISC", "options": [["ISC"]]})
	testing.says(results(array.concat(two, [third])), "fail", ref, "contradicted")
}

test_what_another_tool_lists_is_taken_as_it_is if {
	listed := [two[0], two[1], ["libraries/0/licence_sources", []]]
	testing.says(results(listed), "pass", ref, "licence")
}

choice := [
	["libraries/0/licenses", ["GPL-3.0-only OR MIT"]],
	["libraries/0/licence_options", [["GPL-3.0-only"], ["MIT"]]],
]

test_a_statement_may_take_one_of_the_choices if {
	chosen := stated({"licence": "MIT", "options": [["MIT"]]})
	testing.says(results(array.concat(choice, [chosen])), "pass", ref, "licence-stated")
	other := stated({"licence": "ISC OR MIT", "options": [["ISC"], ["MIT"]]})
	testing.says(results(array.concat(choice, [other])), "fail", ref, "contradicted")
}

together := [
	["libraries/0/licenses", ["GPL-3.0-only AND MIT"]],
	["libraries/0/licence_options", [["GPL-3.0-only", "MIT"]]],
]

test_one_choice_that_is_admitted_is_enough if {
	every lists in [
		{"allowed": [], "denied": ["GPL-*"]},
		{"allowed": ["mit"], "denied": []},
		{"allowed": ["*"], "denied": ["gpl-*"]},
	] {
		testing.says(judged(lists, choice), "pass", ref, "licence")
		testing.says(judged(lists, together), "fail", ref, "not-admitted")
	}
}

test_denied_wins if {
	lists := {"allowed": ["GPL-3.0-only", "MIT"], "denied": ["*GPL-*"]}
	testing.says(judged(lists, together), "fail", ref, "not-admitted")
}

test_lists_hold_for_statements_too if {
	lists := {"allowed": ["MIT"], "denied": []}
	found := judged(lists, [silent, stated({})])
	testing.says(found, "fail", ref, "not-admitted")
	some answer in found
	answer.message == concat(" ", [
		"Jo Keller states that the library openai is under Apache-2.0, until 2026-12-31.",
		"The lists allowed_licences and denied_licences do not admit it.",
	])
}

test_options_that_are_not_said_are_the_licences if {
	unsaid := ["libraries/0/licence_options"]
	answers := licences.results({"allowed": [], "denied": ["Apache-*"]}) with input as json.remove(testing.desk, unsaid)
	testing.says(answers, "fail", ref, "not-admitted")
}

test_it_says_where_the_licence_was_read if {
	some answer in results([])
	answer.message == concat("", [
		"The AI-BOM says that the library openai is under Apache-2.0 ",
		"(.venv/lib/python3.13/site-packages/openai-1.55.0.dist-info/METADATA).",
	])
	some other in results([["libraries/0/licence_sources", []]])
	other.message == "The AI-BOM says that the library openai is under Apache-2.0."
}

test_it_says_which_version_is_there_instead if {
	other := ["libraries/0/licence_other_versions", [{"version": "1.54.0", "file": "site/METADATA"}]]
	some answer in results([silent, other])
	answer.message == concat("", [
		"Under which licence the library openai may be used is not known: site/METADATA is of version 1.54.0.",
	])
}

test_another_version_that_is_not_told_is_not_named if {
	other := ["libraries/0/licence_other_versions", [{"file": "site/METADATA"}]]
	some answer in results([silent, other])
	answer.message == "Under which licence the library openai may be used is not known."
}

test_a_statement_that_the_bom_contradicts_fails if {
	found := results([stated({"licence": "MIT", "options": [["MIT"]]})])
	testing.says(found, "fail", ref, "contradicted")
	some answer in found
	answer.message == "Jo Keller states that the library openai is under MIT, and the AI-BOM says Apache-2.0."
}

test_undetermined_where_nobody_says if {
	found := results([silent])
	testing.says(found, "undetermined", ref, "no-licence")
	some answer in found
	answer.missing == [concat("", [
		"a folder where openai 1.55.0 is installed (--installed DIR), or an SBOM that names it (--sbom FILE), ",
		`or aigov.yaml: licences: {covers: ["library:openai"], licence, by, on, expires}`,
	])]
}

test_without_a_version_any_is_asked_for if {
	unversioned := json.remove(testing.altered(testing.desk, [silent]), ["libraries/0/version"])
	some answer in licences.results({"allowed": [], "denied": []}) with input as unversioned
	startswith(answer.missing[0], "a folder where openai is installed")
}

test_a_statement_on_another_or_one_that_ended_counts_as_none if {
	every changes in [{"covers": ["library:langchain"]}, testing.lapsed, testing.ahead, {"by": " "}] {
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

gated contains answer if {
	some answer in gate.over_ai_use(licences.needs, licences.results({"allowed": [], "denied": []}))
}

test_nothing_is_told_without_what_it_reads if {
	every need in ["context/evaluated_at_ns", "libraries", "artifacts", "models", "providers"] {
		testing.misses(gated, need) with input as testing.lacking(need)
	}
}

test_a_way_to_meet_a_licence_that_names_none_admits_nothing if {
	lists := {"allowed": ["MIT"], "denied": []}
	testing.says(judged(lists, [["libraries/0/licence_options", [[]]]]), "fail", ref, "not-admitted")
}
