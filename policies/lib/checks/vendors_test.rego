package aigov_test.lib.checks.vendors

import data.aigov.lib.checks.vendors
import data.aigov.lib.gate
import data.aigov_test.testing

test_fail_on_a_name if {
	found := vendors.results with input as testing.altered(testing.desk, [
		["declarations/system/restricted", ["provider:open*"]],
	])
	testing.says(found, "fail", "service:openai", "barred")
}

test_fail_on_a_seat if {
	found := vendors.results with input as testing.altered(testing.desk, [
		["declarations/system/restricted", ["jurisdiction:US"]],
	])
	testing.says(found, "fail", "service:openai", "barred")
}

test_undetermined_on_an_unknown_seat if {
	found := vendors.results with input as testing.lacking("providers/0/jurisdiction")
	testing.says(found, "undetermined", "service:openai", "seat-unknown")
}

test_undetermined_without_a_list if {
	found := vendors.results with input as testing.lacking("declarations/system/restricted")
	testing.answers(found) == {["undetermined", "system", "no-list"]}
}

test_a_list_that_nobody_stands_by_counts_as_absent if {
	stated := object.union(testing.stated, testing.lapsed)
	lapsed := testing.altered(testing.desk, [["declarations/system/stated", stated]])
	every document in [lapsed, testing.lacking("declarations/system/stated")] {
		found := vendors.results with input as document
		testing.answers(found) == {["undetermined", "system", "no-list"]}
	}
	over := vendors.results with input as lapsed
	some answer in over
	answer.missing == ["aigov.yaml: new on and expires for system.stated"]
	endswith(answer.message, "may not be used (what Jo Keller says of it was valid until 2026-09-30).")
}

test_pass_when_not_barred if {
	found := vendors.results with input as testing.desk
	testing.says(found, "pass", "service:openai", "not-barred")
}

test_not_applicable_without_vendors if {
	found := vendors.results with input as object.union(testing.desk, {"providers": [], "libraries": [], "models": []})
	testing.says(found, "not_applicable", "system", "none-found")
}

test_not_applicable_to_software_without_a_vendor if {
	found := vendors.results with input as testing.lacking("libraries/0/jurisdiction")
	testing.says(found, "not_applicable", "pkg:pypi/openai@1.55.0", "no-seat")
}

test_not_applicable_without_vendors_and_without_a_list if {
	unlisted := testing.lacking("declarations/system/restricted")
	bare := object.union(unlisted, {"providers": [], "libraries": [], "models": []})
	found := vendors.results with input as bare
	testing.answers(found) == {["not_applicable", "system", "none-found"]}
}

test_another_name_bars_nobody if {
	every entry in ["provider:mistral*", "openai", "jurisdiction:openai"] {
		found := vendors.results with input as testing.having("declarations/system/restricted", [entry])
		testing.statuses(found) == {"pass"}
	}
}

gated contains answer if some answer in gate.over_ai_use(vendors.needs, vendors.results)

test_nothing_is_told_without_what_it_reads if {
	every need in ["context/evaluated_at_ns", "providers", "libraries", "models", "observers", "unresolved"] {
		testing.misses(gated, need) with input as testing.lacking(need)
	}
}

test_a_seat_matters_only_where_seats_are_barred if {
	by_name := testing.having("declarations/system/restricted", ["provider:mistral"])
	service := vendors.results with input as json.remove(by_name, ["providers/0/jurisdiction"])
	testing.statuses(service) == {"pass"}
	library := vendors.results with input as json.remove(by_name, ["libraries/0/jurisdiction"])
	testing.statuses(library) == {"pass"}
}

made_elsewhere := testing.altered(testing.desk, [
	["models/0/publisher", "deepseek"], ["models/0/jurisdiction", "CN"],
	["declarations/system/restricted", ["jurisdiction:CN"]],
])

model := "model:openai/gpt-4o-2024-08-06"

