# METADATA
# title: A signal of a regulated purpose has a statement
# description: >-
#   A library, call or prompt of such a purpose asks for a statement by a person; a mere name asks more softly. Neither
#   decides the law. A system that aigov.yaml declares prohibited fails where nobody states that this is not why. A pass
#   proves that somebody stands by a statement in force; that nothing was found proves nothing.
package aigov.lib.checks.indicators

import data.aigov.lib.attestation
import data.aigov.lib.bom
import data.aigov.lib.eu
import data.aigov.lib.facts
import data.aigov.lib.gate
import data.aigov.lib.result

needs := ["context/evaluated_at_ns", "system/ref", "indicators"]

# Signals that fail without a statement. A name alone can be an accident.
_strong := {"library", "call", "prompt"}

# METADATA
# description: Ids of the indicators that may touch a provision, `Art. 5(1)(f)`; with `Annex III`, any of its areas.
touching(provision) := {id |
	some id, indicator in facts.indicators
	some practice in indicator.practices
	_touches(practice, sprintf("eu-ai-act:%s", [provision]))
}

_touches(practice, wanted) if practice == wanted

_touches(practice, wanted) if startswith(practice, sprintf("%s ", [wanted]))

# METADATA
# description: Signals that may touch a provision.
found(provision) := {item | some item in bom.indicators; item.id in touching(provision)}

# METADATA
# description: The answer for a provision that has signals of its own.
results(provision) := results_for(provision, {provision})

# METADATA
# description: The signals of the provisions that a control goes with, against the statement on the control.
# scope: document
results_for(control, provisions) := attestation.results("eu-ai-act", control) if {
	count(attestation.current(attestation.about("eu-ai-act", control))) > 0
} else := {_unstated(item, control) | some item in _signals(provisions)} if {
	count(_signals(provisions)) > 0
} else := {result.fail(
	input.system.ref, "declared-prohibited",
	sprintf("%s declares the system prohibited until %s, and no statement in force says that %s is not why.", [
		eu.class_in_force.by, eu.class_in_force.expires, control,
	]),
	[{"path": "/declarations/system/risk_class"}], [attestation.wanted("eu-ai-act", control)],
)} if {
	startswith(control, "Art. 5(")
	eu.class_in_force.class == "prohibited"
} else := {gate.none_found_else(
	sprintf("sign of %s (%s)", [control, _titles(provisions)]),
	attestation.wanted("eu-ai-act", control),
)} if {
	count(_looked_for(provisions)) > 0
} else := {result.undetermined(
	"system", "not-looked-for",
	sprintf("aigov knows no sign of %s, so it cannot have looked for one.", [control]),
	[], [attestation.wanted("eu-ai-act", control)],
)}

_looked_for(provisions) := union({touching(provision) | some provision in provisions})

_titles(provisions) := concat("; ", sort({_title(id) | some id in _looked_for(provisions)}))

_signals(provisions) := union({found(provision) | some provision in provisions})

_unstated(item, control) := unexplained(
	item,
	sprintf("%s may fall under %s, and no statement in force explains it%s.", [
		described(item), control,
		attestation.lapse_note(attestation.about("eu-ai-act", control)),
	]),
	[], [attestation.wanted("eu-ai-act", control)],
)

# METADATA
# description: The answer on a signal that nobody explains, which fails, or is undetermined for a mere name.
# scope: document
unexplained(item, message, paths, missing) := result.fail(
	input.system.ref, item.id, message,
	array.concat(bom.evidence(input.system.ref, item), paths), missing,
) if {
	item.signal in _strong
} else := result.undetermined(
	input.system.ref, item.id, message,
	array.concat(bom.evidence(input.system.ref, item), paths), missing,
)

# METADATA
# description: A signal as a sentence begins, `The call 'DeepFace.analyze' (Emotion recognition)`.
described(item) := sprintf("The %s '%s' (%s)", [item.signal, item.term, _title(item.id)])

_title(id) := object.get(facts.indicators[id], "title", id)
