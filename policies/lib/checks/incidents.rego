# METADATA
# title: Somebody is told of incidents
# description: >-
#   Reads system.incident_contact of aigov.yaml with who stands by it until when, and where persons meet the system:
#   chats, media that models make, and text of users on its way to a model. Where they do, a statement on the control
#   that is absent fails; where they are not seen to, it is undetermined. A pass proves that a contact is named beside
#   the code and that somebody stands by a statement in force; not that anybody answers there, nor that incidents are
#   handled.
package aigov.lib.checks.incidents

import data.aigov.lib.attestation
import data.aigov.lib.bom
import data.aigov.lib.result
import data.aigov.lib.said
import data.aigov.lib.text

needs := ["system/ref", "context/evaluated_at_ns"]

default _contact := ""

_contact := input.declarations.system.incident_contact if said.in_force

# METADATA
# description: What `stated` reads.
needs_of_stated := ["context/evaluated_at_ns", "system/ref", "flows", "surfaces"]

results contains result.pass(
	input.system.ref, "contact",
	sprintf("Incidents go to %s (%s).", [_contact, said.by]),
	said.evidence("incident_contact"),
) if {
	text.filled(_contact)
}

results contains result.fail(
	input.system.ref, "no-contact",
	sprintf("aigov.yaml names nobody who is told of incidents%s.", [said.lapse("incident_contact")]),
	[], said.wanted("incident_contact", "aigov.yaml: system.incident_contact"),
) if {
	not text.filled(_contact)
}

# METADATA
# description: >-
#   The statement on a control, or each place where persons meet the system and are left without what it is about:
#   `how they report harm`.
# scope: document
stated(framework, control, about) := {_without(place, framework, control, about) | some place in _meeting} if {
	count(attestation.current(attestation.about(framework, control))) == 0
	count(_meeting) > 0
} else := attestation.results(framework, control)

_meeting := {{"ref": input.system.ref, "item": item, "seen": "Persons meet the system"} |
	some item in bom.surfaces
	not item.weak
} | {{
	"ref": bom.service_ref(flow.provider),
	"item": flow,
	"seen": sprintf("Text of users reaches %s", [flow.provider]),
} |
	some flow in bom.flows
	"user-content" in flow.classes
}

_without(place, framework, control, about) := result.fail(
	place.ref, "persons-without",
	sprintf("%s%s, and no statement in force says %s%s.", [
		place.seen, bom.at(place.item), about, attestation.lapse_note(attestation.about(framework, control)),
	]),
	bom.evidence(place.ref, place.item), [attestation.wanted(framework, control)],
)
