# METADATA
# title: Gates of the EU AI Act
# description: >-
#   Whom a duty binds: exposure to the EU, risk class and role are statements in aigov.yaml. Exposure not stated counts
#   as exposed; a class or role not stated, or no longer in force, leaves its duties undetermined.
package aigov.lib.eu

import data.aigov.lib.attestation
import data.aigov.lib.clock
import data.aigov.lib.gate
import data.aigov.lib.result

# A duty whatever the risk class.
in_union(needs, found) := gate.over_ai_use(needs, outside_or(found))

# A duty of certain roles, whatever the risk class.
of_role(roles, needs, found) := in_union(needs, by_role(roles, found))

# A duty of certain roles that only a high-risk system has.
high_risk(roles, needs, found) := in_union(
	array.concat(["context/evaluated_at_ns"], needs),
	unless_other_role(roles, by_class(by_role(roles, found))),
)

# Statements on a duty, behind the gates of that duty: `{"roles": {…}, "high_risk": true}`; `{}` for a duty of everybody.
attested(control, duty) := high_risk(duty.roles, attestation.needs, attestation.results("eu-ai-act", control)) if {
	duty.high_risk
} else := of_role(duty.roles, attestation.needs, attestation.results("eu-ai-act", control)) if {
	duty.roles
} else := in_union(attestation.needs, attestation.results("eu-ai-act", control))

outside_or(found) := {result.not_applicable(
	"system", "outside-eu",
	"aigov.yaml declares that neither the system nor its output is used in the EU.",
	[{"path": "/declarations/system/eu_exposure"}],
)} if {
	input.declarations.system.eu_exposure == false
} else := found

declared_class := input.declarations.system.risk_class

by_class(found) := found if {
	clock.current(declared_class)
	declared_class.class in {"high", "prohibited"}
} else := {result.not_applicable(
	"system", "not-high-risk",
	sprintf("%s declares, until %s, the risk class %s: %s", [
		declared_class.by, declared_class.expires, declared_class.class, concat("; ", declared_class.reasons),
	]),
	[{"path": "/declarations/system/risk_class"}],
)} if {
	clock.current(declared_class)
	declared_class.class in {"limited", "minimal"}
} else := {result.undetermined(
	"system", "no-risk-class",
	sprintf("Whether the system is high-risk is not declared%s.", [class_lapse]),
	[], ["aigov.yaml: system.risk_class"],
)}

default class_lapse := ""

class_lapse := sprintf(" (the class by %s %s)", [declared_class.by, clock.lapse(declared_class)])

by_role(roles, found) := unless_other_role(roles, found) if {
	input.declarations.system.role
} else := {result.undetermined(
	"system", "no-role",
	"aigov.yaml does not declare the role under the EU AI Act.",
	[], ["aigov.yaml: system.role"],
)}

# A declared role that the duty does not bind settles it, whatever else is not declared.
unless_other_role(roles, found) := {result.not_applicable(
	"system", "other-role",
	sprintf("aigov.yaml declares the role %s; this binds the %s.", [
		input.declarations.system.role, concat(" or ", sort(roles)),
	]),
	[{"path": "/declarations/system/role"}],
)} if {
	not input.declarations.system.role in roles
	input.declarations.system.role
} else := found
