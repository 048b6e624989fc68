# METADATA
# title: Attestations
# description: What a person states about a control in aigov.yaml, and whether it still holds.
package aigov.lib.attestation

import data.aigov.lib.clock
import data.aigov.lib.gate
import data.aigov.lib.result
import data.aigov.lib.text

needs := ["context/evaluated_at_ns"]

# METADATA
# description: 'Statements about one control, in the order of aigov.yaml: `[{"record": …, "path": …}]`.'
about(framework, control) := [{"record": record, "path": sprintf("/declarations/attestations/%d", [i])} |
	some i, record in input.declarations.attestations
	record.framework == framework
	record.control == control
]

# METADATA
# description: Those of the statements that are in force, say something and name who states it.
current(statements) := [statement |
	some statement in statements
	text.filled(statement.record.by)
	text.filled(statement.record.statement)
	clock.current(statement.record)
]

# METADATA
# description: The answer of a control that only a person can decide.
# scope: document
results(framework, control) := {_stated(statement) | some statement in current(about(framework, control))} if {
	count(current(about(framework, control))) > 0
} else := {result.undetermined(
	"system", "no-statement",
	sprintf("No statement in force says how this holds%s.", [lapse_note(about(framework, control))]),
	_evidence(about(framework, control)), [wanted(framework, control)],
)}

# METADATA
# description: The same for a control that binds whoever uses AI.
over_ai_use(framework, control) := gate.over_ai_use(needs, results(framework, control))

_stated(statement) := result.pass(
	"system", "stated",
	sprintf("%s states, until %s: %s", [statement.record.by, statement.record.expires, statement.record.statement]),
	[{"path": statement.path}],
)

# METADATA
# description: What to write so that a control is stated.
# scope: document
wanted(framework, control) := sprintf("aigov.yaml: new on and expires for attestations: {control: %s/%s}", [
	framework, control,
]) if {
	count(about(framework, control)) > 0
} else := sprintf("aigov.yaml: attestations: {control: %s/%s, statement, by, on, expires}", [framework, control])

_evidence(statements) := [{"path": statement.path} | some statement in statements]

# METADATA
# description: '` (the statement by Jo was valid until 2026-10-31)`, or nothing.'
# scope: document
lapse_note(statements) := sprintf(" (%s)", [concat("; ", notes)]) if {
	notes := sort({note |
		some statement in statements
		note := sprintf("the statement by %s %s", [statement.record.by, clock.lapse(statement.record)])
	})
	count(notes) > 0
} else := ""
