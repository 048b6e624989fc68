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
	others := unresolved.results({"endpoint"}) with input as testing.handing_on
	count(others) == 0
	named := unresolved.named({"provider"}) with input as testing.handing_on
	count(named) == 0
	found := unresolved.results({"provider"}) with input as testing.handing_on
	testing.answers(found) == {["undetermined", testing.framework.ref, "handed-on"]}
	some answer in found
	answer.message == "Which provider gets what litellm is given cannot be told from the source."
	answer.missing == ["in the source the provider that litellm is to use"]
	answer.evidence == [{"ref": testing.framework.ref, "file": "desk/route.py", "line": 7}]
}

test_the_model_of_what_is_handed_on_is_open_too if {
	alone := unresolved.results({"model"}) with input as testing.handing_on
	testing.answers(alone) == {["undetermined", testing.framework.ref, "handed-on"]}
	found := unresolved.results({"model", "provider"}) with input as testing.handing_on
	count(found) == 1
	some answer in found
	answer.message == "Which model or provider gets what litellm is given cannot be told from the source."
	answer.missing == ["in the source the model that litellm is to use"]
}

test_whose_protocol_others_speak_may_be_answered_by_anyone if {
	found := unresolved.answered_by_anyone with input as testing.with_unresolved("endpoint")
	testing.answers(found) == {["undetermined", "service:openai", "anyones-address"]}
	some answer in found
	contains(answer.message, "others speak its protocol, and its address is open (set at run time).")
}

test_each_protocol_that_others_speak_is_known if {
	every slug in ["anthropic", "openai", "openai-compatible"] {
		open := object.union(testing.unresolved, {"what": "endpoint", "slug": slug})
		found := unresolved.answered_by_anyone with input as testing.having("unresolved", [open])
		count(found) == 1
	}
}

test_an_open_address_of_a_protocol_of_its_own_is_that_providers if {
	azure := object.union(testing.unresolved, {"what": "endpoint", "slug": "azure-openai"})
	none := unresolved.answered_by_anyone with input as testing.having("unresolved", [azure])
	count(none) == 0
	model := unresolved.answered_by_anyone with input as testing.with_unresolved("model")
	count(model) == 0
}
