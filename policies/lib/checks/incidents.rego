# METADATA
# title: Somebody is told of incidents
# description: >-
#   Reads system.incident_contact of aigov.yaml. A pass proves that a contact is named beside the code; not that anybody
#   answers there, nor that incidents are handled.
package aigov.lib.checks.incidents

import data.aigov.lib.result

needs := ["system/ref"]

results contains result.pass(
	input.system.ref, "contact",
	sprintf("Incidents go to %s.", [input.declarations.system.incident_contact]),
	[{"path": "/declarations/system/incident_contact"}],
) if {
	input.declarations.system.incident_contact != ""
}

results contains result.fail(
	input.system.ref, "no-contact",
	"aigov.yaml names nobody who is told of incidents.",
	[], ["aigov.yaml: system.incident_contact"],
) if {
	object.get(input, ["declarations", "system", "incident_contact"], "") == ""
}
