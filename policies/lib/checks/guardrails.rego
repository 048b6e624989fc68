# METADATA
# title: Input or output of models is filtered
# description: >-
#   Reads whether code of what ships uses something that filters content, by its traits, and statements on the control.
#   None seen is undetermined, and so is one that only a manifest names: providers filter too, and so may own code. A
#   pass proves that a guardrail is in use, or that somebody states how content is filtered; not that every call goes
#   through it, nor that it stops anything.
package aigov.lib.checks.guardrails

import data.aigov.lib.attestation
import data.aigov.lib.bom
import data.aigov.lib.result

needs := ["context/evaluated_at_ns", "libraries", "providers"]

_found contains item if {
	some item in _listed
	some occurrence in item.occurrences
	occurrence.symbol
}

_listed contains item if {
	some item in (bom.libraries | bom.providers)
	"filters-content" in item.traits
}

# METADATA
# description: The statement on a control, or the guardrails found.
# scope: document
results(framework, control) := attestation.results(framework, control) if {
	count(attestation.current(attestation.about(framework, control))) > 0
} else := {result.pass(
	item.ref, "guardrail",
	sprintf("%s filters what goes into or comes out of models.", [item.name]),
	bom.evidence(item.ref, item),
) |
	some item in _found
} if {
	count(_found) > 0
} else := {result.undetermined(
	item.ref, "only-listed",
	sprintf("%s filters content, but no code of what ships was found to use it.", [item.name]),
	bom.evidence(item.ref, item),
	[sprintf("in the source a call of %s, or %s", [item.name, attestation.wanted(framework, control)])],
) |
	some item in _listed
} if {
	count(_listed) > 0
} else := {result.undetermined(
	"system", "none-seen",
	"No guardrail was found, and no statement in force says how content is filtered.",
	[], [sprintf("in the source a guardrail, or %s", [attestation.wanted(framework, control)])],
)}
