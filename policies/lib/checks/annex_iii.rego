# METADATA
# title: Signals of high-risk purposes agree with the declared risk class
# description: >-
#   Each signal of an Annex III area is held against system.risk_class of aigov.yaml. High agrees. A lower class needs a
#   statement on Art. 6(2) or on that area which explains the signal; without one, code and declaration contradict each
#   other. A statement on one area leaves the others open where files were not read. A pass proves that a person
#   classified the system knowing of the signal; not that the class is right.
package aigov.lib.checks.annex_iii

import data.aigov.lib.attestation
import data.aigov.lib.bom
import data.aigov.lib.checks.indicators
import data.aigov.lib.eu
import data.aigov.lib.facts
import data.aigov.lib.gate
import data.aigov.lib.result

needs := ["context/evaluated_at_ns", "system/ref", "indicators"]

_found := indicators.found("Annex III")

_looked_for := indicators.touching("Annex III")

results contains gate.none_found(sprintf("sign of Annex III %s", [concat(", ", sort(areas))])) if {
	count(_found) == 0
	count(_looked_for) > 0
	areas := {trim_prefix(each, "Annex III ") | some id in _looked_for; some each in _areas(id)}
}

results contains result.undetermined(
	"system", "not-looked-for",
	"aigov knows no sign of an Annex III area, so it cannot have looked for one.",
	[], ["facts on indicators: a newer aigov"],
) if {
	count(_found) == 0
	count(_looked_for) == 0
}

results contains answer if {
	some item in _found
	answer := _classified(item, eu.class_in_force)
}

results contains answer if {
	not eu.class_in_force
	some item in _found
	message := sprintf("%s, and no risk class is declared%s.", [_signal(item), eu.class_lapse])
	answer := indicators.unexplained(item, message, [], [eu.class_wanted])
}

# A statement on one area says nothing of another that a file nobody read may touch. The class high, or a statement on
# the classification itself, answers for all of them.
results contains gate.none_found("further sign of an Annex III area") if {
	count(_found) > 0
	not gate.searched
	not eu.declared_high
	count(_on_the_classification) == 0
}

# METADATA
# description: The answer for one area, `Annex III 4(a)`.
# scope: document
area(name) := {gate.none_found(sprintf("sign of %s", [name]))} if {
	count(indicators.found(name)) == 0
	count(indicators.touching(name)) > 0
} else := {result.undetermined(
	"system", "not-looked-for",
	sprintf("aigov knows no sign of %s, so it cannot have looked for one.", [name]),
	[], [attestation.wanted("eu-ai-act", name)],
)} if {
	count(indicators.touching(name)) == 0
} else := {answer |
	ids := {item.id | some item in indicators.found(name)}
	some answer in results
	answer.code in ids
}

_classified(item, class) := result.pass(
	input.system.ref, item.id,
	sprintf("%s, and %s declares the system high-risk until %s.", [_signal(item), class.by, class.expires]),
	_evidence(item, _class_path),
) if {
	eu.declared_high
} else := result.pass(
	input.system.ref, item.id,
	sprintf("%s; %s states, until %s: %s", [
		_signal(item), first.record.by, first.record.expires, first.record.statement,
	]),
	_evidence(item, first.path),
) if {
	first := _explanations(item)[0]
} else := indicators.unexplained(
	item,
	sprintf("%s, but the declared risk class is %s and no statement explains it.", [_signal(item), class.class]),
	[{"path": _class_path}],
	[sprintf("%s, or system.risk_class: class: high", [attestation.wanted("eu-ai-act", "Art. 6(2)")])],
)

_class_path := "/declarations/system/risk_class"

_evidence(item, path) := array.concat(bom.evidence(input.system.ref, item), [{"path": path}])

_signal(item) := sprintf("%s may fall under %s", [indicators.described(item), concat(", ", sort(_areas(item.id)))])

# Areas of the annex that an indicator may touch: `Annex III 4(a)`.
_areas(id) := {trim_prefix(practice, "eu-ai-act:") |
	some practice in facts.indicators[id].practices
	startswith(practice, "eu-ai-act:Annex III")
}

# Statements in force on the classification, or on an area that the signal may touch.
_explanations(item) := array.concat(_on_the_classification, [statement |
	some touched in sort(_areas(item.id))
	some statement in attestation.current(attestation.about("eu-ai-act", touched))
])

_on_the_classification := [statement |
	some control in ["Art. 6(2)", "Art. 6(3)"]
	some statement in attestation.current(attestation.about("eu-ai-act", control))
]
