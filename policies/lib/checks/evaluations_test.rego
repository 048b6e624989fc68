package aigov_test.lib.checks.evaluations

import data.aigov.lib.checks.evaluations
import data.aigov_test.testing

results := evaluations.results("nist-ai-rmf", "MEASURE 2.1", "safety")

model := "model:openai/gpt-4o-2024-08-06"

test_pass_on_a_record_of_this_version if {
	found := results with input as testing.desk
	testing.answers(found) == {["pass", model, "evaluated"]}
}

test_a_record_counts_with_a_name_a_result_the_topic_and_a_day if {
	every changed in [{"by": " "}, {"result": " "}, {"covers": ["bias"]}, testing.lapsed] {
		record := object.union(testing.evaluation, changed)
		found := results with input as testing.having("declarations/evaluations", [record])
		testing.answers(found) == {["undetermined", model, "not-evaluated"]}
	}
}

test_a_model_that_is_not_named_stays_open if {
	beside := results with input as testing.with_unresolved("model")
	testing.answers(beside) == {["pass", model, "evaluated"], ["undetermined", "service:openai", "unresolved"]}
	alone := results with input as testing.only_unresolved("models", "model")
	testing.answers(alone) == {["undetermined", "service:openai", "unresolved"]}
}

test_not_applicable_without_models if {
	found := results with input as testing.having("models", [])
	testing.answers(found) == {["not_applicable", "system", "none-found"]}
}

test_pass_on_a_statement if {
	found := results with input as testing.attested("nist-ai-rmf/MEASURE 2.1")
	testing.answers(found) == {["pass", "system", "stated"]}
}
