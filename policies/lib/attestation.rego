# METADATA
# title: Attestations
# description: What a person states about a control in aigov.yaml, and whether it still holds.
package aigov.lib.attestation

import data.aigov.lib.clock
import data.aigov.lib.gate
import data.aigov.lib.result

needs := ["context/evaluated_at_ns"]

# Statements about one control, in the order of aigov.yaml.
about(framework, control) := [{"record": record, "path": sprintf("/declarations/attestations/%d", [i])} |
	some i, record in input.declarations.attestations
	record.framework == framework
	record.control == control
]

current(statements) := [statement |
	some statement in statements
	statement.record.by != ""
	clock.current(statement.record)
]

# The answer of a control that only a person can decide.
results(framework, control) := {stated(statement) | some statement in current(about(framework, control))} if {
	count(current(about(framework, control))) > 0
} else := {result.undetermined(
	"system", "no-statement",
	sprintf("Nobody has stated how this holds%s.", [lapse_note(about(framework, control))]),
	evidence(about(framework, control)), [wanted(framework, control)],
)}

# The same for a control that binds whoever uses AI.
over_ai_use(framework, control) := gate.over_ai_use(needs, results(framework, control))

stated(statement) := result.pass(
	"system", "stated",
	sprintf("%s states, until %s: %s", [statement.record.by, statement.record.expires, statement.record.statement]),
	[{"path": statement.path}],
)

wanted(framework, control) := sprintf("aigov.yaml: attestations: control: %s/%s", [framework, control])

evidence(statements) := [{"path": statement.path} | some statement in statements]

# ` (the statement by Jo was valid until 2026-10-31)`, or nothing.
lapse_note(statements) := sprintf(" (%s)", [concat("; ", notes)]) if {
	notes := sort({note |
		some statement in statements
		note := sprintf("the statement by %s %s", [statement.record.by, clock.lapse(statement.record)])
	})
	count(notes) > 0
} else := ""
