# METADATA
# title: Calls to providers
# description: Calls that send data to a provider, and how people read a list of them.
package aigov.lib.calls

import data.aigov.lib.bom
import data.aigov.lib.text

# METADATA
# description: Calls that send data to a provider, without the copies that it gets of calls to others.
to(provider) := [flow | some flow in bom.flows_to(provider); not flow.copied]

# METADATA
# description: 'The first calls with their places: `2 calls (desk/a.py:3, desk/b.py:7)`.'
listed(found) := sprintf("%s (%s%s)", [text.counted(count(places), "call"), concat(", ", first), more]) if {
	places := sort({_spelled(place) | some call in found; some place in call.occurrences})
	first := array.slice(places, 0, bom.shown)
	more := {true: ", …", false: ""}[count(places) > bom.shown]
}

# METADATA
# description: The places of the first of some calls, as evidence.
places(provider, found) := array.slice(
	[place | some call in found; some place in bom.evidence(provider.ref, call)],
	0, bom.shown,
)

_spelled(place) := sprintf("%s:%d", [place.file, place.line]) if {
	place.line
} else := place.file
