# METADATA
# title: The inventory is complete, belongs to a commit and is young
# description: >-
#   Reads coverage, the commit, the day of the AI-BOM and the catalogue entries that its scan had beside aigov's own. A
#   pass proves that every file of the commit was read, or searched byte by byte for the names of the catalogue, and
#   that the AI-BOM is no older than agreed. It does not prove that the catalogue knows every AI product, nor that the
#   commit is the one in production.
package aigov.lib.checks.inventory

import data.aigov.lib.clock
import data.aigov.lib.gate
import data.aigov.lib.result
import data.aigov.lib.text

needs := ["bom", "context/evaluated_at_ns"]

# METADATA
# description: Whether the inventory is complete, belongs to a commit, and is at most so many days old.
results(max_age_days) := whole | {_aged(_age_ns, max_age_days) | _age_ns >= 0 - clock.day_ns}

# Reasons for which a file is not parsed, although its bytes were searched.
_searched_by_bytes := {"unsupported-language", "too-large", "undecodable", "generated", "vendored", "binary"}

# METADATA
# description: Whether it is complete, and belongs to a commit and to the catalogue at hand.
# scope: document
whole contains result.pass(
	"system", "complete",
	sprintf("Every file was read or is not code (%s).", [gate.scanned]),
	[{"path": "/coverage"}],
) if {
	input.coverage.known
	input.coverage.complete
}

whole contains result.pass(
	"system", "complete-by-bytes",
	sprintf("Not parsed, and no AI name in their bytes: %s.", [gate.gaps]),
	[{"path": "/coverage/gaps"}],
) if {
	input.coverage.known
	_searched_gaps
}

whole contains result.undetermined(
	"system", "incomplete",
	sprintf("The inventory may miss AI: %s.", [gate.unread]),
	[{"path": "/coverage"}], [gate.wider_scan("use of AI"), "where none can, aigov.yaml: waivers"],
) if {
	not input.coverage.complete
	not _searched_gaps
}

whole contains result.undetermined(
	"system", "incomplete",
	"The BOM claims to be complete, but does not say what its scanner read.",
	[{"path": "/coverage"}], ["a BOM that says which files were scanned"],
) if {
	input.coverage.complete
	not input.coverage.known
}

whole contains answer if some answer in versioned

whole contains result.undetermined(
	"system", "no-date",
	"The inventory bears no date, so it cannot be told whether it is current.",
	[{"path": "/bom"}], ["a scan of a git repository with a commit, or with SOURCE_DATE_EPOCH"],
) if {
	not input.bom.timestamp_ns
}

whole contains result.undetermined(
	"system", "dated-ahead",
	sprintf("The inventory is dated %s, after the day for which it is judged.", [_day]),
	[{"path": "/bom/timestamp"}], ["a scan with the right clock, or a later --as-of"],
) if {
	_age_ns < 0 - clock.day_ns # the clocks of two machines may differ, and --as-of names the start of a day
}

whole contains result.undetermined(
	"system", "other-catalogue",
	sprintf("The scan used catalogue entries of its own that are not at hand here: %s.", [concat(", ", sort(_absent))]),
	[{"path": "/bom/own_entries"}], ["this check with --catalogue and the folder that the scan had"],
) if {
	count(_absent) > 0
}

whole contains result.undetermined(
	"system", "not-looked-for",
	sprintf("The scan did not have the catalogue entries %s, so it cannot have looked for them.", [listed]),
	[{"path": "/bom/own_entries"}], ["a scan with the --catalogue that is used here"],
) if {
	added := [entry.id | some entry in input.bom.own_entries; entry.state == "not-scanned"]
	count(added) > 0
	listed := concat(", ", sort(added))
}

# METADATA
# description: Whether it belongs to a commit, so that each version of it can be told.
# scope: document
versioned contains result.pass(
	"system", "current",
	sprintf("The inventory is that of commit %s.", [input.bom.commit]),
	[{"path": "/bom/commit"}],
) if {
	input.bom.commit
	input.bom.dirty == false
}

versioned contains result.undetermined(
	"system", "dirty",
	sprintf("The files scanned differ from commit %s, so the inventory belongs to no commit.", [input.bom.commit]),
	[{"path": "/bom/dirty"}], ["a commit of these changes, and a scan of it"],
) if {
	input.bom.commit
	not input.bom.dirty == false
}

versioned contains result.undetermined(
	"system", "no-commit",
	"The inventory names no commit, so it cannot be told whether it is current.",
	[{"path": "/bom"}], ["a scan of a git repository with a commit"],
) if {
	not input.bom.commit
}

_absent contains entry.id if {
	some entry in input.bom.own_entries
	entry.state in {"absent", "differs"}
}

_age_ns := clock.now - input.bom.timestamp_ns

_aged(age_ns, max_age_days) := result.pass(
	"system", "young",
	sprintf("The inventory is of %s, and may be %s old.", [_day, text.counted(max_age_days, "day")]),
	[{"path": "/bom/timestamp"}],
) if {
	age_ns <= max_age_days * clock.day_ns
} else := result.undetermined(
	"system", "old",
	sprintf("The inventory is of %s, %s ago, and may be %d old.", [
		_day, text.counted(clock.full_days(age_ns), "day"), max_age_days,
	]),
	[{"path": "/bom/timestamp"}],
	["a scan of the newest commit; where this is it, one with SOURCE_DATE_EPOCH set to the day of the scan"],
)

default _day := "a day that is not spelled out"

_day := substring(input.bom.timestamp, 0, 10)

_searched_gaps if {
	not input.coverage.complete
	input.coverage.suspects == 0
	count(input.coverage.gaps) > 0
	every gap in input.coverage.gaps {
		gap.reason in _searched_by_bytes
		gap.suspects == 0
	}
}
