package aigov_test.lib.checks.oversight

import data.aigov.lib.checks.oversight
import data.aigov_test.testing

test_pass_when_the_agent_is_gated if {
	found := oversight.results with input as testing.altered(json.remove(testing.desk, ["tools/0/approval"]), [
		["agents/0/approval", {"file": "a.py"}],
	])
	testing.says(found, "pass", "agent:desk", "gated")
}

test_fail_on_a_capability_of_the_agent_itself if {
	found := oversight.results with input as testing.altered(testing.desk, [
		["agents/0/capabilities", [{"class": "runs-code", "file": "a.py", "line": 1}]],
	])
	testing.says(found, "fail", "agent:desk", "no-gate")
}

test_undetermined_on_a_name_alone if {
	found := oversight.results with input as testing.altered(json.remove(testing.desk, ["tools/0/approval"]), [
		["tools/0/capabilities/0/weak", true],
	])
	testing.says(found, "undetermined", "agent:desk", "may-act")
}

test_undetermined_on_an_unknown_agent if {
	found := oversight.results with input as testing.altered(testing.desk, [["agents/0/unresolved", "built elsewhere"]])
	testing.says(found, "undetermined", "agent:desk", "not-wholly-known")
}

test_undetermined_on_an_unknown_tool if {
	found := oversight.results with input as testing.altered(json.remove(testing.desk, ["tools/0/approval"]), [
		["tools/0/capabilities", []], ["tools/0/unresolved", "built elsewhere"],
	])
	testing.says(found, "undetermined", "agent:desk", "not-wholly-known")
}

test_undetermined_on_an_mcp_server if {
	found := oversight.results with input as testing.altered(testing.desk, [["agents/0/mcp_servers", ["mcp:tickets"]]])
	testing.says(found, "undetermined", "agent:desk", "not-wholly-known")
}

test_undetermined_on_both if {
	found := oversight.results with input as testing.altered(json.remove(testing.desk, ["tools/0/approval"]), [
		["agents/0/mcp_servers", ["mcp:tickets"]], ["agents/0/unresolved", "x"],
		["tools/0/capabilities", []], ["tools/0/unresolved", "y"],
	])
	testing.answers(found) == {["undetermined", "agent:desk", "not-wholly-known"]}
	some answer in found
	answer.message == "What the agent desk can do is not wholly known: send_reply: y; the MCP server tickets; x."
}

test_tools_of_other_agents_do_not_count if {
	every changed in [["tools/0/scope", "app"], ["tools/0/unresolved", "built elsewhere"]] {
		found := oversight.results with input as testing.altered(json.remove(testing.desk, ["tools/0/approval"]), [
			["agents/0/tools", []], changed,
		])
		testing.answers(found) == {["pass", "agent:desk", "nothing-consequential"]}
	}
}

test_a_gated_tool_need_not_be_known if {
	found := oversight.results with input as testing.having("tools/0/unresolved", "built elsewhere")
	testing.answers(found) == {["pass", "agent:desk", "nothing-consequential"]}
}

test_what_an_agent_merely_reads_needs_no_gate if {
	found := oversight.results with input as testing.having("agents/0/capabilities", [{"class": "reads-sensitive"}])
	testing.answers(found) == {["pass", "agent:desk", "nothing-consequential"]}
}

test_pass_when_nothing_is_consequential if {
	found := oversight.results with input as testing.altered(json.remove(testing.desk, ["tools/0/approval"]), [
		["tools/0/capabilities", [{"class": "reads-sensitive"}]],
	])
	testing.says(found, "pass", "agent:desk", "nothing-consequential")
}

test_undetermined_on_a_tool_or_server_that_the_bom_does_not_describe if {
	gone := oversight.results with input as testing.altered(testing.desk, [["tools", []]])
	testing.answers(gone) == {["undetermined", "agent:desk", "not-wholly-known"]}
	servers := testing.altered(testing.desk, [["agents/0/mcp_servers", ["mcp:gone"]]])
	server := oversight.results with input as servers
	testing.answers(server) == {["undetermined", "agent:desk", "not-wholly-known"]}
	some other in server
	other.message == "What the agent desk can do is not wholly known: the MCP server gone."
	some answer in gone
	answer.message == "What the agent desk can do is not wholly known: the tool send_reply."
}
