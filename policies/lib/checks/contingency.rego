# METADATA
# title: There is a plan for when a model goes
# description: >-
#   Reads a statement on the control, and the retirement dates of the models in use. Without a statement a model
#   that is retired or retires within 90 days fails, and any other use of a provider is undetermined. A pass proves
#   that somebody stands by a plan in force; not that it was tried.
package aigov.lib.checks.contingency

import data.aigov.lib.attestation
import data.aigov.lib.bom
import data.aigov.lib.clock
import data.aigov.lib.facts
import data.aigov.lib.mention
import data.aigov.lib.result

needs := ["context/evaluated_at_ns", "models"]

_ahead_ns := 90 * clock.day_ns

_date(model) := facts.lifecycle[model.platform][object.get(model, "lifecycle_id", model.id)]

_soon contains model if {
	some model in bom.models
	_date(model).earliest_ns <= clock.now + _ahead_ns
}

# METADATA
# description: The statement on a control, or the models that go soon.
# scope: document
results(framework, control) := {mention.judge(model, result.fail(
	model.ref, "goes-soon",
	sprintf("The model %s goes from %s on %s, and no statement in force says what takes its place%s.", [
		model.id, model.platform, _date(model).earliest_date,
		attestation.lapse_note(attestation.about(framework, control)),
	]),
	bom.evidence(model.ref, model), [attestation.wanted(framework, control)],
)) |
	some model in _soon
} if {
	count(attestation.current(attestation.about(framework, control))) == 0
	count(_soon) > 0
} else := attestation.results(framework, control)
