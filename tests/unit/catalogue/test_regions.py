"""Where regions of clouds are."""

from aigov.catalogue import load_catalogue
from aigov.catalogue.regions import european_regions
from aigov.policy.facts import facts_data


def test_the_union_is_no_spelling() -> None:
    regions = european_regions()
    assert {regions[name].country for name in ("eu-west-1", "northeurope", "North Europe")} == {"IE"}
    assert all(
        regions[name].in_union for name in ("eu", "eu-central-1", "europe-west4", "westeurope", "eusc-de-east-1")
    )
    outside = ("eu-west-2", "eu-central-2", "europe-west2", "europe-west6", "uksouth", "Norway East", "eu-jovanovac-1")
    assert not any(regions[name].in_union for name in outside)
    assert not {"us-east-1", "westus"} & regions.keys()


def test_rules_are_told_of_every_region() -> None:
    facts = facts_data(load_catalogue())["regions"]
    assert facts["West Europe"] == facts["westeurope"] == {"country": "NL", "union": True}
    assert facts.keys() == european_regions().keys()