test_the_maker_of_a_model_that_another_serves_is_judged if {
	by_seat := vendors.results with input as made_elsewhere
	testing.says(by_seat, "fail", model, "barred")
	barred_name := testing.altered(made_elsewhere, [["declarations/system/restricted", ["provider:deepseek"]]])
	by_name := vendors.results with input as barred_name
	testing.says(by_name, "fail", model, "barred")
	named := vendors.results with input as testing.altered(made_elsewhere, [["models/0/mention", true]])
	testing.says(named, "undetermined", model, "barred")
	some answer in by_seat
	answer.message == concat(" ", [
		"The model gpt-4o-2024-08-06 of deepseek is used,",
		"which aigov.yaml bars (jurisdiction:CN).",
	])
}

test_a_maker_whose_seat_nobody_knows_is_undetermined if {
	found := vendors.results with input as json.remove(made_elsewhere, ["models/0/jurisdiction"])
	testing.says(found, "undetermined", model, "seat-unknown")
}

test_who_gets_copies_is_judged if {
	outside := testing.altered(testing.desk, [
		["observers/0/exposure", "public"], ["declarations/system/restricted", ["provider:langfuse"]],
	])
	found := vendors.results with input as outside
	testing.says(found, "fail", "system", "barred")
	every exposure in ["private", "loopback"] {
		at_home := vendors.results with input as testing.altered(outside, [["observers/0/exposure", exposure]])
		not "fail" in testing.statuses(at_home)
	}
	unsaid := vendors.results with input as json.remove(outside, ["observers/0/exposure"])
	testing.says(unsaid, "fail", "system", "barred")
	langfuse := object.union(testing.provider, {"ref": "service:langfuse", "slug": "langfuse", "name": "Langfuse"})
	twice := vendors.results with input as testing.altered(outside, [["providers/0", langfuse]])
	testing.says(twice, "fail", "service:langfuse", "barred")
	not testing.says(twice, "fail", "system", "barred")
}

test_a_provider_that_the_source_does_not_name_is_open if {
	open := vendors.results with input as testing.with_unresolved("provider")
	testing.says(open, "undetermined", "service:openai", "unresolved")
	nobody := testing.altered(testing.with_unresolved("provider"), [["providers", []], ["libraries", []], ["models", []]])
	alone := vendors.results with input as nobody
	testing.answers(alone) == {["undetermined", "system", "unresolved"]}
}

unknown_maker := json.remove(testing.desk, ["models/0/publisher"])

test_a_model_that_nobody_is_known_to_have_made_is_undetermined if {
	found := vendors.results with input as unknown_maker
	testing.says(found, "undetermined", model, "maker-unknown")
	"Who made the model gpt-4o-2024-08-06 is not known, so nor whether aigov.yaml bars its maker." in {answer.message |
		some answer in found
	}
	nobody_barred := vendors.results with input as testing.altered(unknown_maker, [["declarations/system/restricted", []]])
	testing.statuses(nobody_barred) == {"pass"}
}

test_a_model_of_an_unknown_maker_is_something_to_judge if {
	only := testing.altered(unknown_maker, [["providers", []], ["libraries", []]])
	found := vendors.results with input as only
	testing.answers(found) == {["undetermined", model, "maker-unknown"]}
	no_list := vendors.results with input as json.remove(only, ["declarations/system/restricted"])
	testing.answers(no_list) == {["undetermined", "system", "no-list"]}
}

test_without_a_model_the_others_are_judged if {
	no_model := testing.having("models", [])
	found := vendors.results with input as no_model
	testing.statuses(found) == {"pass"}
	no_list := vendors.results with input as json.remove(no_model, ["declarations/system/restricted"])
	testing.answers(no_list) == {["undetermined", "system", "no-list"]}
}

test_an_address_that_is_set_at_run_time_may_be_a_barred_vendors if {
	open := testing.with_unresolved("endpoint")
	found := vendors.results with input as open
	testing.says(found, "undetermined", "service:openai", "anyones-address")
	nobody_barred := vendors.results with input as testing.altered(open, [["declarations/system/restricted", []]])
	testing.statuses(nobody_barred) == {"pass"}
}

test_a_model_that_is_set_at_run_time_may_be_of_a_barred_maker if {
	open := testing.with_unresolved("model")
	found := vendors.results with input as open
	testing.says(found, "undetermined", "service:openai", "unresolved")
	nobody_barred := vendors.results with input as testing.altered(open, [["declarations/system/restricted", []]])
	testing.statuses(nobody_barred) == {"pass"}
}
