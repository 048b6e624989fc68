package aigov_test.lib.gate

import data.aigov.lib.gate
import data.aigov.lib.result
import data.aigov_test.testing

found := {"found"}

test_passes_on_what_was_found if gate.over_ai_use(["models"], found) == found with input as testing.desk

test_not_applicable_without_ai if {
	results := gate.over_ai_use(["models"], found) with input as testing.no_ai
	testing.statuses(results) == {"not_applicable"}
	testing.says(results, "not_applicable", "system", "no-ai")
	some answer in results
	answer.message == "No AI use found (8 files scanned)."
}

test_undetermined_when_ai_may_be_unread if {
	unread := object.union(testing.desk, {"ai_use": "undetermined", "coverage": {
		"complete": false, "suspects": 2,
		"gaps": [{"reason": "unsupported-language", "language": "cobol", "files": 2, "suspects": 2}],
	}})
	results := gate.over_ai_use([], found) with input as unread
	testing.says(results, "undetermined", "system", "ai-use-unknown")
	some answer in results
	answer.message == concat(" ", [
		"No AI use found, but AI is named in what is left open:",
		"2 cobol files in a language that is not parsed.",
	])
}

test_a_claim_of_no_ai_without_a_search_is_not_believed if {
	claim := object.union(testing.desk, {"ai_use": "none", "coverage": {"known": false}})
	results := gate.over_ai_use([], found) with input as claim
	testing.statuses(results) == {"undetermined"}
}

test_undetermined_on_a_value_that_is_none_of_the_three if {
	results := gate.over_ai_use([], found) with input as testing.having("ai_use", "maybe")
	testing.statuses(results) == {"undetermined"}
}

test_undetermined_on_empty_input if {
	results := gate.over_ai_use(["models"], found) with input as testing.empty
	testing.says(results, "undetermined", "system", "facts-absent")
	some answer in results
	answer.missing == ["ai_use", "coverage/known", "coverage/complete", "models"]
}

test_undetermined_where_nobody_saw_a_file if {
	every reason in ["truncated: more than 9 files", "unreadable"] {
		unseen := object.union(testing.no_ai, {"coverage": {
			"known": true, "complete": false, "suspects": 0,
			"gaps": [{"reason": reason, "files": 1, "suspects": 0}],
		}})
		testing.statuses(gate.over_ai_use([], found)) == {"undetermined"} with input as unseen
	}
}

# What scans leave open: AI is named there, nobody saw it, the scan ended before it, or the BOM does not say.
left_open := [
	{"complete": false, "known": true, "suspects": 2, "gaps": [{"reason": "too-large", "files": 2, "suspects": 2}]},
	{"complete": false, "known": true, "suspects": 0, "gaps": [{"reason": "unreadable", "files": 1, "suspects": 0}]},
	{"complete": false, "known": true, "suspects": 0, "gaps": [{"reason": "truncated: time", "files": 1, "suspects": 0}]},
	{"complete": true, "known": false},
	{"complete": false, "known": false},
]

approved := result.pass("model:a", "approved", "It is approved.", [])

stated := result.pass("system", "stated", "Jo Keller states it.", [])

not_approved := result.fail("model:b", "not-approved", "It is not.", [], [])

test_that_all_that_was_found_passes_says_nothing_of_what_was_not_searched if {
	every coverage in left_open {
		results := gate.over_ai_use([], {approved, stated}) with input as testing.having("coverage", coverage)
		testing.answers(results) == {
			["pass", "model:a", "approved"], ["pass", "system", "stated"],
			["undetermined", "system", "not-all-searched"],
		}
	}
}

test_it_says_what_was_not_searched if {
	results := gate.over_ai_use([], {approved}) with input as testing.having("coverage", left_open[0])
	some answer in results
	answer.message == concat(" ", [
		"All that was found passes, but there may be more:",
		"AI is named in what is left open: 2 files too large, not parsed.",
	])
	answer.missing == ["a scan that reads these files", "where none can, aigov.yaml: waivers"]
}

