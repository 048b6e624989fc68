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
	testing.says(found, "undetermined", "agent:desk", "not-wholly-known")
}

test_pass_when_nothing_is_consequential if {
	found := oversight.results with input as testing.altered(json.remove(testing.desk, ["tools/0/approval"]), [
		["tools/0/capabilities", [{"class": "reads-sensitive"}]],
	])
	testing.says(found, "pass", "agent:desk", "nothing-consequential")
}
