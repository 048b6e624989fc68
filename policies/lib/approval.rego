# METADATA
# title: Approvals
# description: >-
#   The records of aigov.yaml under approvals. One that has expired, is not in force yet, or names no approver counts
#   as absent; the message then says so.
package aigov.lib.approval

import data.aigov.lib.bom
import data.aigov.lib.clock
import data.aigov.lib.pattern

for_provider(provider) := [{"record": record, "path": sprintf("/declarations/providers/%d", [i])} |
	some i, record in input.declarations.providers
	record.provider == bom.key(provider)
]

for_model(model) := [{"record": record, "path": sprintf("/declarations/models/%d", [i])} |
	some i, record in input.declarations.models
	pattern.matches(record.model, model.id)
	host_matches(record, model)
]

host_matches(record, _) if not record.provider

host_matches(record, model) if record.provider == model.provider

current(approvals) := [approval |
	some approval in approvals
	approval.record.approved_by != ""
	clock.current(approval.record)
]

# ` (the approval by Jo was valid until 2026-10-31)`, or nothing.
lapse_note(approvals) := sprintf(" (%s)", [concat("; ", notes)]) if {
	notes := sort({note |
		some approval in approvals
		note := sprintf("the approval by %s %s", [approval.record.approved_by, clock.lapse(approval.record)])
	})
	count(notes) > 0
} else := ""

evidence(approvals) := [{"path": approval.path} | some approval in approvals]
