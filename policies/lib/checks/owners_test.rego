package aigov_test.lib.checks.owners

import data.aigov.lib.checks.owners
import data.aigov.lib.gate
import data.aigov_test.testing

test_every_component_has_an_owner if {
	results := owners.results with input as testing.desk
	testing.statuses(results) == {"pass"}
	{answer.subject | some answer in results} == {"service:openai", "model:openai/gpt-4o-2024-08-06", "mcp:tickets"}
	concat("", [
		"The provider openai is owned by Desk team (desk@example.com), ",
		"as Jo Keller says until 2026-12-31.",
	]) in {answer.message | some answer in results}
}

test_fails_on_what_nobody_covers if {
	results := owners.results with input as testing.having("declarations/owners/0/covers", ["provider:openai", "mcp:*"])
	testing.says(results, "fail", "model:openai/gpt-4o-2024-08-06", "no-owner")
	testing.says(results, "pass", "service:openai", "owned")
	some answer in results
	answer.missing == [concat("", [
		`aigov.yaml: owners: {name, contact, covers: ["model:gpt-4o-2024-08-06"], `,
		`stated: {by, on, expires}}`,
	])]
}

test_one_remedy_for_all_that_nobody_owns if {
	others := owners.results with input as testing.having("declarations/owners/0/covers", ["model:*"])
	unowned := {answer | some answer in others; answer.status == "fail"}
	{answer.message | some answer in unowned} == {
		"The provider openai has no owner.",
		"The MCP server tickets has no owner.",
	}
	{answer.missing | some answer in unowned} == {
		[`aigov.yaml: owners: {name, contact, covers: ["mcp:tickets", "provider:openai"], stated: {by, on, expires}}`],
	}
	nobody := owners.results with input as testing.having("declarations/owners", [])
	{answer.missing | some answer in nobody} == {
		[`aigov.yaml: owners: {name, contact, covers: ["*"], stated: {by, on, expires}}`],
	}
}

test_an_owner_whom_nobody_names_until_a_day_is_none if {
	unsigned := owners.results with input as testing.lacking("declarations/owners/0/stated")
	testing.statuses(unsigned) == {"fail"}
	{answer.missing | some answer in unsigned} == {
		["aigov.yaml: owners: {name: Desk team, stated: {by, on, expires}}"],
	}
	messages := {answer.message | some answer in unsigned}
	"The MCP server tickets has no owner (no person says so of Desk team, until a day)." in messages
	every place in ["stated/by", "name", "contact"] {
		path := sprintf("declarations/owners/0/%s", [place])
		nameless := owners.results with input as testing.having(path, " ")
		testing.statuses(nameless) == {"fail"}
	}
}

test_an_owner_who_was_named_until_a_day_that_is_over_is_none if {
	stated := object.union(testing.stated, testing.lapsed)
	over := owners.results with input as testing.having("declarations/owners/0/stated", stated)
	testing.statuses(over) == {"fail"}
	{answer.missing | some answer in over} == {["aigov.yaml: new on and expires for owners: {name: Desk team}"]}
	said := "The MCP server tickets has no owner (what Jo Keller says of Desk team was valid until 2026-09-30)."
	said in {answer.message | some answer in over}
}

gated contains answer if some answer in gate.over_ai_use(owners.needs, owners.results)

test_nothing_is_told_without_a_clock if {
	testing.misses(gated, "context/evaluated_at_ns") with input as testing.lacking("context/evaluated_at_ns")
}

test_a_service_may_be_named_as_such if {
	covers := ["service:OpenAI API", "model:*", "mcp:tickets"]
	results := owners.results with input as testing.having("declarations/owners/0/covers", covers)
	testing.statuses(results) == {"pass"}
}

test_fails_without_declarations if {
	results := owners.results with input as testing.lacking("declarations")
	testing.statuses(results) == {"fail"}
}

test_an_owner_without_name_or_contact_is_none if {
	every field in ["name", "contact"] {
		empty := testing.having(sprintf("declarations/owners/0/%s", [field]), "")
		testing.statuses(owners.results) == {"fail"} with input as empty
	}
}

bare := object.union(testing.desk, {"providers": [], "models": [], "mcp_servers": []})

test_libraries_stand_in_where_nothing_else_is_found if {
	results := owners.results with input as bare
	testing.says(results, "pass", "pkg:pypi/openai@1.55.0", "owned")
}

test_not_applicable_without_components if {
	results := owners.results with input as object.union(bare, {"libraries": []})
	testing.says(results, "not_applicable", "system", "none-found")
}

test_undetermined_where_the_provider_is_unresolved if {
	results := owners.results with input as testing.with_unresolved("provider")
	testing.says(results, "undetermined", "service:openai", "unresolved")
}

test_only_unresolved_is_not_none_found if {
	item := object.union(testing.unresolved, {"what": "provider"})
	results := owners.results with input as object.union(bare, {"libraries": [], "unresolved": [item]})
	testing.statuses(results) == {"undetermined"}
}
