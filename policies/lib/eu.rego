# METADATA
# title: Gates of the EU AI Act
# description: >-
#   Whom a duty binds: exposure to the EU, risk class and role are statements in aigov.yaml, of a person until a day.
#   Exposure not stated, or denied where services are in the EU, counts as exposed. A class or role not stated, no
#   longer in force, or a mere deployer's where a model is trained, leaves its duties undetermined.
package aigov.lib.eu

import data.aigov.lib.attestation
import data.aigov.lib.bom
import data.aigov.lib.clock
import data.aigov.lib.gate
import data.aigov.lib.place as places
import data.aigov.lib.result
import data.aigov.lib.said
import data.aigov.lib.text

# METADATA
# description: A duty whatever the risk class.
in_union(needs, found) := gate.over_ai_use(array.concat(["providers", "observers"], needs), _outside_or(found))

# METADATA
# description: A duty of certain roles, whatever the risk class.
of_role(roles, needs, found) := in_union(array.concat(_role_needs, needs), _by_role(roles, found))

_role_needs := ["system/ref", "assets"]

# METADATA
# description: A duty of certain roles that only a high-risk system has.
high_risk(roles, needs, found) := in_union(
	array.concat(array.concat(["context/evaluated_at_ns"], _role_needs), needs),
	_unless_other_role(roles, _by_class(_by_role(roles, found))),
)

# METADATA
# description: >-
#   Statements on a duty, behind its gates: `{"roles": {…}, "high_risk": true}`; `{}` for a duty of everybody.
# scope: document
attested(control, duty) := high_risk(duty.roles, attestation.needs, attestation.results("eu-ai-act", control)) if {
	duty.high_risk
} else := of_role(duty.roles, attestation.needs, attestation.results("eu-ai-act", control)) if {
	duty.roles
} else := in_union(attestation.needs, attestation.results("eu-ai-act", control))

# METADATA
# description: >-
#   Services and observers in the Union, where aigov.yaml denies exposure to it and nobody explains them: they rule
#   nothing out, and are no proof of exposure.
exposure_doubts contains place if {
	input.declarations.system.eu_exposure == false
	not _explained
	some place in places.in_the_union
}

_outside := result.not_applicable(
	"system", "outside-eu",
	sprintf("%s declares until %s that neither the system nor its output is used in the EU.", [
		said.in_force.by, said.in_force.expires,
	]),
	said.evidence("eu_exposure"),
) if {
	input.declarations.system.eu_exposure == false
	count(exposure_doubts) == 0
}

_outside_or(found) := {_outside} if {
	_outside
} else := found

# What the code seems to contradict is settled by a statement on the control that asks for the role.
_explained if count(attestation.current(attestation.about("eu-ai-act", "Art. 3"))) > 0

# METADATA
# description: What to write so that role or exposure hold although the code seems to contradict them.
explanation_wanted := attestation.wanted("eu-ai-act", "Art. 3")

_declared_class := input.declarations.system.risk_class

# METADATA
# description: The declared risk class; undefined where there is none in force.
class_in_force := _declared_class if {
	text.filled(_declared_class.by)
	clock.current(_declared_class)
}

# METADATA
# description: Whether the system is declared to be in a class that carries the duties of high-risk systems.
declared_high if class_in_force.class in {"high", "prohibited"}

_by_class(found) := found if {
	declared_high
} else := {_not_high}

_not_high := result.not_applicable(
	"system", "not-high-risk",
	sprintf("The risk class is %s, as %s declares until %s: %s.", [
		class_in_force.class, class_in_force.by, class_in_force.expires, _reasons,
	]),
	[{"path": "/declarations/system/risk_class"}],
) if {
	class_in_force.class in {"limited", "minimal"}
} else := result.undetermined(
	"system", "no-risk-class",
	sprintf("aigov.yaml does not say whether the system is high-risk%s.", [class_lapse]),
	[], [class_wanted],
)

_reasons := concat("; ", [trim_suffix(reason, ".") | some reason in class_in_force.reasons])

# METADATA
# description: '` (the class by Jo was valid until 2026-10-31)`, or nothing.'
# scope: document
default class_lapse := ""

class_lapse := sprintf(" (the class by %s %s)", [_declared_class.by, clock.lapse(_declared_class)])

# METADATA
# description: What to write so that the risk class is declared.
# scope: document
default class_wanted := "aigov.yaml: system.risk_class: {class, reasons, by, on, expires}"

class_wanted := "aigov.yaml: new on and expires for system.risk_class" if clock.lapse(_declared_class)

# METADATA
# description: The declared role; undefined where nobody declares one whose statement is in force.
role_in_force := input.declarations.system.role if said.in_force

# METADATA
# description: What to write so that the role is declared by somebody.
role_wanted := said.wanted("role", "aigov.yaml: system.role: provider, deployer or both")

# METADATA
# description: That the role is not declared, and why what is written does not count.
role_unsaid := sprintf("aigov.yaml does not declare your role under the EU AI Act%s", [said.lapse("role")])

# METADATA
# description: >-
#   Where a model is trained or tuned, although aigov.yaml declares a mere deployer and nobody explains it. Whoever
#   develops a model or a system and puts it into service under an own name is its provider (Art. 3(3)).
role_doubts contains item if {
	role_in_force == "deployer"
	not _explained
	some item in bom.assets
	item.what == "tuning"
}

# METADATA
# description: The doubt in the role, with the first place that gives rise to it; undefined where there is none.
role_doubt := result.undetermined(
	"system", "role-doubted",
	sprintf("%s, but a model is trained or tuned%s: whoever develops one and puts it into service is a provider (%s).", [
		role_said, min({bom.at(item) | some item in role_doubts}), "Art. 3(3)",
	]),
	array.concat(_training_places, said.evidence("role")),
	[sprintf("aigov.yaml: system.role: both, or %s", [explanation_wanted])],
) if {
	count(role_doubts) > 0
}

_training_places := array.slice(
	[place |
		some item in role_doubts
		some place in bom.evidence(input.system.ref, item)
	],
	0, bom.shown,
)

_by_role(roles, found) := {_other_role(roles)} if {
	_rules_out(roles)
} else := found if {
	_binds(roles)
} else := {_role_open}

_binds(roles) if role_in_force in (roles | {"both"})

_role_open := role_doubt if {
	role_in_force
} else := _no_role

_no_role := result.undetermined("system", "no-role", sprintf("%s.", [role_unsaid]), [], role_wanted)

# METADATA
# description: Who declares which role, until when; undefined where nobody does whose statement is in force.
role_said := sprintf("%s declares the role %s until %s", [said.in_force.by, role_in_force, said.in_force.expires])

# A declared role that the duty does not bind settles it, whatever else is not declared.
_unless_other_role(roles, found) := {_other_role(roles)} if {
	_rules_out(roles)
} else := found

_rules_out(roles) if {
	role_in_force
	not _binds(roles)
	count(role_doubts) == 0
}

_other_role(roles) := result.not_applicable(
	"system", "other-role",
	sprintf("This binds the %s; %s.", [concat(" or ", sort(roles)), role_said]),
	said.evidence("role"),
)
