# METADATA
# title: A signal of a regulated purpose has a statement
# description: >-
#   A library, call or prompt of such a purpose asks for a statement by a person; a mere name asks more softly. Neither
#   decides the law. A pass proves that somebody stands by a statement in force; that nothing was found proves nothing.
package aigov.lib.checks.indicators

import data.aigov.lib.attestation
import data.aigov.lib.bom
import data.aigov.lib.facts
import data.aigov.lib.gate
import data.aigov.lib.result

needs := ["context/evaluated_at_ns", "system/ref", "indicators"]

# Signals that fail without a statement. A name alone can be an accident.
strong := {"library", "call", "prompt"}

# Ids of the indicators that may touch a provision: `Art. 5(1)(f)`, or with `Annex III` any of its areas.
touching(provision) := {id |
	some id, indicator in facts.indicators
	some practice in indicator.practices
	touches(practice, sprintf("eu-ai-act:%s", [provision]))
}

touches(practice, wanted) if practice == wanted

touches(practice, wanted) if startswith(practice, sprintf("%s ", [wanted]))

found(provision) := {item | some item in bom.indicators; item.id in touching(provision)}

# The answer for a provision that has signals of its own.
results(provision) := results_for(provision, {provision})

# The answer for a control: the signals of the provisions that it goes with, against the statement on the control.
results_for(control, provisions) := attestation.results("eu-ai-act", control) if {
	count(attestation.current(attestation.about("eu-ai-act", control))) > 0
} else := {unexplained(item, control) | some item in signals(provisions)} if {
	count(signals(provisions)) > 0
} else := {gate.none_found(sprintf("sign of %s (%s)", [control, concat(", ", sort(looked_for(provisions)))]))} if {
	count(looked_for(provisions)) > 0
} else := {result.undetermined(
	"system", "not-looked-for",
	sprintf("aigov knows no sign of %s, so it cannot have looked for one.", [control]),
	[], [attestation.wanted("eu-ai-act", control)],
)}

looked_for(provisions) := union({touching(provision) | some provision in provisions})

signals(provisions) := union({found(provision) | some provision in provisions})

unexplained(item, control) := result.fail(
	input.system.ref, item.id, message(item, control),
	bom.evidence(input.system.ref, item), [attestation.wanted("eu-ai-act", control)],
) if {
	item.signal in strong
} else := result.undetermined(
	input.system.ref, item.id, message(item, control),
	bom.evidence(input.system.ref, item), [attestation.wanted("eu-ai-act", control)],
)

message(item, control) := sprintf("%s '%s' may touch %s (%s), and no statement says how%s.", [
	item.signal, item.term, control, title(item.id),
	attestation.lapse_note(attestation.about("eu-ai-act", control)),
])

title(id) := object.get(facts.indicators[id], "title", id)
