package aigov_test.lib.checks.guardrails

import data.aigov.lib.checks.guardrails
import data.aigov.lib.gate
import data.aigov_test.testing

results := guardrails.results("nist-ai-rmf", "MEASURE 2.6")

judged contains answer if some answer in results

test_pass_on_a_statement if {
	found := results with input as testing.attested("nist-ai-rmf/MEASURE 2.6")
	testing.says(found, "pass", "system", "stated")
}

guard := object.union(testing.library, {
	"ref": "pkg:pypi/llm-guard@0.3.16", "name": "llm-guard", "slug": "llm-guard", "kind": "eval",
	"traits": ["filters-content"],
})

call(file, line) := object.union(testing.flow, {"occurrences": [{
	"file": file, "line": line,
	"symbol": "client.chat.completions.create",
}]})

filtered(file, line) := object.union(call(file, line), {"filtered_by": ["llm-guard"]})

desk(flows) := testing.altered(testing.desk, [["libraries", [testing.library, guard]], ["flows", flows]])

test_pass_only_when_every_call_is_filtered if {
	found := judged with input as desk([filtered("desk/answer.py", 12)])
	testing.answers(found) == {["pass", "service:openai", "filtered"]}
	some answer in found
	answer.message == "Calls to openai share their data with what filters content: llm-guard."
	answer.evidence == [{"ref": "service:openai", "file": "desk/answer.py", "line": 12}]
}

test_the_calls_that_nothing_filters_are_named if {
	half := desk([filtered("desk/answer.py", 12), call("desk/other.py", 3)])
	partly := judged with input as half
	testing.answers(partly) == {["undetermined", "service:openai", "partly-filtered"]}
	some other in partly
	other.message == "llm-guard filters calls to openai, but nothing is seen to filter 1 call (desk/other.py:3)."
	other.evidence == [{"ref": "service:openai", "file": "desk/other.py", "line": 3}]
	startswith(other.missing[0], "in the source a filter of what these calls send or get, or aigov.yaml: attestations: ")
}

test_a_guardrail_that_stands_beside_the_calls_is_told_and_no_pass if {
	found := judged with input as desk([call("desk/answer.py", 12)])
	testing.answers(found) == {["undetermined", "service:openai", "none-seen"]}
	some answer in found
	answer.message == concat(" ", [
		"Nothing in the code was found to filter 1 call (desk/answer.py:12) to openai,",
		"though llm-guard is used elsewhere.",
	])
}

test_what_is_not_used_is_not_told if {
	found := judged with input as testing.having("flows", [call("desk/answer.py", 12)])
	some answer in found
	endswith(answer.message, "(desk/answer.py:12) to openai.")
}

test_one_filtered_provider_does_not_pass_another if {
	mistral := object.union(testing.provider, {"ref": "service:mistral", "slug": "mistral", "name": "mistral"})
	to_mistral := object.union(call("desk/other.py", 3), {"provider": "mistral", "ref": "service:mistral"})
	found := judged with input as testing.altered(desk([filtered("desk/answer.py", 12), to_mistral]), [[
		"providers",
		[testing.provider, mistral],
	]])
	testing.answers(found) == {["pass", "service:openai", "filtered"], ["undetermined", "service:mistral", "none-seen"]}
}

test_embeddings_are_not_asked if {
	place := {"file": "desk/find.py", "line": 4, "symbol": "client.embeddings.create"}
	embeds := object.union(testing.flow, {"occurrences": [place]})
	found := judged with input as desk([filtered("desk/answer.py", 12), embeds])
	testing.answers(found) == {["pass", "service:openai", "filtered"]}
	alone := judged with input as desk([embeds])
	testing.answers(alone) == {["undetermined", "service:openai", "no-call-seen"]}
}

test_a_call_of_no_place_is_asked if {
	found := judged with input as desk([object.union(testing.flow, {"occurrences": []})])
	testing.answers(found) == {["undetermined", "service:openai", "none-seen"]}
}

test_a_service_that_filters_elsewhere_is_told if {
	shield := object.union(testing.provider, {
		"ref": "service:shield", "slug": "shield", "name": "Shield", "traits": ["filters-content"],
	})
	both := [testing.provider, shield]
	found := judged with input as testing.altered(testing.desk, [["libraries", []], ["providers", both]])
	some answer in found
	answer.subject == "service:openai"
	endswith(answer.message, "though Shield is used elsewhere.")
}

test_undetermined_without_a_call_that_is_seen if {
	found := judged with input as testing.having("flows", [])
	testing.answers(found) == {["undetermined", "service:openai", "no-call-seen"]}
}

test_who_only_filters_or_keeps_copies_is_not_asked if {
	filters := judged with input as testing.having("providers/0/traits", ["filters-content"])
	testing.answers(filters) == {["not_applicable", "system", "none-found"]}
	langfuse := object.union(testing.provider, {"ref": "service:langfuse", "slug": "langfuse"})
	keeps := judged with input as testing.altered(desk([filtered("desk/answer.py", 12)]), [[
		"providers",
		[testing.provider, langfuse],
	]])
	testing.answers(keeps) == {["pass", "service:openai", "filtered"]}
}

test_not_applicable_without_a_provider if {
	found := judged with input as testing.altered(testing.desk, [["providers", []], ["flows", []]])
	testing.answers(found) == {["not_applicable", "system", "none-found"]}
}

test_a_provider_that_nothing_names_is_told if {
	found := judged with input as testing.altered(testing.with_unresolved("provider"), [["providers", []], ["flows", []]])
	testing.statuses(found) == {"undetermined"}
}

test_what_a_framework_hands_on_is_asked if {
	found := judged with input as testing.only_handing_on
	testing.answers(found) == {["undetermined", "pkg:pypi/litellm@1.50.0", "none-seen"]}
}

gated contains answer if some answer in gate.over_ai_use(guardrails.needs, results)

test_nothing_is_told_without_what_it_reads if {
	every need in guardrails.needs {
		testing.misses(gated, need) with input as testing.lacking(need)
	}
}
