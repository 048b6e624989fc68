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

# Ids of the indicators that may touch a provision: `Art. 5(1)(f)`, or all of `Annex III` when it ends there.
touching(provision) := {id |
	some id, indicator in facts.indicators
	some practice in indicator.practices
	touches(practice, sprintf("eu-ai-act:%s", [provision]))
}

touches(practice, wanted) if practice == wanted

touches(practice, wanted) if startswith(practice, sprintf("%s ", [wanted]))

found(provision) := {item | some item in bom.indicators; item.id in touching(provision)}

# The answer for one provision: each signal against the statement on that control.
results(provision) := {result.undetermined(
	"system", "not-looked-for",
	sprintf("aigov knows no sign of %s, so it cannot have looked for it.", [provision]),
	[], [attestation.wanted("eu-ai-act", provision)],
)} if {
	count(touching(provision)) == 0
	count(attestation.current(attestation.about("eu-ai-act", provision))) == 0
} else := {gate.none_found(sprintf("sign of %s (%s)", [provision, concat(", ", sort(touching(provision)))]))} if {
	count(found(provision)) == 0
	count(attestation.current(attestation.about("eu-ai-act", provision))) == 0
} else := attestation.results("eu-ai-act", provision) if {
	count(attestation.current(attestation.about("eu-ai-act", provision))) > 0
} else := {unexplained(item, provision) | some item in found(provision)}

unexplained(item, provision) := result.fail(
	input.system.ref, item.id, message(item, provision),
	bom.evidence(input.system.ref, item), [attestation.wanted("eu-ai-act", provision)],
) if {
	item.signal in strong
} else := result.undetermined(
	input.system.ref, item.id, message(item, provision),
	bom.evidence(input.system.ref, item), [attestation.wanted("eu-ai-act", provision)],
)

message(item, provision) := sprintf("%s '%s'%s may touch %s (%s), and nobody has stated that it does not%s.", [
	item.signal, item.term, bom.at(item), provision, title(item.id),
	attestation.lapse_note(attestation.about("eu-ai-act", provision)),
])

title(id) := facts.indicators[id].title
