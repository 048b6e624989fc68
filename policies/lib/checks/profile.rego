# METADATA
# title: Purpose and users are declared
# description: >-
#   Reads system.purpose and system.users of aigov.yaml. A pass proves that both are written down beside the code; not
#   that they are right or kept to.
package aigov.lib.checks.profile

import data.aigov.lib.result

needs := ["system/name"]

results contains result.pass(
	"system", "purpose", sprintf("%s is for: %s", [input.system.name, input.declarations.system.purpose]),
	[{"path": "/declarations/system/purpose"}],
) if {
	input.declarations.system.purpose != ""
}

results contains result.fail(
	"system", "no-purpose", sprintf("aigov.yaml does not say what %s is for.", [input.system.name]),
	[], ["aigov.yaml: system.purpose"],
) if {
	object.get(input, ["declarations", "system", "purpose"], "") == ""
}

results contains result.pass(
	"system", "users", sprintf("Used by %s.", [concat(", ", input.declarations.system.users)]),
	[{"path": "/declarations/system/users"}],
) if {
	count(input.declarations.system.users) > 0
}

results contains result.fail(
	"system", "no-users", sprintf("aigov.yaml does not say who uses %s.", [input.system.name]),
	[], ["aigov.yaml: system.users"],
) if {
	count(object.get(input, ["declarations", "system", "users"], [])) == 0
}
