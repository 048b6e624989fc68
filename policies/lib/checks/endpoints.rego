# METADATA
# title: Endpoints are encrypted, and inside the declared regions
# description: >-
#   Reads the endpoints of services and observers, and for TLS those of MCP servers too, against TLS (`transport`) and
#   against system.regions of aigov.yaml, while somebody stands by it (`regions`).
#   A pass proves the address in the source; not where the provider processes data behind it.
package aigov.lib.checks.endpoints

import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.place
import data.aigov.lib.result
import data.aigov.lib.said
import data.aigov.lib.unresolved

# METADATA
# description: What `transport` reads.
needs_of_transport := ["providers", "mcp_servers", "observers", "unresolved"]

# METADATA
# description: What `regions` reads.
needs_of_regions := ["context/evaluated_at_ns", "providers", "observers", "unresolved"]

# A declared region that allows every place.
_anywhere := {"*", "any", "global"}

# METADATA
# description: Answers on TLS.
# scope: document
transport contains answer if {
	some provider in bom.providers
	some endpoint in provider.endpoints
	answer := _encryption(provider, endpoint)
}

transport contains _unknown_endpoint(provider) if {
	some provider in bom.providers
	count(provider.endpoints) == 0
}

transport contains unsure if some unsure in unresolved.results({"endpoint", "provider"})

transport contains answer if {
	some peer in _peers
	answer := _encryption(peer, peer)
}

transport contains gate.none_found("service") if {
	count(_peers) == 0
	count(bom.providers) == 0
	count(unresolved.results({"endpoint", "provider"})) == 0
}

_encryption(provider, endpoint) := result.pass(
	provider.ref, "loopback",
	sprintf("%s stays on the machine.", [endpoint.url]),
	bom.evidence(provider.ref, provider),
) if {
	endpoint.exposure == "loopback"
} else := result.pass(
	provider.ref, "tls",
	sprintf("%s is reached over TLS.", [endpoint.url]),
	bom.evidence(provider.ref, provider),
) if {
	endpoint.tls == true
} else := result.fail(
	provider.ref, "no-tls",
	sprintf("%s is reached without TLS.", [endpoint.url]),
	bom.evidence(provider.ref, provider), [sprintf("in the source an https address in place of %s", [endpoint.url])],
) if {
	endpoint.tls == false
} else := result.undetermined(
	provider.ref, "tls-unknown",
	sprintf("Whether %s is reached over TLS is not known.", [endpoint.url]),
	bom.evidence(provider.ref, provider), [sprintf("in the source an https address or default for %s", [endpoint.url])],
)

# MCP servers and observers whose address the AI-BOM holds.
_peers contains server if {
	some server in bom.mcp_servers
	server.url
}

_peers contains object.union(item, {"ref": bom.service_ref(item.slug)}) if {
	some item in bom.observers
	item.url
}

# METADATA
# description: Answers on where data is processed.
# scope: document
regions contains answer if {
	count(_declared) > 0
	some provider in bom.providers
	some endpoint in provider.endpoints
	answer := _residency(provider, endpoint)
}

regions contains answer if {
	count(_declared) > 0
	some watcher in _watchers
	answer := _residency(watcher, watcher)
}

regions contains result.undetermined(
	"system", "no-regions",
	sprintf("aigov.yaml does not say where data may be processed%s.", [said.lapse("regions")]),
	[], said.wanted("regions", "aigov.yaml: system.regions: for example [eu], or [any] where no limit is set"),
) if {
	count(_declared) == 0
	count(bom.providers | _watchers) > 0
}

regions contains _unknown_endpoint(provider) if {
	count(_declared) > 0
	some provider in bom.providers
	count(provider.endpoints) == 0
}

regions contains unsure if some unsure in unresolved.results({"endpoint", "provider"})

regions contains gate.none_found("service") if {
	count(bom.providers | _watchers) == 0
	count(unresolved.results({"endpoint", "provider"})) == 0
}

# Whoever gets copies of prompts, and is no service of its own in the AI-BOM: its endpoints would tell.
_watchers contains object.union(item, {"ref": bom.service_ref(item.slug)}) if {
	some item in bom.observers
	item.url
	not item.slug in {bom.key(provider) | some provider in bom.providers}
}

_declared contains region if {
	said.in_force
	some region in input.declarations.system.regions
}

_residency(provider, endpoint) := result.pass(
	provider.ref, "loopback",
	sprintf("%s stays on the machine.", [endpoint.url]),
	bom.evidence(provider.ref, provider),
) if {
	endpoint.exposure == "loopback"
} else := result.pass(
	provider.ref, "any-region",
	sprintf("aigov.yaml allows every region, so also %s.", [endpoint.url]),
	said.evidence("regions"),
) if {
	count(_declared & _anywhere) > 0
} else := result.undetermined(
	provider.ref, "region-unknown",
	sprintf("%s does not name the region that processes the data.", [endpoint.url]),
	bom.evidence(provider.ref, provider),
	[
		sprintf("in the source an endpoint of %s that names its region", [bom.key(provider)]),
		"where its contract settles the region, aigov.yaml: waivers",
		"where no limit is set, aigov.yaml: system.regions: [any]",
	],
) if {
	not endpoint.region
} else := _in_region(provider, endpoint)

_in_region(provider, endpoint) := result.pass(
	provider.ref, "region-allowed",
	sprintf("%s is in %s, which aigov.yaml allows.", [endpoint.url, place.named(endpoint.region)]),
	array.concat(bom.evidence(provider.ref, provider), said.evidence("regions")),
) if {
	some allowed in _declared
	place.within(allowed, endpoint.region)
} else := result.fail(
	provider.ref, "region-not-allowed",
	sprintf("%s is in %s; aigov.yaml allows %s.", [
		endpoint.url, place.named(endpoint.region), concat(", ", sort(_declared)),
	]),
	array.concat(bom.evidence(provider.ref, provider), said.evidence("regions")),
	[sprintf("in the source an endpoint in %s, or aigov.yaml: system.regions: [%s]", [
		concat(" or ", sort(_declared)), concat(", ", sort(_declared | {endpoint.region})),
	])],
)

_unknown_endpoint(provider) := result.undetermined(
	provider.ref, "no-endpoint",
	sprintf("The BOM names no endpoint of the provider %s.", [bom.key(provider)]),
	bom.evidence(provider.ref, provider), [sprintf("in the source the address of %s", [bom.key(provider)])],
)
