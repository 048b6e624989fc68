package aigov_test.lib.checks.supply

import data.aigov.lib.checks.supply
import data.aigov_test.testing

lib := "pkg:pypi/openai@1.55.0"

test_fixed if {
	found := supply.results with input as testing.desk
	testing.statuses(found) == {"pass"}
	testing.says(found, "pass", lib, "fixed")
	testing.says(found, "pass", "mcp:tickets", "fixed")
}

test_not_fixed_fails if {
	library := supply.results with input as testing.having("libraries/0/locked", "no")
	testing.says(library, "fail", lib, "not-fixed")
	server := supply.results with input as testing.having("mcp_servers/0/pinned", "no")
	testing.says(server, "fail", "mcp:tickets", "not-fixed")
	some answer in server
	answer.missing == ["an exact version for the MCP server tickets where it is started"]
}

test_not_known_is_undetermined if {
	every path in ["libraries/0/locked", "mcp_servers/0/pinned"] {
		found := supply.results with input as testing.having(path, "unresolved")
		testing.statuses(found) == {"pass", "undetermined"}
		silent := supply.results with input as testing.lacking(path)
		testing.statuses(silent) == {"pass", "undetermined"}
	}
}

test_not_applicable_without_parts if {
	none := object.union(testing.desk, {"libraries": [], "mcp_servers": []})
	testing.statuses(supply.results) == {"not_applicable"} with input as none
}

test_each_part_is_told_once if {
	found := supply.results with input as testing.having("libraries/0/locked", "no")
	testing.answers(found) == {["fail", lib, "not-fixed"], ["pass", "mcp:tickets", "fixed"]}
}
