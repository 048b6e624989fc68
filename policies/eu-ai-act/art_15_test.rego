package aigov_test.eu_ai_act.art_15

import data.aigov.eu_ai_act.rules.art_15 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := [
	"ai_use",
	"coverage/known",
	"coverage/complete",
	"context/evaluated_at_ns",
	"models",
	"unresolved",
	"libraries",
	"mcp_servers",
	"providers",
	"flows",
	"artifacts",
	"assets",
	"system/ref",
	"secrets",
	"observers",
]

test_pass if {
	found := results with input as testing.high_risk_provider
	testing.statuses(found) == {"pass", "not_applicable"}
}

test_fail_on_an_alias if {
	found := results with input as testing.altered(testing.high_risk_provider, [["models/0/pinned", "no"]])
	testing.says(found, "fail", "model:openai/gpt-4o-2024-08-06", "alias")
}

test_fail_on_a_library_that_is_not_locked if {
	found := results with input as testing.altered(testing.high_risk_provider, [["libraries/0/locked", "no"]])
	testing.says(found, "fail", "pkg:pypi/openai@1.55.0", "not-fixed")
}

test_fail_on_a_secret if {
	found := results with input as testing.altered(testing.high_risk_provider, [["flows/0/classes", ["secret"]]])
	testing.says(found, "fail", "service:openai", "secret")
}

test_fail_without_tls if {
	found := results with input as testing.altered(testing.high_risk_provider, [["providers/0/endpoints/0/tls", false]])
	testing.says(found, "fail", "service:openai", "no-tls")
}

test_not_applicable_below_high_risk if {
	found := results with input as testing.having("declarations/system/role", "provider")
	testing.says(found, "not_applicable", "system", "not-high-risk")
}

test_not_applicable_to_a_deployer if {
	found := results with input as testing.having("declarations/system/risk_class/class", "high")
	testing.says(found, "not_applicable", "system", "other-role")
}

test_undetermined_without_a_risk_class if {
	found := results with input as testing.provider_without_class
	testing.says(found, "undetermined", "system", "no-risk-class")
}

test_not_applicable_outside_the_union if {
	found := results with input as testing.abroad(testing.desk)
	testing.says(found, "not_applicable", "system", "outside-eu")
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
	found := results with input as testing.altered(testing.high_risk_provider, [["secrets", [testing.secret]]])
	testing.says(found, "fail", "service:openai", "hard-coded")
}

test_fail_on_a_model_file_that_runs_code if {
	found := results with input as testing.altered(testing.high_risk_provider, [["artifacts/0/runs_code", true]])
	testing.says(found, "fail", "file:models/rank.safetensors", "runs-code")
}
