# METADATA
# title: What touches persons is assessed
# description: >-
#   Reads personal and special-category data on the way to AI, and signals of Annex III purposes, against a
#   statement on the control. Found without a statement it fails; nothing found and nothing stated is undetermined.
#   A pass proves that somebody stands by a statement in force on the assessment; not that the assessment is right.
package aigov.lib.checks.persons

import data.aigov.lib.attestation
import data.aigov.lib.bom
import data.aigov.lib.checks.indicators
import data.aigov.lib.result

needs := ["context/evaluated_at_ns", "system/ref", "providers", "flows", "indicators"]

_personal := {"personal", "special-category", "financial"}

# METADATA
# description: The statement on a control, or what asks for one.
# scope: document
results(framework, control) := _found(framework, control) if {
	count(attestation.current(attestation.about(framework, control))) == 0
	count(_found(framework, control)) > 0
} else := attestation.results(framework, control)

_found(framework_id, control) := ({result.fail(
	provider.ref, "not-assessed",
	sprintf("%s data reaches the provider %s, and no statement in force says how its impact was assessed%s.", [
		concat(", ", sort(bom.classes(provider) & _personal)), bom.key(provider),
		attestation.lapse_note(attestation.about(framework_id, control)),
	]),
	bom.evidence(provider.ref, provider), [attestation.wanted(framework_id, control)],
) |
	some provider in bom.providers
	count(bom.classes(provider) & _personal) > 0
} | {result.fail(
	framework.ref, "not-assessed",
	sprintf("%s data is handed on by %s, and no statement in force says how its impact was assessed%s.", [
		concat(", ", sort(classes)), framework.slug,
		attestation.lapse_note(attestation.about(framework_id, control)),
	]),
	bom.evidence(framework.ref, flow), [attestation.wanted(framework_id, control)],
) |
	some framework in bom.onward
	some flow in bom.flows_to(framework)
	classes := {class | some class in flow.classes} & _personal
	count(classes) > 0
}) | {indicators.unexplained(
	item,
	sprintf("%s touches persons, and no statement in force says how its impact was assessed%s.", [
		indicators.described(item), attestation.lapse_note(attestation.about(framework_id, control)),
	]),
	[], [attestation.wanted(framework_id, control)],
) |
	some item in indicators.found("Annex III")
}
