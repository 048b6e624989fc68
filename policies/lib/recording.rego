# METADATA
# title: Records of calls
# description: >-
#   Which calls to a provider the code is seen to record, and with what. A scan ties each observer to the calls within
#   its reach; a call that no observer reaches is recorded by nothing that is seen.
package aigov.lib.recording

import data.aigov.lib.bom
import data.aigov.lib.calls

# METADATA
# description: Those of the calls that no observer is seen to record.
unrecorded(provider) := [call | some call in calls.to(provider); not _is_recorded(call)]

# METADATA
# description: Observers that record some call to a provider.
recorders(provider) := {slug | some call in calls.to(provider); some slug in _of(call)}

# METADATA
# description: Where the observers of a provider's calls are switched on, as evidence.
evidence(provider, most) := array.slice(
	[place |
		some item in bom.observers
		item.slug in recorders(provider)
		some place in bom.evidence(provider.ref, item)
	],
	0, most,
)

# METADATA
# description: Whether a provider is one that only gets copies of calls to others.
keeps_copies(provider) if {
	count(calls.to(provider)) == 0
	some item in bom.observers
	item.slug == bom.key(provider)
}

_is_recorded(call) if count(_of(call)) > 0

# Observers of one call that are switched on in what ships.
_of(call) := {item.slug | some item in bom.observers; item.slug in call.recorded_by}
