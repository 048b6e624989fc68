package aigov_test.nist_ai_rmf.measure_2_7

import data.aigov.nist_ai_rmf.rules.measure_2_7 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"providers",
	"unresolved",
	"flows",
	"secrets",
	"artifacts",
	"assets",
	"system/ref",
	"agents",
	"mcp_servers",
	"observers",
]

test_pass if {
	found := results with input as testing.desk
	testing.statuses(found) == {"pass", "not_applicable"}
}

test_fail_on_a_secret if {
	found := results with input as testing.having("flows/0/classes", ["secret"])
	testing.says(found, "fail", "service:openai", "secret")
}

test_fail_without_tls if {
	found := results with input as testing.having("providers/0/endpoints/0/tls", false)
	testing.says(found, "fail", "service:openai", "no-tls")
}

test_undetermined_where_the_data_cannot_be_told if {
	found := results with input as testing.having("flows/0/unresolved", "built elsewhere")
	testing.says(found, "undetermined", "service:openai", "data-unresolved")
}

test_undetermined_on_an_unresolved_endpoint if {
	found := results with input as testing.with_unresolved("endpoint")
	testing.says(found, "undetermined", "service:openai", "unresolved")
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

test_fail_on_a_hard_coded_key if {
	found := results with input as testing.having("secrets", [testing.secret])
	testing.says(found, "fail", "service:openai", "hard-coded")
}

test_fail_on_a_model_file_that_runs_code if {
	found := results with input as testing.altered(testing.desk, [["artifacts/0/runs_code", true]])
	testing.says(found, "fail", "file:models/rank.safetensors", "runs-code")
}

test_fail_on_an_agent_that_joins_too_much if {
	found := results with input as testing.having("agents/0/combinations", [{"id": "untrusted-code", "proof": []}])
	testing.says(found, "fail", "agent:desk", "untrusted-code")
}
