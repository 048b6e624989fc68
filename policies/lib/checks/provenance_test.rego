package aigov_test.lib.checks.provenance

import data.aigov.lib.checks.provenance
import data.aigov_test.testing

test_pass_on_a_tuning_job_that_names_its_data if {
	found := provenance.named with input as testing.altered(testing.desk, [
		["assets", [{"what": "tuning", "data": "tickets.jsonl", "scope": "app", "occurrences": testing.seen}]],
	])
	testing.says(found, "pass", "app:desk", "named")
}
