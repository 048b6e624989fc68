# METADATA
# title: The inventory is complete and belongs to a commit
# description: >-
#   Reads coverage and the commit. A pass proves that every file of the commit was read, or searched byte by byte for
#   the names of the catalogue. It does not prove that the catalogue knows every AI product.
package aigov.lib.checks.inventory

import data.aigov.lib.gate
import data.aigov.lib.result

needs := ["bom"]

# Reasons for which a file is not parsed, although its bytes were searched.
_searched_by_bytes := {"unsupported-language", "too-large", "undecodable", "generated", "vendored", "binary"}

results contains result.pass(
	"system", "complete",
	sprintf("Every file was read or is not code (%s).", [gate.scanned]),
	[{"path": "/coverage"}],
) if {
	input.coverage.known
	input.coverage.complete
}

results contains result.pass(
	"system", "complete-by-bytes",
	sprintf("Not parsed, and no AI name in their bytes: %s.", [gate.gaps]),
	[{"path": "/coverage/gaps"}],
) if {
	input.coverage.known
	_searched_gaps
}

results contains result.undetermined(
	"system", "incomplete",
	sprintf("The inventory may miss AI: %s.", [gate.unread]),
	[{"path": "/coverage"}], [gate.wider_scan("use of AI"), "where none can, aigov.yaml: waivers"],
) if {
	not input.coverage.complete
	not _searched_gaps
}

results contains result.undetermined(
	"system", "incomplete",
	"The BOM claims to be complete, but does not say what its scanner read.",
	[{"path": "/coverage"}], ["a BOM that says which files were scanned"],
) if {
	input.coverage.complete
	not input.coverage.known
}

results contains result.pass(
	"system", "current",
	sprintf("The inventory is that of commit %s.", [input.bom.commit]),
	[{"path": "/bom/commit"}],
) if {
	input.bom.commit
	input.bom.dirty == false
}

results contains result.undetermined(
	"system", "dirty",
	sprintf("The files scanned differ from commit %s, so the inventory belongs to no commit.", [input.bom.commit]),
	[{"path": "/bom/dirty"}], ["a commit of these changes, and a scan of it"],
) if {
	input.bom.commit
	not input.bom.dirty == false
}

results contains result.undetermined(
	"system", "no-commit",
	"The inventory names no commit, so it cannot be told whether it is current.",
	[{"path": "/bom"}], ["a scan of a git repository with a commit"],
) if {
	not input.bom.commit
}

_searched_gaps if {
	not input.coverage.complete
	input.coverage.suspects == 0
	count(input.coverage.gaps) > 0
	every gap in input.coverage.gaps {
		gap.reason in _searched_by_bytes
		gap.suspects == 0
	}
}
