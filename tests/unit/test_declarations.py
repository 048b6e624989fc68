"""aigov.yaml: every fault with its line and a fix, and the days on which a statement holds."""

from datetime import UTC, date, datetime
from pathlib import Path
from textwrap import dedent

import pytest

from aigov.declarations import DeclarationsError, Term, load_declarations, parse_declarations
from aigov.declared import SAID_OF_SYSTEM
from aigov.errors import UsageError
from aigov.schema import load_schema

FIXTURES = Path(__file__).parent / "fixtures" / "declarations"
FULL = FIXTURES / "full.yaml"


def test_everything_in_a_full_file_is_read() -> None:
    declarations = load_declarations(FULL)
    assert declarations.system.risk_class is not None
    assert declarations.system.risk_class.term == Term(on=date(2026, 3, 1), expires=date(2027, 3, 1))
    assert declarations.system.stated is not None
    assert (declarations.system.stated.by, declarations.system.stated.term.on) == ("Jo Keller (CISO)", date(2026, 3, 1))
    assert declarations.providers[0].training == "opted-out"
    assert declarations.models[0].provider == "openai"
    assert (declarations.attestations[0].framework, declarations.attestations[0].control) == (
        "eu-ai-act",
        "Art. 5(1)(f)",
    )
    assert declarations.attestations[0].where == f"{FULL}:42"
    assert declarations.waivers[0].subject == "service:openai"
    assert declarations.waivers[0].term.on == date(2026, 11, 23)
    assert not declarations.waivers[0].undated


def test_the_policy_input_is_what_its_schema_says_and_holds_no_waiver() -> None:
    from jsonschema import Draft202012Validator

    document = load_declarations(FULL).to_policy_input()
    schema = load_schema("policy-input")
    Draft202012Validator({**schema["properties"]["declarations"], "$defs": schema["$defs"]}).validate(document)
    assert set(document) == {"system", "owners", "providers", "models", "attestations"}
    day = 86_400 * 10**9
    assert document["attestations"][0]["expires_ns"] - document["attestations"][0]["on_ns"] == 366 * day


def test_the_smallest_file_claims_nothing() -> None:
    declarations = parse_declarations(b"version: 1\nsystem: {name: x}\n", "aigov.yaml")
    assert declarations.to_policy_input() == {
        "system": {"name": "x"},
        "owners": [],
        "providers": [],
        "models": [],
        "attestations": [],
    }


@pytest.mark.parametrize(
    ("at", "begun", "expired"),
    [
        ("2026-02-28T23:59:59+00:00", False, False),
        ("2026-03-01T00:00:00+00:00", True, False),
        ("2027-03-01T23:59:59+00:00", True, False),
        ("2027-03-01T23:30:00-02:00", True, True),
        ("2027-03-02T00:00:00+00:00", True, True),
    ],
)
def test_a_term_is_whole_days_in_utc(at: str, begun: bool, expired: bool) -> None:
    term = Term(on=date(2026, 3, 1), expires=date(2027, 3, 1))
    instant = datetime.fromisoformat(at)
    nanoseconds = int(instant.timestamp()) * 10**9
    assert (term.begun(instant), term.expired(instant)) == (begun, expired)
    assert (term.on_ns <= nanoseconds, nanoseconds >= term.expires_ns) == (begun, expired)


def test_expired_statements_are_listed_in_file_order() -> None:
    listed = load_declarations(FULL).expired(datetime(2027, 3, 2, tzinfo=UTC))
    assert [(what, where.rpartition(":")[2], str(day)) for what, where, day in listed] == [
        ("statement on the system", "7", "2027-03-01"),
        ("risk class limited", "10", "2027-03-01"),
        ("statement on the owner AI platform", "20", "2027-02-28"),
        ("approval of model gpt-4o-*", "34", "2026-12-31"),
        ("attestation of eu-ai-act/Art. 5(1)(f)", "42", "2027-03-01"),
    ]


def test_what_nobody_stands_by_is_told_with_its_line() -> None:
    text = """\
        version: 1
        system:
          name: x
          eu_exposure: false
          users: []
        owners:
          - {name: Team, contact: t@example.com, covers: ["*"]}
        """
    declarations = parse_declarations(dedent(text).encode(), "aigov.yaml")
    assert declarations.unsigned() == [
        ("what system says (eu_exposure, users)", "aigov.yaml:2"),
        ("the owner Team", "aigov.yaml:7"),
    ]
    assert "stated" not in declarations.to_policy_input()["owners"][0]
    assert load_declarations(FULL).unsigned() == []
    signed = "{class: minimal, reasons: [a], by: Jo, on: 2026-01-01, expires: 2026-12-31}"
    bare = f"version: 1\nsystem:\n  name: x\n  risk_class: {signed}\n"
    assert parse_declarations(bare.encode(), "aigov.yaml").unsigned() == []


def test_every_fact_of_the_system_is_the_word_of_whoever_states_it() -> None:
    """A new key would otherwise count without anybody who says so."""
    assert set(SAID_OF_SYSTEM) == load_schema("declarations")["properties"]["system"]["properties"].keys() - {
        "name",
        "stated",
        "risk_class",
    }


