"""Every shipped entry fires on source as real programs have it: ``tests/catalogue/<id>`` (docs/catalogue.md)."""

from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.catalogue.audit import audit, regex_fault
from aigov.catalogue.loader import entry_files
from aigov.resources import catalogue_dir, catalogue_fixtures
from aigov.scan.fixtures import run_fixtures

FIXTURES = Path(__file__).parents[2] / "catalogue"
IDS = sorted(load_catalogue().entries)


def test_the_fixtures_are_where_the_command_looks_for_them() -> None:
    assert catalogue_fixtures() == FIXTURES


def test_every_fixture_is_of_an_entry() -> None:
    assert sorted(path.name for path in FIXTURES.iterdir()) == IDS


@pytest.mark.parametrize("group", range(0, len(IDS), 20))
def test_every_entry_fires_on_its_fixture(group: int) -> None:
    results = run_fixtures(load_catalogue(), FIXTURES, IDS[group : group + 20])
    assert {r.entry: r.failures or "no fixture" for r in results if r.failures or not r.fires} == {}


def test_entries_with_constructors_that_name_a_model_have_a_model_in_their_fixture() -> None:
    """A constructor that the fixture does not call could be misspelt for ever."""
    silent = [
        entry.id
        for entry in load_catalogue().entries.values()
        if entry.kind == "provider"
        and any(c.model_args for c in entry.constructors if c.provider in (None, entry.id))
        and " model " not in (FIXTURES / entry.id / "EXPECT").read_text()
    ]
    assert silent == WITHOUT_MODEL


WITHOUT_MODEL: list[str] = []


def test_the_shipped_entries_pass_the_audit() -> None:
    assert audit(load_catalogue(), {path.stem: path.name for path in entry_files(catalogue_dir())}) == []


@pytest.mark.parametrize(
    ("regex", "complaint"),
    [
        ("(a+)+", "repeats"),
        ("(?:a|ab)*", "chooses"),
        ("x((a|ab))*", "chooses"),
        ("(?:a{2,})*", "repeats"),
        ("(?:-[a-z-]+)*", "repeats"),
        ("(a", "not a regular expression"),
        ("a" * 2001, "longer"),
    ],
)
def test_expressions_that_could_run_for_ages_are_refused(regex: str, complaint: str) -> None:
    assert complaint in (regex_fault(regex) or "")


@pytest.mark.parametrize("regex", [r"acme-\d(?:-(?:mini|pro))*", "[(+]+", "(a*)?", r"x(?:-\w+)*", r"\(+a", "[]a]+"])
def test_expressions_of_model_ids_are_let_pass(regex: str) -> None:
    assert regex_fault(regex) is None
