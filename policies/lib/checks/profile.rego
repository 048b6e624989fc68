# METADATA
# title: Purpose and users are declared
# description: >-
#   Reads system.purpose and system.users of aigov.yaml, and who stands by them until when. A pass proves that both are
#   somebody's statement in force; not that they are right or kept to: both are words, which no code contradicts.
package aigov.lib.checks.profile

import data.aigov.lib.result
import data.aigov.lib.said
import data.aigov.lib.text

needs := ["system/name", "context/evaluated_at_ns"]

default _purpose := ""

_purpose := input.declarations.system.purpose if said.in_force

default _users := []

_users := said.filled(input.declarations.system.users) if said.in_force

results contains result.pass(
	"system", "purpose", sprintf("%s is for: %s (%s)", [input.system.name, _purpose, said.by]),
	said.evidence("purpose"),
) if {
	text.filled(_purpose)
}

results contains result.fail(
	"system", "no-purpose", sprintf("aigov.yaml does not say what %s is for%s.", [
		input.system.name, said.lapse("purpose"),
	]),
	[], said.wanted("purpose", "aigov.yaml: system.purpose"),
) if {
	not text.filled(_purpose)
}

results contains result.pass(
	"system", "users", sprintf("Used by %s (%s).", [concat(", ", _users), said.by]),
	said.evidence("users"),
) if {
	count(_users) > 0
}

results contains result.fail(
	"system", "no-users", sprintf("aigov.yaml does not say who uses %s%s.", [input.system.name, said.lapse("users")]),
	[], said.wanted("users", "aigov.yaml: system.users"),
) if {
	count(_users) == 0
}
