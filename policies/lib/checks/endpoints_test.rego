package aigov_test.lib.checks.endpoints

import data.aigov.lib.checks.endpoints
import data.aigov.lib.gate
import data.aigov_test.testing

ref := "service:openai"

having(field, value) := testing.having(sprintf("providers/0/endpoints/0/%s", [field]), value)

lacking(field) := testing.lacking(sprintf("providers/0/endpoints/0/%s", [field]))

test_tls if {
	found := endpoints.transport with input as testing.desk
	testing.says(found, "pass", ref, "tls")
	testing.statuses(found) == {"pass"}
}

test_no_tls_fails if {
	found := endpoints.transport with input as having("tls", false)
	testing.says(found, "fail", ref, "no-tls")
}

test_tls_not_known if {
	found := endpoints.transport with input as lacking("tls")
	testing.says(found, "undetermined", ref, "tls-unknown")
}

test_loopback_needs_neither if {
	local := json.patch(having("exposure", "loopback"), [
		{"op": "replace", "path": "/providers/0/endpoints/0/tls", "value": false},
		{"op": "remove", "path": "/providers/0/endpoints/0/region"},
	])
	transport := endpoints.transport with input as local
	testing.says(transport, "pass", ref, "loopback")
	regions := endpoints.regions with input as local
	testing.says(regions, "pass", ref, "loopback")
}

test_region_allowed if {
	found := endpoints.regions with input as testing.desk
	testing.says(found, "pass", ref, "region-allowed")
	testing.statuses(found) == {"pass"}
}

test_region_outside_fails if {
	found := endpoints.regions with input as having("region", "us-east-1")
	testing.says(found, "fail", ref, "region-not-allowed")
	some answer in found
	contains(answer.message, "is in us-east-1; aigov.yaml allows eu.")
	answer.missing == ["in the source an endpoint in eu, or aigov.yaml: system.regions: [eu, us-east-1]"]
}

test_region_not_known if {
	found := endpoints.regions with input as lacking("region")
	testing.says(found, "undetermined", ref, "region-unknown")
}

test_every_region_allowed if {
	every word in ["*", "any", "global"] {
		found := endpoints.regions with input as testing.altered(lacking("region"), [["declarations/system/regions", [word]]])
		testing.says(found, "pass", ref, "any-region")
	}
}

test_regions_not_declared if {
	every path in ["declarations/system/regions", "declarations"] {
		found := endpoints.regions with input as testing.lacking(path)
		testing.says(found, "undetermined", "system", "no-regions")
		testing.statuses(found) == {"undetermined"}
	}
}

test_regions_that_nobody_stands_by_count_as_absent if {
	lapsed := testing.altered(testing.desk, [["declarations/system/stated", object.union(testing.stated, testing.lapsed)]])
	every document in [lapsed, testing.lacking("declarations/system/stated")] {
		found := endpoints.regions with input as document
		testing.answers(found) == {["undetermined", "system", "no-regions"]}
	}
	over := endpoints.regions with input as lapsed
	some answer in over
	answer.missing == ["aigov.yaml: new on and expires for system.stated"]
	endswith(answer.message, "processed (what Jo Keller says of it was valid until 2026-09-30).")
}

test_eu_is_no_place_in_london if {
	found := endpoints.regions with input as having("region", "eu-west-2") with data.aigov.lib.facts as testing.facts
	testing.says(found, "fail", ref, "region-not-allowed")
	{answer.message | some answer in found} == {
		"https://eu.api.openai.com/v1 is in eu-west-2 (GB); aigov.yaml allows eu.",
	}
	dutch := endpoints.regions with input as having("region", "westeurope") with data.aigov.lib.facts as testing.facts
	testing.says(dutch, "pass", ref, "region-allowed")
}

watched(region) := testing.altered(testing.desk, [["observers/0/slug", "opik"], ["observers/0/region", region]])

test_whoever_gets_copies_is_in_a_region_too if {
	outside := endpoints.regions with input as watched("us-east-1") with data.aigov.lib.facts as testing.facts
	testing.says(outside, "fail", "system", "region-not-allowed")
	inside := endpoints.regions with input as watched("eu-west-1") with data.aigov.lib.facts as testing.facts
	testing.statuses(inside) == {"pass"}
	alone := object.union(watched("us-east-1"), {"providers": []})
	testing.answers(endpoints.regions) == {["fail", "system", "region-not-allowed"]} with input as alone
	undeclared := json.remove(alone, ["declarations"])
	testing.answers(endpoints.regions) == {["undetermined", "system", "no-regions"]} with input as undeclared
	unseen := json.remove(undeclared, ["observers/0/url"])
	testing.answers(endpoints.regions) == {["not_applicable", "system", "none-found"]} with input as unseen
	nowhere := json.remove(watched("us-east-1"), ["observers/0/url"])
	{answer.subject | some answer in endpoints.regions} == {ref} with input as nowhere
}

