package aigov_test.iso_42001.clause_7_5_3

import data.aigov.iso_42001.rules.clause_7_5_3 as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := ["ai_use", "coverage/known", "coverage/complete", "bom", "context/evaluated_at_ns"]

test_pass if {
	found := results with input as testing.desk
	testing.statuses(found) == {"pass"}
}

test_fail_on_a_lapsed_statement if {
	found := results with input as testing.having("declarations/models/0", testing.lapsed_model_approval)
	testing.says(found, "fail", "system", "lapsed")
}

test_undetermined_without_a_commit if {
	found := results with input as testing.having("bom/dirty", true)
	testing.says(found, "undetermined", "system", "dirty")
}

test_fail_without_declarations if {
	found := results with input as testing.lacking("declarations")
	testing.says(found, "fail", "system", "no-statements")
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
