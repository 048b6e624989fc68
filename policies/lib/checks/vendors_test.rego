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

test_pass_when_not_barred if {
	found := vendors.results with input as testing.desk
	testing.says(found, "pass", "service:openai", "not-barred")
}

test_not_applicable_without_vendors if {
	found := vendors.results with input as testing.altered(testing.desk, [["providers", []], ["libraries", []]])
	testing.says(found, "not_applicable", "system", "none-found")
}

test_not_applicable_to_software_without_a_vendor if {
	found := vendors.results with input as testing.lacking("libraries/0/jurisdiction")
	testing.says(found, "not_applicable", "pkg:pypi/openai@1.55.0", "no-seat")
}

test_not_applicable_without_vendors_and_without_a_list if {
	bare := object.union(testing.lacking("declarations/system/restricted"), {"providers": [], "libraries": []})
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
	every need in ["providers", "libraries"] {
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
