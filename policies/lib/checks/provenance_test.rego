package aigov_test.lib.checks.provenance

import data.aigov.lib.checks.provenance
import data.aigov_test.testing

test_pass_on_a_tuning_job_that_names_its_data if {
	found := provenance.named with input as testing.altered(testing.desk, [
		["assets", [{"what": "tuning", "data": "tickets.jsonl", "scope": "app", "occurrences": testing.seen}]],
	])
	testing.says(found, "pass", "app:desk", "named")
}

asset(fields) := testing.having("assets", [object.union({"scope": "app", "occurrences": testing.seen}, fields)])

test_a_data_set_goes_by_its_name_and_a_tuning_job_by_its_data if {
	set_ := provenance.named with input as asset({"what": "dataset", "data": "tickets.jsonl"})
	testing.answers(set_) == {["undetermined", "app:desk", "not-named"]}
	job := provenance.named with input as asset({"what": "tuning", "name": "gpt-4o-mini"})
	testing.answers(job) == {["undetermined", "app:desk", "not-named"]}
}

test_prompts_and_model_files_are_no_data if {
	named := provenance.named with input as asset({"what": "prompt", "name": "answer", "pinned": "no"})
	testing.answers(named) == {["not_applicable", "system", "none-found"]}
	fixed := provenance.fixed with input as asset({"what": "model", "name": "acme/rank", "pinned": "no"})
	testing.answers(fixed) == {["not_applicable", "system", "none-found"]}
}
