package aigov_test.lib.checks.repurposed

import data.aigov.lib.checks.repurposed
import data.aigov_test.testing

results contains answer if some answer in repurposed.results with data.aigov.lib.facts as testing.facts

signalled := testing.having("indicators", [testing.hiring])

test_fails_without_a_statement if {
	found := results with input as signalled
	testing.says(found, "fail", "app:desk", "recruitment")
	softly := results with input as testing.having("indicators", [object.union(testing.hiring, {"signal": "name"})])
	testing.says(softly, "undetermined", "app:desk", "recruitment")
}

test_passes_on_a_statement if {
	stated := object.union(testing.attested("eu-ai-act/Art. 25(1)(c)"), {"indicators": [testing.hiring]})
	testing.statuses(results) == {"pass"} with input as stated
}

test_not_applicable_without_signal_or_model if {
	found := results with input as testing.desk
	testing.says(found, "not_applicable", "system", "none-found")
	bare := results with input as object.union(signalled, {"models": [], "providers": []})
	testing.says(bare, "not_applicable", "system", "none-found")
}

test_undetermined_where_aigov_knows_no_sign if {
	found := repurposed.results with input as testing.desk with data.aigov.lib.facts as {}
	testing.says(found, "undetermined", "system", "not-looked-for")
}

test_a_store_is_no_general_purpose_model if {
	store := object.union(testing.provider, {"kind": "vector-db"})
	found := results with input as object.union(signalled, {"models": [], "providers": [store]})
	testing.says(found, "not_applicable", "system", "none-found")
	served := results with input as object.union(signalled, {"models": []})
	testing.says(served, "fail", "app:desk", "recruitment")
}

test_a_model_of_no_known_provider_and_one_of_an_own_host_are_of_general_purpose if {
	alone := results with input as object.union(signalled, {"providers": []})
	testing.answers(alone) == {["fail", "app:desk", "recruitment"]}
	host := object.union(testing.provider, {"kind": "model-host"})
	hosted := results with input as object.union(signalled, {"models": [], "providers": [host]})
	testing.answers(hosted) == {["fail", "app:desk", "recruitment"]}
}

test_a_model_that_the_source_does_not_name_counts if {
	every what in ["model", "provider"] {
		unnamed := object.union(testing.with_unresolved(what), {"indicators": [testing.hiring]})
		found := results with input as object.union(unnamed, {"models": [], "providers": []})
		testing.says(found, "fail", "app:desk", "recruitment")
	}
	onward := object.union(testing.only_handing_on, {"indicators": [testing.hiring], "models": []})
	handed_on := results with input as onward
	testing.says(handed_on, "fail", "app:desk", "recruitment")
}

test_an_address_that_is_not_named_is_no_model if {
	unnamed := object.union(testing.with_unresolved("endpoint"), {"indicators": [testing.hiring]})
	found := results with input as object.union(unnamed, {"models": [], "providers": []})
	testing.statuses(found) == {"not_applicable"}
}
