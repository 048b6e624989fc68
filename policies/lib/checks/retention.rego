# METADATA
# title: Records of calls to AI are kept long enough
# description: >-
#   Reads `logs` of aigov.yaml for each provider: for how many days records of the calls to it are kept, and in what;
#   against the days that are asked for, and against what the code is seen to record them with. Too few days fail, and
#   so does a recorder other than the one that the code uses. A pass proves that somebody stands by the number, and
#   that no recorder in the code contradicts the place; not that records are there.
package aigov.lib.checks.retention

import data.aigov.lib.attestation
import data.aigov.lib.bom
import data.aigov.lib.clock
import data.aigov.lib.facts
import data.aigov.lib.pattern
import data.aigov.lib.recording
import data.aigov.lib.result
import data.aigov.lib.text
import data.aigov.lib.unresolved

needs := ["context/evaluated_at_ns", "providers", "flows", "observers", "unresolved"]

# METADATA
# description: >-
#   Each provider against the days asked for; without a provider, what runs here alone, which only a statement on the
#   control can tell.
# scope: document
results(framework, control, minimum_days) := attestation.results(framework, control) if {
	count(bom.providers) == 0
	count(_open) == 0
} else := _open | {_kept(provider, minimum_days) | some provider in bom.providers}

_open := unresolved.results({"provider"})

# What aigov.yaml says of a provider, in its order.
_said(provider) := [{"record": record, "path": sprintf("/declarations/logs/%d", [i])} |
	some i, record in input.declarations.logs
	some covered in record.covers
	pattern.matches(covered, sprintf("provider:%s", [bom.key(provider)]))
]

_in_force(provider) := [said |
	some said in _said(provider)
	text.filled(said.record.by)
	clock.current(said.record)
]

# Of a provider's records the shortest decides, for that is when the first of them is gone.
_shortest(provider) := [said | some said in _in_force(provider); said.record.retention_days == days][0] if {
	days := min({said.record.retention_days | some said in _in_force(provider)})
}

_kept(provider, minimum_days) := _judged(provider, _shortest(provider), minimum_days) if {
	count(_in_force(provider)) > 0
} else := result.undetermined(
	provider.ref, "no-retention",
	sprintf("Nothing in force says how long records of the calls to %s are kept%s.", [
		bom.key(provider), _lapsed(provider),
	]),
	bom.evidence(provider.ref, provider), [sprintf(
		`aigov.yaml: logs: {covers: ["provider:%s"], kept_in, retention_days, by, on, expires}`,
		[bom.key(provider)],
	)],
)

_judged(provider, said, minimum_days) := result.fail(
	provider.ref, "too-short",
	sprintf("Records of the calls to %s are kept for %s, as %s states, and %d are asked for.", [
		bom.key(provider), text.counted(said.record.retention_days, "day"), said.record.by, minimum_days,
	]),
	[{"path": said.path}],
	[sprintf("records that are kept for %d days, and aigov.yaml: logs: retention_days", [minimum_days])],
) if {
	said.record.retention_days < minimum_days
} else := _elsewhere(provider, said) if {
	said.record.kept_in in facts.recorders
	not said.record.kept_in in recording.recorders(provider)
} else := result.pass(
	provider.ref, "kept",
	sprintf("Records of the calls to %s are kept in %s for %s, as %s states until %s.", [
		bom.key(provider), said.record.kept_in, text.counted(said.record.retention_days, "day"),
		said.record.by, said.record.expires,
	]),
	array.concat([{"path": said.path}], recording.evidence(provider, bom.shown - 1)),
)

# A recorder of the catalogue is named, and another or none is seen. Words (`our database`) contradict nothing.
_elsewhere(provider, said) := result.fail(
	provider.ref, "contradicted",
	sprintf("%s states that records of the calls to %s are kept in %s; the code records them with %s.", [
		said.record.by, bom.key(provider), said.record.kept_in, concat(", ", sort(recording.recorders(provider))),
	]),
	array.concat([{"path": said.path}], recording.evidence(provider, bom.shown - 1)),
	[sprintf("aigov.yaml: logs: kept_in: %s", [min(recording.recorders(provider))])],
) if {
	count(recording.recorders(provider)) > 0
} else := result.undetermined(
	provider.ref, "not-recorded",
	sprintf("%s states that records of the calls to %s are kept in %s, and no code is seen to send them there.", [
		said.record.by, bom.key(provider), said.record.kept_in,
	]),
	[{"path": said.path}], [sprintf("in the source what records the calls with %s", [said.record.kept_in])],
)

_lapsed(provider) := sprintf(" (%s)", [concat("; ", notes)]) if {
	notes := sort({sprintf("the statement by %s %s", [said.record.by, clock.lapse(said.record)]) |
		some said in _said(provider)
	})
	count(notes) > 0
} else := ""
