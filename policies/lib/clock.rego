# METADATA
# title: Clock
# description: >-
#   When a statement holds: from the start of its first day to the end of its last, as integers. There is no other
#   clock than input.context.evaluated_at_ns, so that a run can be repeated.
package aigov.lib.clock

# METADATA
# description: One day.
day_ns := 86400000000000

# METADATA
# description: The instant for which everything is judged.
now := input.context.evaluated_at_ns

# METADATA
# description: Whether a statement is in force.
current(statement) if {
	statement.on_ns <= now
	now < statement.expires_ns
}

# METADATA
# description: Why a statement does not hold; undefined when it does.
# scope: document
lapse(statement) := sprintf("was valid until %s", [statement.expires]) if {
	now >= statement.expires_ns
} else := "is not in force yet" if {
	now < statement.on_ns
}

# METADATA
# description: Full days from now until an instant ahead.
days_until(instant_ns) := full_days(instant_ns - now)

# METADATA
# description: >-
#   Full days of a span that is not negative. Only what days divide is divided: of anything else engines round the
#   quotient in their own ways.
full_days(span_ns) := (span_ns - (span_ns % day_ns)) / day_ns
