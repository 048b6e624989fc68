package aigov_test.lib.checks.inventory

import data.aigov.lib.checks.inventory
import data.aigov_test.testing

gap(reason, suspects) := {"reason": reason, "language": "cobol", "files": 2, "suspects": suspects}

covering(coverage) := testing.having("coverage", object.union({"known": true, "files_scanned": 8}, coverage))

test_complete_and_current if {
	results := inventory.results with input as testing.desk
	testing.statuses(results) == {"pass"}
	testing.says(results, "pass", "system", "complete")
	testing.says(results, "pass", "system", "current")
}

test_unread_files_without_an_ai_name_are_searched if {
	covered := covering({"complete": false, "suspects": 0, "gaps": [gap("unsupported-language", 0)]})
	results := inventory.results with input as covered
	testing.statuses(results) == {"pass"}
	testing.says(results, "pass", "system", "complete-by-bytes")
}

test_undetermined_where_a_suspect_is_unread if {
	covered := covering({"complete": false, "suspects": 2, "gaps": [gap("unsupported-language", 2)]})
	results := inventory.results with input as covered
	testing.says(results, "undetermined", "system", "incomplete")
	some answer in results
	answer.message == "The inventory may miss AI: AI is named in what was not read: 2 files of cobol (unsupported-language)."
}

test_undetermined_where_bytes_could_not_be_searched if {
	every gaps in [[gap("unreadable", 0)], [], [{"reason": "too-large", "files": 1}]] {
		results := inventory.results with input as covering({"complete": false, "suspects": 0, "gaps": gaps})
		testing.says(results, "undetermined", "system", "incomplete")
	}
	unsummed := inventory.results with input as covering({"complete": false, "gaps": [gap("too-large", 0)]})
	testing.says(unsummed, "undetermined", "system", "incomplete")
}

test_complete_also_where_the_number_of_files_is_not_said if {
	results := inventory.results with input as testing.lacking("coverage/files_scanned")
	testing.says(results, "pass", "system", "complete")
}

test_undetermined_where_coverage_is_not_known if {
	claimed := inventory.results with input as covering({"known": false, "complete": true})
	testing.says(claimed, "undetermined", "system", "incomplete")
	silent := inventory.results with input as covering({"known": false, "complete": false})
	testing.says(silent, "undetermined", "system", "incomplete")
}

test_undetermined_without_a_commit if {
	results := inventory.results with input as testing.lacking("bom/commit")
	testing.says(results, "undetermined", "system", "no-commit")
}

test_undetermined_on_a_dirty_tree if {
	dirty := inventory.results with input as testing.having("bom/dirty", true)
	testing.says(dirty, "undetermined", "system", "dirty")
	silent := inventory.results with input as testing.lacking("bom/dirty")
	testing.says(silent, "undetermined", "system", "dirty")
}
