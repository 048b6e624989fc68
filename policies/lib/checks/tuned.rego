# METADATA
# title: Who changes a model knows what follows
# description: >-
#   Reads the tuning jobs of the code against a statement on the control. One without a statement fails. A pass
#   proves that somebody stands by a statement in force on the change; not that it is not substantial.
package aigov.lib.checks.tuned

import data.aigov.lib.attestation
import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.result

needs := ["context/evaluated_at_ns", "assets", "artifacts", "system/ref"]

_changes := {item | some item in bom.assets; item.what == "tuning"} | {item |
	some item in bom.artifacts
	item.adapter == true
}

# METADATA
# description: The statement on a control, or the changes that ask for one.
# scope: document
results(framework, control) := attestation.results(framework, control) if {
	count(attestation.current(attestation.about(framework, control))) > 0
} else := {gate.none_found("change of a model")} if {
	count(_changes) == 0
} else := {result.fail(
	input.system.ref, "changed",
	sprintf("A model is changed by tuning%s, and no statement in force says what follows from it%s.", [
		bom.at(item), attestation.lapse_note(attestation.about(framework, control)),
	]),
	bom.evidence(input.system.ref, item), [attestation.wanted(framework, control)],
) |
	some item in _changes
}