test_no_scan_takes_back_what_somebody_says if {
	every coverage in left_open {
		gate.over_ai_use([], {stated}) == {stated} with input as testing.having("coverage", coverage)
	}
}

test_what_is_open_anyway_is_said_once if {
	both := {approved, not_approved}
	every coverage in left_open {
		gate.over_ai_use([], both) == both with input as testing.having("coverage", coverage)
	}
	unsure := {approved, result.undetermined("model:b", "alias", "It is not known.", [], [])}
	gate.over_ai_use([], unsure) == unsure with input as testing.having("coverage", left_open[0])
	outside := {result.not_applicable("system", "none-found", "No agent found.", [])}
	gate.over_ai_use([], outside) == outside with input as testing.having("coverage", left_open[0])
}

test_what_was_searched_in_bytes_leaves_nothing_open if {
	searched := {
		"complete": false, "known": true, "suspects": 0,
		"gaps": [{"reason": "too-large", "files": 2, "suspects": 0}],
	}
	gate.over_ai_use([], {approved}) == {approved} with input as testing.having("coverage", searched)
}

test_passes_that_rest_on_no_search if {
	codes := [
		"complete", "complete-by-bytes", "contact", "current", "declared", "in-force", "purpose", "stated", "users",
		"young",
	]
	every code in codes {
		word := {result.pass("system", code, "It holds.", [])}
		gate.over_ai_use([], word) == word with input as testing.having("coverage", left_open[0])
	}
}

test_a_sign_that_a_person_explains_rests_on_no_search if {
	every path in ["/declarations/system/risk_class", "/declarations/attestations/2"] {
		explained := {result.pass("app:desk", "recruitment", "A person explains it.", [{"ref": "app:desk"}, {"path": path}])}
		gate.over_ai_use([], explained) == explained with input as testing.having("coverage", left_open[0])
	}
	approval := {result.pass("model:a", "approved", "It is approved.", [{"path": "/declarations/models/0"}])}
	found_alone := gate.over_ai_use([], approval) with input as testing.having("coverage", left_open[0])
	testing.statuses(found_alone) == {"pass", "undetermined"}
}

test_a_null_is_absent if {
	gate.absent(["ai_use"]) == ["ai_use"] with input as {"ai_use": null}
	gate.absent(["a/b"]) == ["a/b"] with input as {"a": 1}
}

test_none_found_names_what_was_searched if {
	answer := gate.none_found("model") with input as testing.lacking("coverage/files_scanned")
	answer.status == "not_applicable"
	answer.message == "No model found (number of files not said)."
}

test_none_found_is_undetermined_where_not_all_was_searched if {
	foreign := testing.having("coverage", {"known": false, "complete": false})
	answer := gate.none_found("model") with input as foreign
	answer.status == "undetermined"
	contains(answer.message, "the BOM does not say what its scanner read")
	large := {"reason": "too-large", "files": 1}
	partial := testing.having("coverage", {"known": true, "complete": false, "gaps": [large]})
	other := gate.none_found("model") with input as partial
	contains(other.message, "not everything was read: 1 file too large, not parsed")
	other.missing[0] == "a scan that reads these files"
	silent := testing.having("coverage", {"known": true, "complete": false, "gaps": []})
	third := gate.none_found("model") with input as silent
	contains(third.message, "the BOM gives no reason")
}

test_none_found_says_what_to_do_where_no_scan_can_read if {
	partial := testing.having("coverage", {"known": true, "complete": false, "gaps": []})
	answer := gate.none_found("model") with input as partial
	answer.missing == ["a scan that reads these files", "where none can, aigov.yaml: waivers"]
}

