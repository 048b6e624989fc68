# METADATA
# title: What aigov.yaml says of the system
# description: >-
#   The facts under system of aigov.yaml are the statement of the person whom system.stated names, from its first day to
#   its last. Without one in force they count as absent. The risk class bears a name and days of its own.
package aigov.lib.said

import data.aigov.lib.clock
import data.aigov.lib.text

_stated := input.declarations.system.stated

# METADATA
# description: Who says it; undefined where nobody does whose statement is in force.
in_force := _stated if {
	text.filled(_stated.by)
	clock.current(_stated)
}

# METADATA
# description: '`Jo Keller until 2026-12-31`; undefined where nobody says it.'
by := sprintf("%s until %s", [in_force.by, in_force.expires])

# METADATA
# description: Those of the texts that say anything.
filled(texts) := [said | some said in texts; text.filled(said)]

# METADATA
# description: Where a fact and its signature stand in the input.
evidence(name) := [{"path": sprintf("/declarations/system/%s", [name])}, {"path": "/declarations/system/stated"}]

# METADATA
# description: What to write so that a fact counts, given what to write where it is not there.
wanted(name, remedy) := array.concat([remedy | not _written(name)], signature_wanted)

# METADATA
# description: What to write so that what is said of the system is somebody's statement.
# scope: document
default signature_wanted := ["aigov.yaml: system.stated: {by, on, expires}"]

signature_wanted := ["aigov.yaml: new on and expires for system.stated"] if clock.lapse(_stated)

signature_wanted := [] if in_force

# METADATA
# description: '` (what Jo says of it was valid until 2026-10-31)`, ` (no person says so, until a day)`, or nothing.'
# scope: document
lapse(name) := _lapse if {
	_written(name)
} else := ""

default _lapse := ""

_lapse := sprintf(" (what %s says of it %s)", [_stated.by, clock.lapse(_stated)]) if clock.lapse(_stated)

_lapse := " (no person says so, until a day)" if not _stated

_written(name) if {
	name in object.keys(input.declarations.system)
	not _blank(name, input.declarations.system[name])
}

_blank(_, value) if {
	is_string(value)
	not text.filled(value)
}

_blank("users", value) if count(filled(value)) == 0
