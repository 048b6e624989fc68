package aigov_test.house_rules.mcp_servers_have_owners

import data.aigov.house_rules.rules.mcp_servers_have_owners as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results

owned := testing.having("declarations/owners/0/covers", ["mcp:tick*"])

needs := ["ai_use", "coverage/known", "coverage/complete", "mcp_servers"]

test_pass if {
	found := results with input as owned
	testing.answers(found) == {["pass", "mcp:tickets", "owned"]}
}

test_fail_where_an_owner_of_everything_is_all if {
	found := results with input as testing.desk
	testing.answers(found) == {["fail", "mcp:tickets", "no-owner"]}
}

test_fail_where_another_server_is_owned if {
	found := results with input as testing.having("declarations/owners/0/covers", ["mcp:billing"])
	testing.answers(found) == {["fail", "mcp:tickets", "no-owner"]}
}

test_fail_without_a_contact if {
	found := results with input as testing.altered(owned, [["declarations/owners/0/contact", ""]])
	testing.answers(found) == {["fail", "mcp:tickets", "no-owner"]}
}

test_fail_without_declarations if {
	found := results with input as testing.lacking("declarations")
	testing.answers(found) == {["fail", "mcp:tickets", "no-owner"]}
}

test_not_applicable_without_mcp_servers if {
	found := results with input as testing.having("mcp_servers", [])
	testing.answers(found) == {["not_applicable", "system", "none-found"]}
}

test_not_applicable_without_ai if {
	found := results with input as testing.no_ai
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
