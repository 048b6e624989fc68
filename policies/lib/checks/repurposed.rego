# METADATA
# title: A general-purpose model is not turned to a high-risk purpose unawares
# description: >-
#   A call to a general-purpose model in a system with signals of an Annex III area may make its deployer a provider
#   (Art. 25(1)(c)). Such a signal asks for a statement. A pass proves that somebody stands by one; not that it is right.
package aigov.lib.checks.repurposed

import data.aigov.lib.attestation
import data.aigov.lib.bom
import data.aigov.lib.checks.indicators
import data.aigov.lib.gate
import data.aigov.lib.result

needs := ["context/evaluated_at_ns", "system/ref", "indicators", "providers", "models"]

control := "Art. 25(1)(c)"

signals := indicators.found("Annex III")

general_purpose := bom.models | {provider | some provider in bom.providers; provider.kind in {"provider", "model-host"}}

results := attestation.results("eu-ai-act", control) if {
	count(attestation.current(attestation.about("eu-ai-act", control))) > 0
} else := {gate.none_found("general-purpose model")} if {
	count(general_purpose) == 0
} else := {result.undetermined(
	"system", "not-looked-for",
	"aigov knows no sign of an Annex III area, so it cannot have looked for one.",
	[], [attestation.wanted("eu-ai-act", control)],
)} if {
	count(indicators.touching("Annex III")) == 0
} else := {gate.none_found("sign of an Annex III area")} if {
	count(signals) == 0
} else := {unexplained(item) | some item in signals}

unexplained(item) := result.fail(
	input.system.ref, item.id, message(item),
	bom.evidence(input.system.ref, item), [attestation.wanted("eu-ai-act", control)],
) if {
	item.signal in indicators.strong
} else := result.undetermined(
	input.system.ref, item.id, message(item),
	bom.evidence(input.system.ref, item), [attestation.wanted("eu-ai-act", control)],
)

message(item) := sprintf("A general-purpose model is used beside %s '%s' (%s), and no statement says for what%s.", [
	item.signal, item.term, indicators.title(item.id),
	attestation.lapse_note(attestation.about("eu-ai-act", control)),
])
