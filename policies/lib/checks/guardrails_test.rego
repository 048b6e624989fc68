package aigov_test.lib.checks.guardrails

import data.aigov.lib.checks.guardrails
import data.aigov.lib.gate
import data.aigov_test.testing

test_pass_on_a_statement if {
	found := guardrails.results("nist-ai-rmf", "MEASURE 2.6") with input as testing.attested("nist-ai-rmf/MEASURE 2.6")
	testing.says(found, "pass", "system", "stated")
}

results := guardrails.results("nist-ai-rmf", "MEASURE 2.6")

called := [{"file": "desk/answer.py", "line": 2, "symbol": "guard.validate"}]

test_pass_on_a_library_or_a_service_that_filters if {
	library := results with input as testing.altered(testing.desk, [
		["libraries/0/traits", ["filters-content"]], ["libraries/0/occurrences", called],
	])
	testing.answers(library) == {["pass", "pkg:pypi/openai@1.55.0", "guardrail"]}
	service := results with input as testing.having("providers/0/traits", ["filters-content"])
	testing.answers(service) == {["pass", "service:openai", "guardrail"]}
}

test_undetermined_where_only_a_manifest_names_one if {
	found := results with input as testing.having("libraries/0/traits", ["filters-content"])
	testing.answers(found) == {["undetermined", "pkg:pypi/openai@1.55.0", "only-listed"]}
	some answer in found
	answer.evidence == [{"ref": "pkg:pypi/openai@1.55.0", "file": "requirements.lock", "line": 4}]
}

test_undetermined_where_none_is_seen if {
	found := results with input as testing.altered(testing.desk, [["libraries/0/traits", ["records-calls"]]])
	testing.answers(found) == {["undetermined", "system", "none-seen"]}
}

gated contains answer if some answer in gate.over_ai_use(guardrails.needs, results)

test_nothing_is_told_without_what_it_reads if {
	every need in ["context/evaluated_at_ns", "libraries", "providers"] {
		testing.misses(gated, need) with input as testing.lacking(need)
	}
}
