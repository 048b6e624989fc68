package aigov_test.lib.unresolved

import data.aigov.lib.unresolved
import data.aigov_test.testing

test_undetermined_at_the_place if {
	results := unresolved.results({"model"}) with input as testing.with_unresolved("model")
	testing.says(results, "undetermined", "service:openai", "unresolved")
	some answer in results
	answer.missing == ["in the source a default for MODEL"]
	answer.evidence == [{"ref": "service:openai", "file": "desk/answer.py", "line": 12}]
}

test_without_a_variable if {
	item := object.remove(testing.unresolved, ["variable"])
	results := unresolved.results({"model"}) with input as testing.having("unresolved", [item])
	some answer in results
	answer.missing == ["in the source a constant or a default that names the model"]
}

test_other_kinds_do_not_count if {
	count(unresolved.results({"endpoint"})) == 0 with input as testing.with_unresolved("model")
}

test_data_that_a_framework_hands_on_is_open if {
	found := unresolved.results({"provider"}) with input as testing.handing_on
	testing.answers(found) == {["undetermined", testing.framework.ref, "handed-on"]}
	others := unresolved.results({"model", "endpoint"}) with input as testing.handing_on
	count(others) == 0
	named := unresolved.named({"provider"}) with input as testing.handing_on
	count(named) == 0
	some answer in found
	answer.message == "Which provider gets what litellm is given cannot be told from the source."
	answer.evidence == [{"ref": testing.framework.ref, "file": "desk/route.py", "line": 7}]
}