test_a_package_that_nobody_lists_is_settled_by_an_entry if {
	unlisted := {"reason": "unlisted-package", "files": 1, "suspects": 1}
	coverage := {"known": true, "complete": false, "suspects": 1, "gaps": [unlisted]}
	answer := gate.none_found("model") with input as testing.having("coverage", coverage)
	answer.message == concat(" ", [
		"No model found, but AI is named in what is left open: 1 file read,",
		"asking for packages that say AI by name and that no catalogue entry lists.",
	])
	answer.missing[0] == "a scan that knows these packages, by a catalogue entry or scan.not_ai of aigov.yaml"
	both := [unlisted, {"reason": "too-large", "files": 2, "suspects": 1}]
	other := gate.none_found("model") with input as testing.having("coverage", object.union(coverage, {"gaps": both}))
	other.missing[0] == concat(", and ", [
		"a scan that knows these packages, by a catalogue entry or scan.not_ai of aigov.yaml",
		"a scan that reads these files",
	])
}

test_a_scan_by_a_word_that_lapsed_asks_for_a_word_in_force if {
	lapsed := {"reason": "lapsed-statement", "files": 2, "suspects": 2}
	coverage := {"known": true, "complete": false, "suspects": 2, "gaps": [lapsed]}
	answer := gate.none_found("model") with input as testing.having("coverage", coverage)
	answer.status == "undetermined"
	answer.message == concat(" ", [
		"No model found, but AI is named in what is left open: 2 files left or judged by",
		"scan settings of aigov.yaml that nobody stands by on this day.",
	])
	answer.missing[0] == "a scan under scan.stated of aigov.yaml that is in force (by, on, expires)"
}

test_a_scan_that_stopped_and_a_reason_of_others_are_told_as_they_are if {
	gaps := [{"reason": "truncated: more than 9 files", "files": 0}, {"reason": "too hot", "language": "lua", "files": 1}]
	text := gate.gaps with input as {"coverage": {"known": true, "complete": false, "gaps": gaps}}
	text == "1 lua file (too hot); the scan stopped early (more than 9 files)"
}

test_searched_if_no_unread_file_mentions_ai if {
	gate.searched with input as {"coverage": {"known": true, "complete": false, "suspects": 0}}
	not gate.searched with input as {"coverage": {"known": true, "complete": false}}
	not gate.searched with input as {"coverage": {
		"known": true, "complete": false, "suspects": 0,
		"gaps": [{"reason": "truncated: more than 9 files", "files": 0, "suspects": 0}],
	}}
}

test_searched_although_files_without_an_ai_name_were_not_parsed if {
	gate.searched with input as {"coverage": {
		"known": true, "complete": false, "suspects": 0,
		"gaps": [{"reason": "too-large", "files": 1, "suspects": 0}],
	}}
}

test_a_foreign_count_of_suspects_is_not_believed if {
	gate.unread == "the BOM does not say what its scanner read" with input as {"coverage": {"known": false, "suspects": 3}}
}

test_only_the_files_that_name_ai_are_counted if {
	unread := gate.unread with input as {"coverage": {
		"known": true, "complete": false, "suspects": 2,
		"gaps": [
			{"reason": "unsupported-language", "language": "shell", "files": 14, "suspects": 2},
			{"reason": "unsupported-language", "language": "c", "files": 1, "suspects": 0},
		],
	}}
	unread == "AI is named in what is left open: 2 shell files in a language that is not parsed"
}

test_suspects_without_a_gap_of_their_own_are_told_by_the_gaps if {
	unread := gate.unread with input as {"coverage": {"known": true, "complete": false, "suspects": 1}}
	unread == "AI is named in what is left open: the BOM gives no reason"
}

test_what_is_absent_is_told_once if {
	gate.absent(["models", "flows", "models"]) == ["models", "flows"] with input as {}
}

test_a_complete_search_need_not_count_suspects if {
	counted := object.union(testing.no_ai, {"coverage": {"known": true, "complete": true, "files_scanned": 8}})
	results := gate.over_ai_use([], found) with input as json.remove(counted, ["coverage/suspects"])
	testing.statuses(results) == {"not_applicable"}
}
