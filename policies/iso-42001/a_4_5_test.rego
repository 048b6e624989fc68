package aigov_test.iso_42001.a_4_5

import data.aigov.iso_42001.rules.a_4_5 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"providers",
	"unresolved",
	"context/evaluated_at_ns",
	"mcp_servers",
	"observers",
]

test_pass if {
	found := results with input as testing.desk
	testing.statuses(found) == {"pass"}
}

test_fail_outside_the_declared_regions if {
	found := results with input as testing.having("providers/0/endpoints/0/region", "us-east-1")
	testing.says(found, "fail", "service:openai", "region-not-allowed")
}

test_fail_without_tls if {
	found := results with input as testing.having("providers/0/endpoints/0/tls", false)
	testing.says(found, "fail", "service:openai", "no-tls")
}

test_undetermined_without_declared_regions if {
	found := results with input as testing.lacking("declarations/system/regions")
	testing.says(found, "undetermined", "system", "no-regions")
}

test_not_applicable_without_providers if {
	found := results with input as testing.having("providers", [])
	testing.says(found, "not_applicable", "system", "none-found")
}

test_not_applicable_without_ai if {
	found := results with input as testing.no_ai
	testing.statuses(found) == {"not_applicable"}
	testing.says(found, "not_applicable", "system", "no-ai")
}

test_undetermined_on_empty_input if {
	every need in needs {
		testing.misses(results, need) with input as testing.empty
	}
}

test_undetermined_without_each_fact if {
	every need in needs {
		testing.misses(results, need) with input as testing.lacking(need)
	}
}

test_fail_on_a_public_endpoint_where_a_private_one_is_declared if {
	found := results with input as testing.having("declarations/providers/0/exposure", "private")
	testing.says(found, "fail", "service:openai", "public-endpoint")
}
