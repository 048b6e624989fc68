package aigov_test.lib.bom

import data.aigov.lib.bom
import data.aigov_test.testing

test_only_what_ships_is_judged if {
	every scope in ["test", "doc", "example"] {
		count(bom.models) == 0 with input as testing.having("models/0/scope", scope)
		count(bom.providers) == 0 with input as testing.having("providers/0/scope", scope)
		count(bom.libraries) == 0 with input as testing.having("libraries/0/scope", scope)
		count(bom.mcp_servers) == 0 with input as testing.having("mcp_servers/0/scope", scope)
		count(bom.flows) == 0 with input as testing.having("flows/0/scope", scope)
	}
	every scope in ["test", "doc", "example"] {
		signal := object.union(testing.emotion, {"scope": scope})
		count(bom.indicators) == 0 with input as testing.having("indicators", [signal])
		use := object.union(testing.unresolved, {"scope": scope})
		count(bom.unresolved) == 0 with input as testing.having("unresolved", [use])
		service := object.remove(object.union(testing.provider, {"scope": scope}), ["slug"])
		count(bom.unknown_services) == 0 with input as testing.having("providers", [service])
	}
	every scope in ["app", "build"] {
		count(bom.models) == 1 with input as testing.having("models/0/scope", scope)
	}
}

test_indicators_and_unresolved_that_ship if {
	count(bom.indicators) == 1 with input as testing.having("indicators", [testing.emotion])
	count(bom.unresolved) == 1 with input as testing.with_unresolved("model")
}

test_libraries_that_are_no_ai_are_left_out if {
	count(bom.libraries) == 0 with input as testing.lacking("libraries/0/slug")
}

test_services_that_the_catalogue_does_not_know_are_kept_apart if {
	foreign := testing.lacking("providers/0/slug")
	count(bom.providers) == 0 with input as foreign
	count(bom.unknown_services) == 1 with input as foreign
	count(bom.unknown_services) == 0 with input as testing.desk
}

test_key_is_the_catalogue_id_else_the_name if {
	bom.key(testing.provider) == "openai"
	bom.key({"name": "Acme AI"}) == "Acme AI"
}

test_service_ref if {
	bom.service_ref("openai") == "service:openai" with input as testing.desk
	bom.service_ref("cohere") == "system" with input as testing.desk
}

test_evidence_shows_the_first_five if {
	places := [{"file": "a.py", "line": line} | some line in numbers.range(1, 9)]
	shown := bom.evidence("x", {"occurrences": places})
	count(shown) == 5
	shown[0] == {"ref": "x", "file": "a.py", "line": 1}
}

test_evidence_without_a_line_or_a_place if {
	bom.evidence("x", {"occurrences": [{"file": "a.json"}]}) == [{"ref": "x", "file": "a.json"}]
	bom.evidence("x", {"occurrences": []}) == [{"ref": "x"}]
	bom.evidence("x", {}) == [{"ref": "x"}]
}

test_at if {
	bom.at(testing.provider) == " at desk/answer.py:12"
	bom.at({"occurrences": [{"file": "a.json"}]}) == " in a.json"
	bom.at({"occurrences": []}) == ""
}

test_flows_to_a_provider_are_its_own if {
	other := object.union(testing.flow, {"provider": "mistral"})
	provider := testing.provider
	found := bom.flows_to(provider) with input as testing.having("flows", [other, testing.flow])
	{flow.provider | some flow in found} == {"openai"}
}

test_agents_files_data_and_observers_are_judged_where_they_ship if {
	every scope in ["test", "doc", "example"] {
		count(bom.agents) == 0 with input as testing.having("agents/0/scope", scope)
		count(bom.artifacts) == 0 with input as testing.having("artifacts/0/scope", scope)
		count(bom.assets) == 0 with input as testing.having("assets/0/scope", scope)
		count(bom.observers) == 0 with input as testing.having("observers/0/scope", scope)
	}
	every found in [bom.agents, bom.artifacts, bom.assets, bom.observers] {
		count(found) == 1
	} with input as testing.desk
}

test_data_is_handed_on_by_a_framework_without_a_provider if {
	found := bom.onward with input as testing.handing_on
	{item.slug | some item in found} == {"litellm"}
	none := bom.onward with input as testing.desk
	count(none) == 0
	copy := bom.onward with input as testing.altered(testing.handing_on, [["flows/1/copied", "openai"]])
	count(copy) == 0
	served := object.union(testing.provider, {"ref": "service:litellm", "slug": "litellm"})
	named := bom.onward with input as testing.altered(testing.handing_on, [["providers", [served]]])
	count(named) == 0
}

test_what_has_no_service_belongs_to_its_library if {
	ref := bom.service_ref("litellm") with input as testing.handing_on
	ref == testing.framework.ref
	both := bom.service_ref("openai") with input as testing.desk
	both == "service:openai"
}
