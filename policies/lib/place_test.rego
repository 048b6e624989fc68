package aigov_test.lib.place

import data.aigov.lib.place
import data.aigov_test.testing

within(allowed, region) if place.within(allowed, region) with data.aigov.lib.facts as testing.facts

test_eu_is_the_union_and_not_a_spelling if {
	within("eu", "eu")
	within("eu", "eu-west-1")
	within("eu", "westeurope")
	within("eu", "West Europe")
	not within("eu", "eu-west-2")
	not within("eu", "us-east-1")
	not within("eu", "europe-west4")
}

test_a_region_that_nobody_lists_goes_by_its_name if {
	within("eu", "eu-nowhere-9")
	place.within("eu", "eu-west-2") with data.aigov.lib.facts as {}
	not within("eu", "euro")
}

test_others_go_by_the_letter if {
	within("eu-*", "eu-west-2")
	within("westeurope", "westeurope")
	within("West Europe", "West Europe")
	within("us", "us-east-1")
	not within("us", "usgov")
	not within("us", "eu-west-1")
	not within("eu-west-1", "eu-west-2")
}

named(region) := text if text := place.named(region) with data.aigov.lib.facts as testing.facts

test_a_region_is_named_with_its_country if {
	named("eu-west-2") == "eu-west-2 (GB)"
	named("West Europe") == "West Europe (NL)"
	named("eu") == "eu"
	named("us-east-1") == "us-east-1"
}

found := places if places := place.in_the_union with data.aigov.lib.facts as testing.facts

test_places_of_services_and_observers if {
	services := found with input as testing.desk
	{[item.ref, item.url, item.region] | some item in services} == {
		["service:openai", "https://eu.api.openai.com/v1", "eu"],
	}
	watched := testing.altered(testing.desk, [["providers", []], ["observers/0/region", "westeurope"]])
	observers := found with input as watched
	{[item.ref, item.url, item.region] | some item in observers} == {
		["system", "https://langfuse.desk.internal", "westeurope"],
	}
}

test_elsewhere_is_no_place_in_the_union if {
	abroad := found with input as testing.having("providers/0/endpoints/0/region", "eu-west-2")
	count(abroad) == 0
	watched := found with input as testing.altered(testing.desk, [["providers", []], ["observers/0/region", "us-east-1"]])
	count(watched) == 0
	tested := found with input as testing.having("providers/0/scope", "test")
	count(tested) == 0
}
