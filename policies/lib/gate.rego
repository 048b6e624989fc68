# METADATA
# title: Gates
# description: >-
#   What must be settled before a check's own results count: the facts that it reads are there, and the system uses
#   AI. Needs are paths into the input, `coverage/known`.
package aigov.lib.gate

import data.aigov.lib.result
import data.aigov.lib.text

# METADATA
# description: The needs that the input does not hold, each once.
absent(needs) := [need |
	some i, need in needs
	object.get(input, split(need, "/"), null) == null
	not need in array.slice(needs, 0, i)
]

# METADATA
# description: The results of a check, if it applies at all.
# scope: document
over_ai_use(needs, found) := {_facts_absent(gone)} if {
	gone := absent(array.concat(["ai_use", "coverage/known", "coverage/complete"], needs))
	count(gone) > 0
} else := {result.not_applicable("system", "no-ai", sprintf("No AI use found (%s).", [scanned]), [])} if {
	input.ai_use == "none"
	searched
} else := found | _more_left_open(found) if {
	input.ai_use == "present"
} else := {result.undetermined(
	"system", "ai-use-unknown",
	sprintf("No AI use found, but %s.", [unread]),
	[], [wider_scan("use of AI"), "where none can, aigov.yaml: waivers"],
)}

# That each thing found passes says nothing of those that no scan has seen. Asked only where nothing else is open.
_more_left_open(found) := {result.undetermined(
	"system", "not-all-searched",
	sprintf("All that was found passes, but there may be more: %s.", [unread]),
	[], [wider_scan("use of AI"), "where none can, aigov.yaml: waivers"],
)} if {
	not searched
	count({answer | some answer in found; answer.status in {"fail", "undetermined"}}) == 0
	count({answer | some answer in found; _rests_on_a_scan(answer)}) > 0
} else := set()

_rests_on_a_scan(answer) if {
	answer.status == "pass"
	not answer.code in _of_no_scan
	not _vouched(answer)
}

# Passes that somebody's word or the AI-BOM itself gives: what a scan did not read cannot take them back.
_of_no_scan := {
	"complete", "complete-by-bytes", "contact", "current", "declared", "in-force",
	"purpose", "stated", "users", "young",
}

# Somebody classified the whole system, or stated how it stands.
_vouched(answer) if {
	some place in answer.evidence
	place.path == "/declarations/system/risk_class"
}

_vouched(answer) if {
	some place in answer.evidence
	startswith(place.path, "/declarations/attestations/")
}

_facts_absent(gone) := result.undetermined(
	"system", "facts-absent",
	sprintf("The facts that decide this are absent: %s.", [concat(", ", gone)]),
	[], gone,
)

# METADATA
# description: What a check answers that found nothing of its kind; that is out of its scope if all was searched.
# scope: document
none_found(what) := none_found_else(what, "aigov.yaml: waivers")

# METADATA
# description: The same, with the way out where some files cannot be searched by any scan.
# scope: document
none_found_else(what, way_out) := result.not_applicable(
	"system", "none-found",
	sprintf("No %s found (%s).", [what, scanned]), [],
) if {
	searched
} else := result.undetermined(
	"system", "not-searched",
	sprintf("No %s found, but %s.", [what, unread]),
	[], [wider_scan(what), sprintf("where none can, %s", [way_out])],
)

# METADATA
# description: What would have searched more.
# scope: document
wider_scan(_) := concat(", and ", sort(_ways_out)) if input.coverage.known

wider_scan(what) := sprintf("a scan that looks for every %s, and says what it read", [what]) if {
	not input.coverage.known
}

_ways_out contains "a scan that reads these files" if {
	some gap in input.coverage.gaps
	not gap.reason in {"unlisted-package", "lapsed-statement"}
}

_ways_out contains "a scan that reads these files" if count(input.coverage.gaps) == 0

_ways_out contains "a scan that knows these packages, by a catalogue entry or scan.not_ai of aigov.yaml" if {
	some gap in input.coverage.gaps
	gap.reason == "unlisted-package"
}

_ways_out contains "a scan under scan.stated of aigov.yaml that is in force (by, on, expires)" if {
	some gap in input.coverage.gaps
	gap.reason == "lapsed-statement"
}

# METADATA
# description: Nothing that could hold AI was left unread.
# scope: document
searched if {
	input.coverage.known
	input.coverage.complete
}

searched if {
	input.coverage.known
	input.coverage.suspects == 0
	not _unsearched
}

# Files whose bytes nobody saw.
_unsearched if {
	some gap in input.coverage.gaps
	startswith(gap.reason, "truncated")
}

_unsearched if {
	some gap in input.coverage.gaps
	gap.reason == "unreadable"
}

# METADATA
# description: How much was searched.
# scope: document
default scanned := "number of files not said"

scanned := sprintf("%s scanned", [text.counted(input.coverage.files_scanned, "file")])

# METADATA
# description: What was left open, for people.
# scope: document
default unread := "the BOM does not say what its scanner read"

unread := sprintf("AI is named in what is left open: %s", [_suspects]) if {
	input.coverage.known
	input.coverage.suspects > 0
} else := sprintf("not everything was read: %s", [gaps]) if {
	input.coverage.known
}

# METADATA
# description: Every gap with its reason.
# scope: document
default gaps := "the BOM gives no reason"

gaps := concat("; ", sort([_gap_text(gap) | some gap in input.coverage.gaps])) if count(input.coverage.gaps) > 0

# Only the files that name AI, of the gaps that hold some.
_suspects := concat("; ", sort([_gap_text(gap) | some gap in _suspect_gaps])) if count(_suspect_gaps) > 0

_suspects := gaps if count(_suspect_gaps) == 0

_suspect_gaps := [object.union(gap, {"files": gap.suspects}) |
	some gap in input.coverage.gaps
	gap.suspects > 0
]

# A reason may bear a note: `truncated: more than 200000 files`.
_gap_text(gap) := sprintf("the scan stopped early (%s)", [trim_prefix(gap.reason, "truncated: ")]) if {
	startswith(gap.reason, "truncated: ")
} else := sprintf("%s %s", [text.counted(gap.files, _noun(gap)), _fate[gap.reason]]) if {
	_fate[gap.reason]
} else := sprintf("%s (%s)", [text.counted(gap.files, _noun(gap)), gap.reason])

_noun(gap) := sprintf("%s file", [gap.language]) if {
	gap.language
} else := "file"

# What became of the files of a gap, by its reason.
_fate := {
	"classic-ml-left-out": "with classic machine learning, left out on demand",
	"excluded": "excluded by aigov.yaml",
	"generated": "taken for generated, not parsed",
	"ignored": "left out by an ignore file",
	"lapsed-statement": "left or judged by scan settings of aigov.yaml that nobody stands by on this day",
	"parse-error": "understood in part only (syntax errors)",
	"too-large": "too large, not parsed",
	"undecodable": "whose text could not be decoded",
	"unlisted-package": "read, asking for packages that say AI by name and that no catalogue entry lists",
	"unreadable": "that could not be opened",
	"unsupported-language": "in a language that is not parsed",
	"vendored": "of others in the tree, not parsed",
}
