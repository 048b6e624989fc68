package aigov_test.lib.checks.inventory

import data.aigov.lib.checks.inventory
import data.aigov_test.testing

gap(reason, suspects) := {"reason": reason, "language": "cobol", "files": 2, "suspects": suspects}

covering(coverage) := testing.having("coverage", object.union({"known": true, "files_scanned": 8}, coverage))

incomplete := {["undetermined", "system", "incomplete"], ["pass", "system", "current"]}

unsettled := {["pass", "system", "complete"], ["undetermined", "system", "dirty"]}

test_complete_and_current if {
	results := inventory.results with input as testing.desk
	testing.answers(results) == {["pass", "system", "complete"], ["pass", "system", "current"]}
}

test_unread_files_without_an_ai_name_are_searched if {
	covered := covering({"complete": false, "suspects": 0, "gaps": [gap("unsupported-language", 0)]})
	results := inventory.results with input as covered
	testing.answers(results) == {["pass", "system", "complete-by-bytes"], ["pass", "system", "current"]}
}

test_undetermined_where_a_suspect_is_unread if {
	covered := covering({"complete": false, "suspects": 2, "gaps": [gap("unsupported-language", 2)]})
	results := inventory.results with input as covered
	testing.answers(results) == incomplete
	some answer in results
	answer.message == concat(" ", [
		"The inventory may miss AI: AI is named in what was not read:",
		"2 files of cobol (unsupported-language).",
	])
}

test_undetermined_where_bytes_could_not_be_searched if {
	every gaps in [[gap("unreadable", 0)], [], [{"reason": "too-large", "files": 1}]] {
		results := inventory.results with input as covering({"complete": false, "suspects": 0, "gaps": gaps})
		testing.answers(results) == incomplete
	}
	unsummed := inventory.results with input as covering({"complete": false, "gaps": [gap("too-large", 0)]})
	testing.answers(unsummed) == incomplete
}

test_complete_also_where_the_number_of_files_is_not_said if {
	results := inventory.results with input as testing.lacking("coverage/files_scanned")
	testing.says(results, "pass", "system", "complete")
}

test_undetermined_where_coverage_is_not_known if {
	claimed := inventory.results with input as covering({"known": false, "complete": true})
	testing.answers(claimed) == incomplete
	silent := inventory.results with input as covering({"known": false, "complete": false})
	testing.answers(silent) == incomplete
}

test_undetermined_without_a_commit if {
	results := inventory.results with input as testing.lacking("bom/commit")
	testing.answers(results) == {["pass", "system", "complete"], ["undetermined", "system", "no-commit"]}
}

test_undetermined_on_a_dirty_tree if {
	dirty := inventory.results with input as testing.having("bom/dirty", true)
	testing.answers(dirty) == unsettled
	silent := inventory.results with input as testing.lacking("bom/dirty")
	testing.answers(silent) == unsettled
}

test_a_claim_to_be_complete_and_a_list_of_gaps_is_complete_once if {
	both := covering({"complete": true, "suspects": 0, "gaps": [gap("too-large", 0)]})
	results := inventory.results with input as both
	testing.answers(results) == {["pass", "system", "complete"], ["pass", "system", "current"]}
	unknown := covering({"known": false, "complete": false, "suspects": 0, "gaps": [gap("too-large", 0)]})
	silent := inventory.results with input as unknown
	not ["pass", "system", "complete-by-bytes"] in testing.answers(silent)
}

test_neither_dirty_nor_current_without_a_commit if {
	bare := object.union(testing.lacking("bom/commit"), {"bom": {"dirty": true}})
	results := inventory.results with input as bare
	testing.answers(results) == {["pass", "system", "complete"], ["undetermined", "system", "no-commit"]}
}

test_unread_files_are_told_once if {
	results := inventory.results with input as covering({"known": false, "complete": false})
	count([answer | some answer in results; answer.code == "incomplete"]) == 1
}
