package aigov_test.lib.checks.inventory

import data.aigov.lib.checks.inventory
import data.aigov_test.testing

gap(reason, suspects) := {"reason": reason, "language": "cobol", "files": 2, "suspects": suspects}

covering(coverage) := testing.having("coverage", object.union({"known": true, "files_scanned": 8}, coverage))

young := ["pass", "system", "young"]

settled := {["pass", "system", "complete"], ["pass", "system", "current"], young}

incomplete := {["undetermined", "system", "incomplete"], ["pass", "system", "current"], young}

unsettled := {["pass", "system", "complete"], ["undetermined", "system", "dirty"], ["pass", "system", "young"]}

test_complete_and_current if {
	results := inventory.results(90) with input as testing.desk
	testing.answers(results) == settled
}

test_unread_files_without_an_ai_name_are_searched if {
	every reason in ["unsupported-language", "too-large", "undecodable", "generated", "vendored", "binary"] {
		covered := covering({"complete": false, "suspects": 0, "gaps": [gap(reason, 0)]})
		results := inventory.results(90) with input as covered
		testing.answers(results) == {["pass", "system", "complete-by-bytes"], ["pass", "system", "current"], young}
	}
}

test_undetermined_where_a_suspect_is_unread if {
	covered := covering({"complete": false, "suspects": 2, "gaps": [gap("unsupported-language", 2)]})
	results := inventory.results(90) with input as covered
	testing.answers(results) == incomplete
	some answer in results
	answer.message == concat(" ", [
		"The inventory may miss AI: AI is named in what is left open:",
		"2 cobol files in a language that is not parsed.",
	])
}

test_undetermined_where_bytes_could_not_be_searched if {
	every gaps in [[gap("unreadable", 0)], [], [{"reason": "too-large", "files": 1}]] {
		results := inventory.results(90) with input as covering({"complete": false, "suspects": 0, "gaps": gaps})
		testing.answers(results) == incomplete
	}
	unsummed := inventory.results(90) with input as covering({"complete": false, "gaps": [gap("too-large", 0)]})
	testing.answers(unsummed) == incomplete
}

test_complete_also_where_the_number_of_files_is_not_said if {
	results := inventory.results(90) with input as testing.lacking("coverage/files_scanned")
	testing.says(results, "pass", "system", "complete")
}

test_undetermined_where_coverage_is_not_known if {
	claimed := inventory.results(90) with input as covering({"known": false, "complete": true})
	testing.answers(claimed) == incomplete
	silent := inventory.results(90) with input as covering({"known": false, "complete": false})
	testing.answers(silent) == incomplete
}

test_undetermined_without_a_commit if {
	results := inventory.results(90) with input as testing.lacking("bom/commit")
	testing.answers(results) == {
		["pass", "system", "complete"],
		["undetermined", "system", "no-commit"],
		["pass", "system", "young"],
	}
}

test_undetermined_on_a_dirty_tree if {
	dirty := inventory.results(90) with input as testing.having("bom/dirty", true)
	testing.answers(dirty) == unsettled
	silent := inventory.results(90) with input as testing.lacking("bom/dirty")
	testing.answers(silent) == unsettled
}

test_a_claim_to_be_complete_and_a_list_of_gaps_is_complete_once if {
	both := covering({"complete": true, "suspects": 0, "gaps": [gap("too-large", 0)]})
	results := inventory.results(90) with input as both
	testing.answers(results) == settled
	unknown := covering({"known": false, "complete": false, "suspects": 0, "gaps": [gap("too-large", 0)]})
	silent := inventory.results(90) with input as unknown
	not ["pass", "system", "complete-by-bytes"] in testing.answers(silent)
}

test_neither_dirty_nor_current_without_a_commit if {
	bare := object.union(testing.lacking("bom/commit"), {"bom": {"dirty": true}})
	results := inventory.results(90) with input as bare
	testing.answers(results) == {
		["pass", "system", "complete"],
		["undetermined", "system", "no-commit"],
		["pass", "system", "young"],
	}
}

test_unread_files_are_told_once if {
	results := inventory.results(90) with input as covering({"known": false, "complete": false})
	count([answer | some answer in results; answer.code == "incomplete"]) == 1
}

dated(timestamp_ns) := testing.altered(testing.desk, [
	["bom/timestamp_ns", timestamp_ns],
	["bom/timestamp", "2026-08-25T00:00:00Z"],
])

test_young_until_the_last_day if {
	results := inventory.results(90) with input as dated(testing.now - (90 * 86400000000000))
	testing.says(results, "pass", "system", "young")
}

test_old_after_it if {
	results := inventory.results(90) with input as dated((testing.now - (90 * 86400000000000)) - 1)
	testing.says(results, "undetermined", "system", "old")
	some answer in results
	answer.message == "The inventory is of 2026-08-25, 90 days ago, and may be 90 old."
}

test_old_also_where_the_day_is_not_spelled_out if {
	old := json.remove(dated(testing.now - (91 * 86400000000000)), ["bom/timestamp"])
	results := inventory.results(90) with input as old
	testing.says(results, "undetermined", "system", "old")
}

test_the_age_is_a_parameter if {
	results := inventory.results(1) with input as dated(testing.now - (2 * 86400000000000))
	testing.says(results, "undetermined", "system", "old")
}

test_clocks_may_differ_by_a_day if {
	near := inventory.results(90) with input as dated(testing.now + 86400000000000)
	testing.says(near, "pass", "system", "young")
	far := inventory.results(90) with input as dated((testing.now + 86400000000000) + 1)
	testing.answers(far) == {
		["pass", "system", "complete"],
		["pass", "system", "current"],
		["undetermined", "system", "dated-ahead"],
	}
}

test_undetermined_without_a_date if {
	results := inventory.results(90) with input as testing.lacking("bom/timestamp_ns")
	testing.answers(results) == {
		["pass", "system", "complete"],
		["pass", "system", "current"],
		["undetermined", "system", "no-date"],
	}
}

own(state) := testing.having("bom/own_entries", [{"id": "acme", "change": "added", "state": state}])

test_the_same_own_entries_change_nothing if {
	results := inventory.results(90) with input as own("same")
	testing.statuses(results) == {"pass"}
}

test_undetermined_where_own_entries_of_the_scan_are_not_at_hand if {
	every state in ["absent", "differs"] {
		results := inventory.results(90) with input as own(state)
		testing.says(results, "undetermined", "system", "other-catalogue")
	}
}

test_undetermined_where_the_scan_lacked_entries if {
	results := inventory.results(90) with input as own("not-scanned")
	testing.says(results, "undetermined", "system", "not-looked-for")
	not testing.says(results, "undetermined", "system", "other-catalogue")
}
