# METADATA
# title: Approvals
# description: >-
#   The records of aigov.yaml under approvals. One that has expired, is not in force yet, or names no approver counts
#   as absent; the message then says so.
package aigov.lib.approval

import data.aigov.lib.bom
import data.aigov.lib.clock
import data.aigov.lib.pattern
import data.aigov.lib.text

# METADATA
# description: 'Every approval of a provider, in the order of aigov.yaml: `[{"record": …, "path": …}]`.'
for_provider(provider) := [{"record": record, "path": sprintf("/declarations/providers/%d", [i])} |
	some i, record in input.declarations.providers
	record.provider == bom.key(provider)
]

# METADATA
# description: Every approval of a model on the host that serves it, in the order and form of for_provider.
for_model(model) := [{"record": record, "path": sprintf("/declarations/models/%d", [i])} |
	some i, record in input.declarations.models
	pattern.matches(record.model, model.id)
	_host_matches(record, model)
]

_host_matches(record, _) if not record.provider

_host_matches(record, model) if record.provider == model.provider

# METADATA
# description: Those of the approvals that are in force and name who approved.
current(approvals) := [approval |
	some approval in approvals
	text.filled(approval.record.approved_by)
	clock.current(approval.record)
]

# METADATA
# description: '` (the approval by Jo was valid until 2026-10-31)`, or nothing.'
# scope: document
lapse_note(approvals) := sprintf(" (%s)", [concat("; ", notes)]) if {
	notes := sort({note |
		some approval in approvals
		note := sprintf("the approval by %s %s", [approval.record.approved_by, clock.lapse(approval.record)])
	})
	count(notes) > 0
} else := ""

# METADATA
# description: Where the approvals stand in the input.
evidence(approvals) := [{"path": approval.path} | some approval in approvals]

# METADATA
# description: What to write so that a provider is approved, given the approvals of it that do not hold.
# scope: document
provider_wanted(provider, approvals) := _renewed("providers", "provider", approvals[0].record.provider) if {
	count(approvals) > 0
} else := _new("providers", "provider", bom.key(provider), bom.classes(provider))

# METADATA
# description: What to write so that a model is approved, given the approvals of it that do not hold.
# scope: document
model_wanted(model, approvals) := _renewed("models", "model", approvals[0].record.model) if {
	count(approvals) > 0
} else := _new("models", "model", model.id, bom.classes_of_model(model))

_renewed(list, field, name) := sprintf("aigov.yaml: new on and expires for approvals.%s: {%s: %s}", [list, field, name])

_new(list, field, name, classes) := sprintf(
	"aigov.yaml: approvals.%s: {%s: %s, approved_by, on, expires, %s}",
	[list, field, name, classes_wanted(classes)],
)

# METADATA
# description: What to write so that classes of data are allowed. No remedy proposes to approve of secrets.
# scope: document
classes_wanted(classes) := sprintf("data_classes: [%s]", [concat(", ", sort(classes - {"secret"}))]) if {
	count(classes - {"secret"}) > 0
} else := "data_classes"
