# METADATA
# title: The role for each system is settled
# description: >-
#   aigov.yaml declares the role for this system. A pass proves that a role is declared; which role is right is
#   a question of law.
# custom:
#   control: Art. 3
package aigov.eu_ai_act.rules.art_3

import data.aigov.lib.eu
import data.aigov.lib.result

results contains answer if some answer in eu.in_union([], {_stated})

_stated := result.pass(
	"system", "declared",
	sprintf("%s.", [eu.role_said]),
	[{"path": "/declarations/system/role"}, {"path": "/declarations/system/stated"}],
) if {
	eu.role_said
} else := result.undetermined(
	"system", "no-role",
	sprintf("%s; role and risk class settle which duties apply.", [eu.role_unsaid]),
	[], _wanted,
)

# First what this control asks for, then what else settles the controls of the Act before any of them is looked at.
_wanted := array.concat(
	array.concat(eu.role_wanted, eu.stated_wanted),
	array.concat(_class_wanted, _exposure_wanted),
)

_class_wanted := [eu.class_wanted | not eu.class_in_force]

_exposure_wanted := ["aigov.yaml: system.eu_exposure: false, if neither the system nor its output is used in the EU" |
	not input.declarations.system.eu_exposure
]