test_a_service_that_watches_is_told_once if {
	itself := testing.altered(testing.desk, [["observers/0/slug", "openai"], ["observers/0/region", "us-east-1"]])
	found := endpoints.regions with input as itself with data.aigov.lib.facts as testing.facts
	testing.answers(found) == {["pass", ref, "region-allowed"]}
}

test_no_endpoint_named if {
	bare := testing.having("providers/0/endpoints", [])
	testing.says(endpoints.transport, "undetermined", ref, "no-endpoint") with input as bare
	testing.says(endpoints.regions, "undetermined", ref, "no-endpoint") with input as bare
}

test_unresolved_endpoint if {
	unsure := testing.with_unresolved("endpoint")
	testing.says(endpoints.transport, "undetermined", ref, "unresolved") with input as unsure
	testing.says(endpoints.regions, "undetermined", ref, "unresolved") with input as unsure
}

test_not_applicable_without_services if {
	none := testing.altered(testing.desk, [["providers", []], ["observers", []]])
	testing.statuses(endpoints.transport) == {"not_applicable"} with input as none
	testing.statuses(endpoints.regions) == {"not_applicable"} with input as none
}

test_only_unresolved_is_not_none_found if {
	only := testing.altered(testing.only_unresolved("providers", "endpoint"), [["observers", []]])
	testing.statuses(endpoints.transport) == {"undetermined"} with input as only
	testing.statuses(endpoints.regions) == {"undetermined"} with input as only
}

test_regions_not_declared_do_not_matter_without_services if {
	bare := object.union(testing.lacking("declarations"), {"providers": [], "observers": []})
	testing.statuses(endpoints.regions) == {"not_applicable"} with input as bare
}

test_regions_not_declared_are_told_once if {
	silent := object.union(testing.provider, {"endpoints": []})
	bare := object.union(testing.lacking("declarations"), {"providers": [silent], "observers": []})
	found := endpoints.regions with input as bare
	testing.answers(found) == {["undetermined", "system", "no-regions"]}
	named := endpoints.regions with input as testing.lacking("declarations")
	testing.answers(named) == {["undetermined", "system", "no-regions"]}
}

gated contains answer if some answer in gate.over_ai_use(endpoints.needs_of_transport, endpoints.transport)

test_nothing_is_told_without_what_it_reads if {
	every need in ["providers", "mcp_servers", "observers", "unresolved"] {
		testing.misses(gated, need) with input as testing.lacking(need)
	}
}

gated_regions contains answer if some answer in gate.over_ai_use(endpoints.needs_of_regions, endpoints.regions)

test_no_region_is_judged_without_what_it_reads if {
	every need in ["context/evaluated_at_ns", "providers", "observers", "unresolved"] {
		testing.misses(gated_regions, need) with input as testing.lacking(need)
	}
}

remote := object.union(testing.mcp_server, {"transport": "http", "url": "https://tools.example.com/mcp", "tls": true})

test_an_mcp_server_is_reached_over_tls if {
	over_tls := endpoints.transport with input as testing.having("mcp_servers/0", remote)
	testing.says(over_tls, "pass", "mcp:tickets", "tls")
	plain := object.union(remote, {"url": "http://tools.example.com/mcp", "tls": false})
	without := endpoints.transport with input as testing.having("mcp_servers/0", plain)
	testing.says(without, "fail", "mcp:tickets", "no-tls")
	on_machine := object.union(plain, {"exposure": "loopback"})
	local := endpoints.transport with input as testing.having("mcp_servers/0", on_machine)
	testing.says(local, "pass", "mcp:tickets", "loopback")
	unsaid := endpoints.transport with input as testing.having("mcp_servers/0", object.remove(remote, ["tls"]))
	testing.says(unsaid, "undetermined", "mcp:tickets", "tls-unknown")
}

test_a_server_that_is_started_here_has_no_address if {
	found := endpoints.transport with input as testing.desk
	not "mcp:tickets" in {answer.subject | some answer in found}
}

test_copies_go_over_tls if {
	found := endpoints.transport with input as testing.having("observers/0/tls", false)
	testing.says(found, "fail", "system", "no-tls")
	nowhere := endpoints.transport with input as testing.lacking("observers/0/url")
	not "system" in {answer.subject | some answer in nowhere}
}

test_an_unknown_provider_has_an_unknown_address if {
	open := testing.with_unresolved("provider")
	testing.says(endpoints.transport, "undetermined", ref, "unresolved") with input as open
	testing.says(endpoints.regions, "undetermined", ref, "unresolved") with input as open
}

test_only_an_unknown_provider_is_not_none_found if {
	only := testing.altered(testing.only_unresolved("providers", "provider"), [["observers", []]])
	testing.statuses(endpoints.transport) == {"undetermined"} with input as only
	testing.statuses(endpoints.regions) == {"undetermined"} with input as only
}

test_where_only_an_observer_has_an_address_it_decides_alone if {
	found := endpoints.transport with input as testing.having("providers", [])
	testing.answers(found) == {["pass", "system", "tls"]}
}
