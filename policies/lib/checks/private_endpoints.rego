# METADATA
# title: What is to be reached privately is
# description: >-
#   Reads the exposure of each endpoint against the exposure that the provider's approval declares. A public
#   endpoint where a private one was declared fails. A pass proves the address in the source; not how the network
#   routes it.
package aigov.lib.checks.private_endpoints

import data.aigov.lib.approval
import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.result
import data.aigov.lib.unresolved

needs := ["context/evaluated_at_ns", "providers", "unresolved"]

results contains answer if {
	some provider in bom.providers
	answer := _judged(provider, {item.record.exposure | some item in _in_force(provider)})
}

results contains unsure if some unsure in _open

results contains gate.none_found("provider") if {
	count(bom.providers) == 0
	count(_open) == 0
}

_open := unresolved.results({"provider"})

_in_force(provider) := [item |
	some item in approval.current(approval.for_provider(provider))
	item.record.exposure
]

_found(provider) := {object.get(endpoint, "exposure", "unknown") | some endpoint in provider.endpoints}

_judged(provider, declared) := result.undetermined(
	provider.ref, "exposure-not-declared",
	sprintf("aigov.yaml does not declare how the provider %s is to be reached.", [bom.key(provider)]),
	bom.evidence(provider.ref, provider),
	[sprintf("aigov.yaml: approvals.providers: {provider: %s, exposure: public or private}", [bom.key(provider)])],
) if {
	count(declared) == 0
} else := result.pass(
	provider.ref, "public-declared",
	sprintf("The provider %s may be reached over the public internet, as aigov.yaml declares.", [bom.key(provider)]),
	approval.evidence(_in_force(provider)),
) if {
	"public" in declared
} else := _private(provider)

_private(provider) := result.fail(
	provider.ref, "public-endpoint",
	sprintf("The provider %s is reached over a public endpoint; aigov.yaml declares a private one.", [bom.key(provider)]),
	array.concat(bom.evidence(provider.ref, provider), approval.evidence(_in_force(provider))),
	[sprintf("in the source the private endpoint of %s", [bom.key(provider)])],
) if {
	"public" in _found(provider)
} else := result.pass(
	provider.ref, "private",
	sprintf("The provider %s is reached over private endpoints only, as declared.", [bom.key(provider)]),
	array.concat(bom.evidence(provider.ref, provider), approval.evidence(_in_force(provider))),
) if {
	count(_found(provider)) > 0
	count(_found(provider) - {"private", "loopback"}) == 0
	not _set_at_run_time(provider)
} else := result.undetermined(
	provider.ref, "exposure-unknown",
	sprintf("Whether the provider %s is reached over a private endpoint cannot be told.", [bom.key(provider)]),
	bom.evidence(provider.ref, provider), [sprintf("in the source the address of %s", [bom.key(provider)])],
)

# An address that the source leaves open may be a public one.
_set_at_run_time(provider) if {
	some item in bom.unresolved
	item.what == "endpoint"
	item.slug == bom.key(provider)
}
