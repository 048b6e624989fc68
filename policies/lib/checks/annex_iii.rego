# METADATA
# title: Signals of high-risk purposes agree with the declared risk class
# description: >-
#   Each signal of an Annex III area is held against system.risk_class of aigov.yaml. High agrees. A lower class needs a
#   statement on Art. 6(2) or on that area which explains the signal; without one, code and declaration contradict each
#   other. A pass proves that a person classified the system knowing of the signal; not that the class is right.
package aigov.lib.checks.annex_iii

import data.aigov.lib.attestation
import data.aigov.lib.bom
import data.aigov.lib.checks.indicators
import data.aigov.lib.clock
import data.aigov.lib.eu
import data.aigov.lib.facts
import data.aigov.lib.gate
import data.aigov.lib.result

needs := ["context/evaluated_at_ns", "system/ref", "indicators"]

found := indicators.found("Annex III")

results contains gate.none_found(sprintf("sign of an Annex III area (%s)", [concat(", ", sort(looked_for))])) if {
	count(found) == 0
	count(looked_for) > 0
}

results contains result.undetermined(
	"system", "not-looked-for",
	"aigov knows no sign of an Annex III area, so it cannot have looked for one.",
	[], ["facts on indicators: a newer aigov"],
) if {
	count(found) == 0
	count(looked_for) == 0
}

results contains answer(item) if some item in found

looked_for := indicators.touching("Annex III")

answer(item) := result.pass(
	input.system.ref, item.id,
	sprintf("%s, and the system is declared high-risk by %s until %s.", [
		signal(item), eu.declared_class.by, eu.declared_class.expires,
	]),
	array.concat(bom.evidence(input.system.ref, item), [{"path": "/declarations/system/risk_class"}]),
) if {
	clock.current(eu.declared_class)
	eu.declared_class.class in {"high", "prohibited"}
} else := result.pass(
	input.system.ref, item.id,
	sprintf("%s; %s states, until %s: %s", [
		signal(item), first.record.by, first.record.expires, first.record.statement,
	]),
	array.concat(bom.evidence(input.system.ref, item), [{"path": first.path}]),
) if {
	clock.current(eu.declared_class)
	first := explanations(item)[0]
} else := result.fail(
	input.system.ref, item.id,
	sprintf("%s, but the declared risk class is %s and no statement explains it.", [
		signal(item), eu.declared_class.class,
	]),
	array.concat(bom.evidence(input.system.ref, item), [{"path": "/declarations/system/risk_class"}]),
	[attestation.wanted("eu-ai-act", "Art. 6(2)")],
) if {
	clock.current(eu.declared_class)
	item.signal in indicators.strong
} else := result.undetermined(
	input.system.ref, item.id,
	sprintf("%s, but the declared risk class is %s and no statement explains it.", [
		signal(item), eu.declared_class.class,
	]),
	array.concat(bom.evidence(input.system.ref, item), [{"path": "/declarations/system/risk_class"}]),
	[attestation.wanted("eu-ai-act", "Art. 6(2)")],
) if {
	clock.current(eu.declared_class)
} else := result.fail(
	input.system.ref, item.id,
	sprintf("%s, and no risk class is declared%s.", [signal(item), eu.class_lapse]),
	bom.evidence(input.system.ref, item), ["aigov.yaml: system.risk_class"],
) if {
	item.signal in indicators.strong
} else := result.undetermined(
	input.system.ref, item.id,
	sprintf("%s, and no risk class is declared%s.", [signal(item), eu.class_lapse]),
	bom.evidence(input.system.ref, item), ["aigov.yaml: system.risk_class"],
)

signal(item) := sprintf("%s '%s' may be a sign of %s", [
	item.signal, item.term, concat(", ", areas(item)),
])

areas(item) := sort({trim_prefix(practice, "eu-ai-act:") |
	some practice in facts.indicators[item.id].practices
	startswith(practice, "eu-ai-act:Annex III")
})

# Statements in force on the classification, or on an area that the signal may touch.
explanations(item) := [statement |
	some control in array.concat(["Art. 6(2)", "Art. 6(3)"], areas(item))
	some statement in attestation.current(attestation.about("eu-ai-act", control))
]
