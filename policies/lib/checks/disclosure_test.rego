package aigov_test.lib.checks.disclosure

import data.aigov.lib.checks.disclosure
import data.aigov_test.testing

told(pairs) := answers if {
	answers := disclosure.persons("eu-ai-act", "Art. 50(1)") with input as testing.altered(testing.desk, pairs)
}

marked(pairs) := answers if {
	answers := disclosure.media("eu-ai-act", "Art. 50(2)") with input as testing.altered(testing.desk, pairs)
}

route := object.union(testing.chat, {"how": "route", "name": "http", "route": "/chat"})

message(answers) := concat("; ", {answer.message | some answer in answers})

test_a_chat_is_shown_with_the_calls_that_carry_its_text if {
	answers := told([["surfaces", [testing.chat]]])
	message(answers) == concat(" ", [
		"The component streamlit at desk/page.py:6 lets persons talk with a model,",
		"and no statement in force says how they are told.",
	])
	some answer in answers
	[place.file | some place in answer.evidence] == ["desk/page.py", "desk/answer.py"]
}

test_an_address_is_called_by_its_path if {
	startswith(message(told([["surfaces", [route]]])), "The address /chat at desk/page.py:6 lets persons talk")
	bare := object.remove(route, ["route"])
	startswith(message(told([["surfaces", [bare]]])), "The route http at desk/page.py:6 lets persons talk")
	page := object.union(testing.chat, {"route": "/chat"})
	startswith(message(told([["surfaces", [page]]])), "The component streamlit at desk/page.py:6 lets persons talk")
}

test_each_chat_is_judged_by_itself if {
	answers := told([["surfaces", [testing.chat, object.union(route, {"weak": true})]]])
	testing.answers(answers) == {["fail", "app:desk", "not-told"], ["undetermined", "app:desk", "may-not-be-told"]}
}

test_without_a_chat_the_text_of_users_counts if {
	testing.answers(told([])) == {["fail", "service:openai", "not-told"]}
	testing.answers(told([["surfaces", [testing.drawing]]])) == {["fail", "service:openai", "not-told"]}
}

test_a_chat_in_tests_is_none if {
	answers := told([["surfaces", [object.union(testing.chat, {"scope": "test"})]], ["flows", []]])
	testing.answers(answers) == {["undetermined", "system", "no-statement"]}
}

test_a_statement_speaks_for_every_chat if {
	stated := testing.altered(testing.attested("eu-ai-act/Art. 50(1)"), [["surfaces", [testing.chat]]])
	answers := disclosure.persons("eu-ai-act", "Art. 50(1)") with input as stated
	testing.answers(answers) == {["pass", "system", "stated"]}
}

test_a_call_whose_model_or_service_is_judged_is_judged_once if {
	by_model := marked([
		["surfaces", [testing.drawing]], ["models/0/id", "gpt-image-1"], ["models/0/makes", ["image"]],
	])
	testing.answers(by_model) == {["fail", "model:openai/gpt-4o-2024-08-06", "not-marked"]}
	answers := marked([["surfaces", [testing.drawing]], ["providers/0/traits", ["makes-media"]]])
	testing.answers(answers) == {["fail", "service:openai", "not-marked"]}
	startswith(message(answers), "The provider openai makes images, sound or video")
}

test_a_call_of_no_known_model_is_judged_at_its_service if {
	call := object.remove(testing.drawing, ["model"])
	answers := marked([["surfaces", [call]]])
	testing.answers(answers) == {["fail", "service:openai", "not-marked"]}
	startswith(message(answers), "The call of openai at desk/draw.py:9 makes images")
}

test_a_chat_makes_no_media if {
	testing.answers(marked([["surfaces", [testing.chat]]])) == {["undetermined", "system", "no-statement"]}
}

test_a_model_that_is_only_named_is_undetermined if {
	answers := marked([["models/0/makes", ["image"]], ["models/0/mention", true]])
	testing.statuses(answers) == {"undetermined"}
}

test_a_call_of_another_model_and_service_is_judged_too if {
	models := marked([["surfaces", [testing.drawing]], ["models/0/makes", ["image"]]])
	{answer.subject | some answer in models} == {"model:openai/gpt-4o-2024-08-06", "service:openai"}
	call := object.union(testing.drawing, {"name": "stability"})
	services := marked([["surfaces", [call]], ["providers/0/traits", ["makes-media"]]])
	{answer.subject | some answer in services} == {"service:openai", "system"}
}

test_a_statement_speaks_for_all_media if {
	stated := testing.altered(testing.attested("eu-ai-act/Art. 50(2)"), [["surfaces", [testing.drawing]]])
	answers := disclosure.media("eu-ai-act", "Art. 50(2)") with input as stated
	testing.answers(answers) == {["pass", "system", "stated"]}
}
