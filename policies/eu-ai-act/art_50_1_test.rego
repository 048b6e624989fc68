package aigov_test.eu_ai_act.art_50_1

import data.aigov.eu_ai_act.rules.art_50_1 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"context/evaluated_at_ns",
	"system/ref",
	"flows",
	"surfaces",
]

passing := testing.altered(testing.attested("eu-ai-act/Art. 50(1)"), [["declarations/system/role", "provider"]])

test_pass if {
	found := results with input as passing
	testing.statuses(found) == {"pass"}
}

test_fail_where_users_are_not_told if {
	found := results with input as testing.altered(passing, [["declarations/attestations", []]])
	testing.says(found, "fail", "service:openai", "not-told")
}

test_fail_on_a_chat_without_a_statement if {
	found := results with input as testing.altered(passing, [
		["declarations/attestations", []], ["surfaces", [testing.chat]],
	])
	testing.answers(found) == {["fail", "app:desk", "not-told"]}
}

test_undetermined_on_what_may_be_a_chat_among_persons if {
	found := results with input as testing.altered(passing, [
		["declarations/attestations", []], ["surfaces", [object.union(testing.chat, {"weak": true})]],
	])
	testing.answers(found) == {["undetermined", "app:desk", "may-not-be-told"]}
}

test_undetermined_without_text_of_users if {
	found := results with input as testing.altered(passing, [
		["declarations/attestations", []], ["flows/0/classes", []],
	])
	testing.says(found, "undetermined", "system", "no-statement")
}

test_not_applicable_to_another_role if {
	found := results with input as testing.altered(passing, [["declarations/system/role", "deployer"]])
	testing.says(found, "not_applicable", "system", "other-role")
}

test_not_applicable_outside_the_union if {
	found := results with input as testing.abroad(passing)
	testing.says(found, "not_applicable", "system", "outside-eu")
}

test_not_applicable_without_ai if {
	found := results with input as testing.no_ai
	testing.says(found, "not_applicable", "system", "no-ai")
}

test_undetermined_on_empty_input if {
	every need in needs {
		testing.misses(results, need) with input as testing.empty
	}
}

test_undetermined_without_each_fact if {
	every need in needs {
		testing.misses(results, need) with input as json.remove(passing, [need])
	}
}
