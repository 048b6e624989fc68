# METADATA
# title: Gates of the EU AI Act
# description: >-
#   Whom a duty binds: exposure to the EU, risk class and role are statements in aigov.yaml, of a person until a day.
#   Exposure not stated counts as exposed; a class or role not stated, or no longer in force, leaves its duties
#   undetermined.
package aigov.lib.eu

import data.aigov.lib.attestation
import data.aigov.lib.clock
import data.aigov.lib.gate
import data.aigov.lib.result

# METADATA
# description: A duty whatever the risk class.
in_union(needs, found) := gate.over_ai_use(needs, _outside_or(found))

# METADATA
# description: A duty of certain roles, whatever the risk class.
of_role(roles, needs, found) := in_union(needs, _by_role(roles, found))

# METADATA
# description: A duty of certain roles that only a high-risk system has.
high_risk(roles, needs, found) := in_union(
	array.concat(["context/evaluated_at_ns"], needs),
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

_stated := input.declarations.system.stated

# METADATA
# description: Who says role and exposure; undefined where nobody does whose statement is in force.
stated_in_force := _stated if clock.current(_stated)

_outside := result.not_applicable(
	"system", "outside-eu",
	sprintf("%s declares until %s that neither the system nor its output is used in the EU.", [
		stated_in_force.by, stated_in_force.expires,
	]),
	[{"path": "/declarations/system/eu_exposure"}, {"path": "/declarations/system/stated"}],
) if {
	input.declarations.system.eu_exposure == false
}

_outside_or(found) := {_outside} if {
	_outside
} else := found

_declared_class := input.declarations.system.risk_class

# METADATA
# description: The declared risk class; undefined where there is none in force.
class_in_force := _declared_class if clock.current(_declared_class)

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
role_in_force := input.declarations.system.role if stated_in_force

# METADATA
# description: What to write so that the role is declared.
# scope: document
default role_wanted := ["aigov.yaml: system.role: provider, deployer or both"]

role_wanted := [] if input.declarations.system.role

# METADATA
# description: What to write so that role and exposure are somebody's statement.
# scope: document
default stated_wanted := ["aigov.yaml: system.stated: {by, on, expires}"]

stated_wanted := ["aigov.yaml: new on and expires for system.stated"] if clock.lapse(_stated)

stated_wanted := [] if stated_in_force

# METADATA
# description: That the role is not declared, and why what is written does not count.
role_unsaid := sprintf("aigov.yaml does not declare your role under the EU AI Act%s", [stated_lapse])

# METADATA
# description: '` (what Jo says of it was valid until 2026-10-31)`, ` (no person says so, until a day)`, or nothing.'
# scope: document
default stated_lapse := ""

stated_lapse := sprintf(" (what %s says of it %s)", [_stated.by, clock.lapse(_stated)])

stated_lapse := " (no person says so, until a day)" if {
	input.declarations.system.role
	not _stated
}

_by_role(roles, found) := _unless_other_role(roles, found) if {
	role_in_force
} else := {result.undetermined(
	"system", "no-role",
	sprintf("%s.", [role_unsaid]),
	[], array.concat(role_wanted, stated_wanted),
)}

# METADATA
# description: Who declares which role, until when; undefined where nobody does whose statement is in force.
role_said := sprintf("%s declares the role %s until %s", [
	stated_in_force.by, role_in_force, stated_in_force.expires,
])

# A declared role that the duty does not bind settles it, whatever else is not declared.
_unless_other_role(roles, found) := {result.not_applicable(
	"system", "other-role",
	sprintf("This binds the %s; %s.", [concat(" or ", sort(roles)), role_said]),
	[{"path": "/declarations/system/role"}, {"path": "/declarations/system/stated"}],
)} if {
	role_said
	not role_in_force in (roles | {"both"})
} else := found
