# METADATA
# title: Unresolved uses
# description: >-
#   Uses whose model, endpoint or provider the source does not name. A rule that depends on it is undetermined there.
package aigov.lib.unresolved

import data.aigov.lib.bom
import data.aigov.lib.result

# METADATA
# description: >-
#   One undetermined result per unresolved use of the given kinds (`model`, `endpoint`, `provider`), and one for each
#   framework that hands data on to a provider, and so to a model, that the source does not name.
results(kinds) := named(kinds) | {answer |
	asked := kinds & {"model", "provider"}
	count(asked) > 0
	some framework in bom.onward
	answer := result.undetermined(
		framework.ref, "handed-on",
		sprintf("Which %s gets what %s is given cannot be told from the source.", [
			concat(" or ", sort(asked)), framework.slug,
		]),
		_calls(framework), [sprintf("in the source the %s that %s is to use", [min(asked), framework.slug])],
	)
}

# METADATA
# description: One undetermined result per use that the scan says it could not resolve.
named(kinds) := {answer |
	some item in bom.unresolved
	item.what in kinds
	ref := bom.service_ref(item.slug)
	answer := result.undetermined(
		ref, "unresolved",
		sprintf("Which %s %s uses cannot be told from the source: %s.", [item.what, item.slug, item.reason]),
		bom.evidence(ref, item), [_wanted(item)],
	)
}

_calls(framework) := array.slice(
	[place | some flow in bom.flows_to(framework); some place in bom.evidence(framework.ref, flow)],
	0, bom.shown,
)

_wanted(item) := sprintf("in the source a default for %s", [item.variable])

_wanted(item) := sprintf("in the source a constant or a default that names the %s", [item.what]) if not item.variable

# Providers whose protocol many others speak: a client of theirs with another address is a client of somebody else.
_spoken_by_others := {"anthropic", "openai", "openai-compatible"}

# METADATA
# description: >-
#   One undetermined result per client whose address the source leaves open and whose protocol others speak too: who
#   answers it is not known, whatever the client is called.
answered_by_anyone contains answer if {
	some item in bom.unresolved
	item.what == "endpoint"
	item.slug in _spoken_by_others
	ref := bom.service_ref(item.slug)
	answer := result.undetermined(
		ref, "anyones-address",
		sprintf("Who answers the client of %s cannot be told: others speak its protocol, and its address is open (%s).", [
			item.slug, item.reason,
		]),
		bom.evidence(ref, item), [_wanted(item)],
	)
}