def cases() -> list[Path]:
    return sorted((FIXTURES / "bad").glob("*.yaml"))


@pytest.mark.parametrize("path", cases(), ids=lambda path: path.stem)
def test_each_fault_names_its_line_and_a_fix(path: Path) -> None:
    """Each bad file says in ``#!`` comments, in order, which errors it must give."""
    expected = [line.partition("#! ")[2] for line in path.read_text().splitlines() if "#! " in line]
    with pytest.raises(DeclarationsError) as caught:
        parse_declarations(path.read_bytes(), "aigov.yaml")
    assert [str(problem) for problem in caught.value.problems] == expected


def test_the_error_carries_the_first_problem_and_counts_the_rest() -> None:
    with pytest.raises(DeclarationsError) as caught:
        parse_declarations(b"version: 2\nsystem: {}\n", "aigov.yaml")
    error = caught.value
    assert isinstance(error, UsageError)
    assert error.exit_code == 2
    assert str(error) == (
        "aigov.yaml:1: `version` is 2, which this aigov does not read; and 1 more problem (write e.g. `version: 1`)"
    )
    assert len(error.problems) == 2


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file"):
        load_declarations(tmp_path / "none.yaml")
    with pytest.raises(UsageError, match="Is a directory"):
        load_declarations(tmp_path)


def test_a_huge_file_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "aigov.yaml"
    with path.open("wb") as file:
        file.truncate(10 * 2**30)
    with pytest.raises(UsageError, match="larger than 512 KiB"):
        load_declarations(path)


def test_a_message_stays_one_line_and_steers_no_terminal() -> None:
    text = b'version: "a\\n\\e[2J"\nsystem: {name: x, "k\\e\\ny": 1}\n'
    with pytest.raises(DeclarationsError) as caught:
        parse_declarations(text, "aigov.yaml")
    assert [str(problem) for problem in caught.value.problems] == [
        "aigov.yaml:1: `version` is a ?[2J, which this aigov does not read (write e.g. `version: 1`)",
        "aigov.yaml:2: `system.k? y` is not known "
        "(known here: name, purpose, role, eu_exposure, stated, users, regions, data_classes, incident_contact, "
        "restricted, risk_class)",
    ]


def test_what_crosschecks_need_reaches_the_policies() -> None:
    text = b"""version: 1
system: {name: desk, data_classes: [], incident_contact: on-call, restricted: ["jurisdiction:RU"]}
approvals:
  providers:
    - {provider: openai, approved_by: Jo, on: 2026-01-01, expires: 2026-12-31, data_classes: [], exposure: private}
evaluations:
  - {model: gpt-5, covers: [bias], result: wiki/1, by: Jo, on: 2026-01-01, expires: 2026-02-01}
"""
    declared = parse_declarations(text, "aigov.yaml")
    given = declared.to_policy_input()
    assert given["system"] == {
        "name": "desk",
        "data_classes": [],
        "incident_contact": "on-call",
        "restricted": ["jurisdiction:RU"],
    }
    assert given["providers"][0]["exposure"] == "private"
    assert [(row["model"], row["covers"], row["result"]) for row in given["evaluations"]] == [
        ("gpt-5", ["bias"], "wiki/1")
    ]
    lapsed = declared.expired(datetime(2026, 3, 1, tzinfo=UTC))
    assert [(what, where) for what, where, _ in lapsed] == [("evaluation of model gpt-5", "aigov.yaml:7")]


def test_logs_and_licences_reach_the_rules_with_their_days() -> None:
    text = """
        version: 1
        system: {name: desk}
        logs:
          - covers: ["provider:openai"]
            kept_in: langfuse
            retention_days: 400
            by: Jo
            on: 2026-01-01
            expires: 2026-12-31
        licences:
          - {covers: ["library:openai"], licence: Apache-2.0, by: Jo, on: 2026-01-01, expires: 2026-06-30}
    """
    declarations = parse_declarations(dedent(text).encode(), "aigov.yaml")
    document = declarations.to_policy_input()
    (logs,), (licence,) = document["logs"], document["licences"]
    assert (logs["covers"], logs["kept_in"], logs["retention_days"], logs["by"]) == (
        ["provider:openai"],
        "langfuse",
        400,
        "Jo",
    )
    assert (licence["covers"], licence["licence"]) == (["library:openai"], "Apache-2.0")
    assert logs["expires_ns"] > licence["expires_ns"] > logs["on_ns"]
    expired = declarations.expired(datetime(2026, 11, 23, tzinfo=UTC))
    assert [what for what, _, _ in expired] == ["licence Apache-2.0"]


def test_nothing_is_said_of_logs_and_licences_that_are_not_declared() -> None:
    document = parse_declarations(
        b"version: 1\nsystem: {name: desk}\nlogs:\nlicences:\n", "aigov.yaml"
    ).to_policy_input()
    assert "logs" not in document
    assert "licences" not in document
