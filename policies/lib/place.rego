# METADATA
# title: Places of regions
# description: >-
#   Which of the regions that clouds name are in the European Union, as the catalogue lists them, and whether a region
#   is one of those that aigov.yaml allows.
package aigov.lib.place

import data.aigov.lib.bom
import data.aigov.lib.facts
import data.aigov.lib.pattern

# METADATA
# description: Whether a region is allowed. `eu` allows what is in the Union; `eu-*` and `westeurope` go by the letter.
# scope: document
within(allowed, region) if pattern.matches(allowed, region)

within(allowed, region) if {
	allowed != "eu"
	startswith(region, sprintf("%s-", [allowed]))
}

within("eu", region) if in_union(region)

# A region that the catalogue does not know goes by its name.
within("eu", region) if {
	startswith(region, "eu-")
	not facts.regions[region]
}

# METADATA
# description: Whether a region is known to be in the European Union.
in_union(region) if facts.regions[region].union == true

# METADATA
# description: '`eu-west-2 (GB)`, or `us-east-1` where the catalogue knows no country.'
# scope: document
named(region) := sprintf("%s (%s)", [region, facts.regions[region].country]) if {
	facts.regions[region].country != "EU"
} else := region

# METADATA
# description: 'Services and observers that ship, at endpoints in the Union: `{"ref", "url", "region", "item"}`.'
# scope: document
in_the_union contains {"ref": provider.ref, "url": endpoint.url, "region": endpoint.region, "item": provider} if {
	some provider in bom.providers
	some endpoint in provider.endpoints
	in_union(endpoint.region)
}

in_the_union contains {"ref": bom.service_ref(item.slug), "url": item.url, "region": item.region, "item": item} if {
	some item in bom.observers
	in_union(item.region)
}
