"""What rules are told of the catalogue's knowledge."""

from aigov.catalogue import load_catalogue
from aigov.policy.facts import facts_data

DAY = 86_400 * 10**9


def test_days_come_as_text_and_as_nanoseconds_and_unknown_ones_not_at_all() -> None:
    facts = facts_data(load_catalogue())
    rows = [row for models in facts["lifecycle"].values() for row in models.values()]
    assert len(rows) > 100
    for row in rows:
        for name in ("earliest", "latest"):
            assert (f"{name}_date" in row) == (f"{name}_ns" in row)
            assert row.get(f"{name}_ns", 0) % DAY == 0
        assert None not in row.values()
        assert row["as_of_ns"] % DAY == 0
    assert any("earliest_ns" not in row for row in rows)


def test_one_known_day() -> None:
    catalogue = load_catalogue()
    fact = next(fact for fact in catalogue.lifecycle_facts() if fact.latest_date == "2026-10-23")
    row = facts_data(catalogue)["lifecycle"][fact.platform][fact.model_id]
    assert row["latest_ns"] == 1792713600 * 10**9


def test_terms_and_indicators_are_by_id_and_hold_no_null() -> None:
    facts = facts_data(load_catalogue())
    assert facts["terms"]["openai"]["as_of"]
    assert all(None not in terms.values() for terms in facts["terms"].values())
    assert all(indicator["practices"] for indicator in facts["indicators"].values())
