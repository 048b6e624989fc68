# METADATA
# title: Mentions
# description: >-
#   A model id that stands in a table, list or comparison, and that no call is seen to take. It may be chosen at run
#   time, or only be compared with, so nothing of it is proven: what would fail is undetermined.
package aigov.lib.mention

# METADATA
# description: The failure of a subject, or the doubt whether it concerns the system at all.
judge(item, failure) := object.union(failure, {
	"status": "undetermined",
	"message": sprintf("%s It is only named: no call is seen to take it.", [failure.message]),
}) if {
	item.mention == true
} else := failure
