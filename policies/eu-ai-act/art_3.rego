# METADATA
# title: The role for each system is settled
# description: >-
#   Reads system.role and system.eu_exposure of aigov.yaml, who stands by them until when, and what the code may hold
#   against them: training of models against a mere deployer, services in the EU against no exposure to it. Either asks
#   for a statement on this control. A pass proves that somebody declares a role knowing of these; not that it is the
#   right one, which is a question of law.
# custom:
#   control: Art. 3
package aigov.eu_ai_act.rules.art_3

import data.aigov.lib.bom
import data.aigov.lib.eu
import data.aigov.lib.place as places
import data.aigov.lib.result
import data.aigov.lib.said

results contains answer if some answer in eu.in_union(["system/ref", "assets"], {_stated} | _doubts)

# Exposure is denied, and something says otherwise.
_doubts contains result.undetermined(
	place.ref, "exposure-doubted",
	sprintf("aigov.yaml denies that the system or its output is used in the EU, but %s is in %s%s.", [
		place.url, places.named(place.region), bom.at(place.item),
	]),
	array.concat(bom.evidence(place.ref, place.item), said.evidence("eu_exposure")),
	[sprintf("aigov.yaml: system.eu_exposure: true, or %s", [eu.explanation_wanted])],
) if {
	some place in eu.exposure_doubts
}

_stated := result.pass(
	"system", "declared",
	sprintf("%s.", [eu.role_said]),
	said.evidence("role"),
) if {
	eu.role_said
	count(eu.role_doubts) == 0
} else := eu.role_doubt if {
	count(eu.role_doubts) > 0
} else := result.undetermined(
	"system", "no-role",
	sprintf("%s; role and risk class settle which duties apply.", [eu.role_unsaid]),
	[], _wanted,
)

# First what this control asks for, then what else settles the controls of the Act before any of them is looked at.
_wanted := array.concat(
	eu.role_wanted,
	array.concat(_class_wanted, _exposure_wanted),
)

_class_wanted := [eu.class_wanted | not eu.class_in_force]

_exposure_wanted := ["aigov.yaml: system.eu_exposure: false, if neither the system nor its output is used in the EU" |
	not input.declarations.system.eu_exposure
]
