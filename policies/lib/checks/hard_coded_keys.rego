# METADATA
# title: No provider's key stands in a file
# description: >-
#   Reads the keys found, in every scope: a key in a test opens the same account. Any fails. None found is outside the
#   check, not a pass: a key in a form that the catalogue does not know goes unseen. Values are never recorded.
package aigov.lib.checks.hard_coded_keys

import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.result

needs := ["secrets"]

results contains result.fail(
	bom.service_ref(item.slug), "hard-coded",
	sprintf("A key of %s stands in the tree%s.", [item.slug, bom.at(item)]),
	bom.evidence(bom.service_ref(item.slug), item),
	["a new key that is read from a secret store or the environment; the old one revoked"],
) if {
	some item in bom.secrets
}

results contains gate.none_found("hard-coded key") if count(bom.secrets) == 0
