package aigov_test.iso_42001.a_4_4

import data.aigov.iso_42001.rules.a_4_4 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := ["ai_use", "coverage/known", "coverage/complete", "libraries", "mcp_servers"]

test_pass if {
	found := results with input as testing.desk
	testing.statuses(found) == {"pass"}
}

test_fail_on_a_library_that_is_not_locked if {
	found := results with input as testing.having("libraries/0/locked", "no")
	testing.says(found, "fail", "pkg:pypi/openai@1.55.0", "not-fixed")
}

test_fail_on_an_mcp_server_that_is_not_pinned if {
	found := results with input as testing.having("mcp_servers/0/pinned", "no")
	testing.says(found, "fail", "mcp:tickets", "not-fixed")
}

test_not_applicable_without_libraries_and_servers if {
	found := results with input as object.union(testing.desk, {"libraries": [], "mcp_servers": []})
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
