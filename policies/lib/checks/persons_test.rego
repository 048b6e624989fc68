package aigov_test.lib.checks.persons

import data.aigov.lib.checks.persons
import data.aigov_test.testing

results contains answer if {
	some answer in persons.results("nist-ai-rmf", "MAP 5.1") with data.aigov.lib.facts as testing.facts
}

sending(class) := testing.altered(testing.desk, [["flows/0/classes", [class]], ["providers/0/data", []]])

test_fail_on_data_of_persons_without_a_statement if {
	every class in ["personal", "special-category", "financial"] {
		found := results with input as sending(class)
		testing.answers(found) == {["fail", "service:openai", "not-assessed"]}
	}
}

test_other_data_asks_for_the_statement_alone if {
	found := results with input as sending("user-content")
	testing.answers(found) == {["undetermined", "system", "no-statement"]}
}

test_fail_on_a_signal_without_a_statement if {
	found := results with input as testing.altered(sending("user-content"), [["indicators", [testing.hiring]]])
	testing.answers(found) == {["fail", "app:desk", "recruitment"]}
}

test_pass_on_a_statement if {
	found := results with input as testing.explained(testing.hiring, "nist-ai-rmf/MAP 5.1")
	testing.answers(found) == {["pass", "system", "stated"]}
}

test_fail_on_personal_data_that_a_framework_hands_on if {
	found := persons.results("iso-42001", "A.5.4") with input as testing.only_handing_on
		with data.aigov.lib.facts as testing.facts
	testing.answers(found) == {["fail", testing.framework.ref, "not-assessed"]}
	harmless := testing.altered(testing.only_handing_on, [["flows/0/classes", ["user-content"]]])
	none := persons.results("iso-42001", "A.5.4") with input as harmless with data.aigov.lib.facts as testing.facts
	testing.answers(none) == {["undetermined", "system", "no-statement"]}
	some answer in found
	startswith(answer.message, "personal data is handed on by litellm, and no statement in force says how its impact")
	answer.evidence == [{"ref": testing.framework.ref, "file": "desk/route.py", "line": 7}]
	answer.missing == ["aigov.yaml: attestations: {control: iso-42001/A.5.4, statement, by, on, expires}"]
}
