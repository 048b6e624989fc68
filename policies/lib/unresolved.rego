# METADATA
# title: Unresolved uses
# description: >-
#   Uses whose model, endpoint or provider the source does not name. A rule that depends on it is undetermined there.
package aigov.lib.unresolved

import data.aigov.lib.bom
import data.aigov.lib.result

# METADATA
# description: One undetermined result per unresolved use of the given kinds (`model`, `endpoint`, `provider`).
results(kinds) := {answer |
	some item in bom.unresolved
	item.what in kinds
	ref := bom.service_ref(item.slug)
	answer := result.undetermined(
		ref, "unresolved",
		sprintf("Which %s %s uses cannot be told from the source: %s.", [item.what, item.slug, item.reason]),
		bom.evidence(ref, item), [_wanted(item)],
	)
}

_wanted(item) := sprintf("in the source a default for %s", [item.variable])

_wanted(item) := sprintf("in the source a constant or a default that names the %s", [item.what]) if not item.variable
