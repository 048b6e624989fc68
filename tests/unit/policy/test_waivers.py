"""Waivers: what they reach, what they never reach, and that none goes unreported."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from aigov.control import Control, ControlResult, Result, Status, worst
from aigov.declarations import DeclarationsError, Term, Waiver, parse_declarations
from aigov.policy.waivers import apply_waivers, check_controls, control_key, normalize_attestations

AT = datetime(2026, 11, 23, tzinfo=UTC)
CONTROL = Control(framework="f", id="C 1", slug="c_1", title="t", citation="c", kind="automated", severity="high")


def waiver(**changes: Any) -> Waiver:
    fields: dict[str, Any] = {
        "framework": "f",
        "control": "C 1",
        "subject": "*",
        "reason": "Pilot.",
        "approver": "Jo",
        "term": Term(on=date(1970, 1, 1), expires=date(2026, 12, 31)),
        "where": "aigov.yaml:9",
    }
    return Waiver(**(fields | changes))


def outcome(*statuses: tuple[Status, str]) -> ControlResult:
    results = tuple(Result(status=status, subject=subject, message="Why.") for status, subject in statuses)
    return ControlResult(control=CONTROL, status=worst(status for status, _ in statuses), results=results)


def test_a_waived_result_keeps_what_the_rule_said() -> None:
    (after,), (fate,) = apply_waivers([outcome(("fail", "model:a"))], [waiver(subject="model:a")], AT)
    assert (after.status, after.results[0].raw_status) == ("waived", "fail")
    assert after.results[0].message == "Why. Waived by Jo until 2026-12-31: Pilot."
    assert fate.state == "applied"
    assert fate.expires == "2026-12-31"


@pytest.mark.parametrize(
    ("subject", "waived"),
    [
        ("*", ["model:a/x", "model:b", "system"]),
        ("model:*", ["model:a/x", "model:b"]),
        ("model:?", ["model:b"]),
        ("system", ["system"]),
        ("Model:b", []),
        ("model", []),
    ],
)
def test_subjects_are_exact_or_globs(subject: str, waived: list[str]) -> None:
    before = outcome(("fail", "model:a/x"), ("undetermined", "model:b"), ("fail", "system"))
    (after,), (fate,) = apply_waivers([before], [waiver(subject=subject)], AT)
    assert [result.subject for result in after.results if result.status == "waived"] == waived
    assert fate.state == ("applied" if waived else "unmatched")


def test_a_name_with_glob_characters_is_first_a_name() -> None:
    (after,), _ = apply_waivers([outcome(("fail", "mcp:[x]"))], [waiver(subject="mcp:[x]")], AT)
    assert after.status == "waived"


@pytest.mark.parametrize("status", ["error", "pass", "not_applicable", "manual"])
def test_nothing_but_a_failure_can_be_waived(status: Status) -> None:
    (after,), (fate,) = apply_waivers([outcome((status, "system"))], [waiver()], AT)
    assert after.status == status
    assert fate.state == "unmatched"


def test_one_waived_subject_does_not_excuse_another() -> None:
    before = outcome(("fail", "model:a"), ("fail", "model:b"))
    (after,), _ = apply_waivers([before], [waiver(subject="model:a")], AT)
    assert after.status == "fail"


@pytest.mark.parametrize(
    ("term", "state"),
    [
        (Term(on=date(1970, 1, 1), expires=date(2026, 11, 23)), "applied"),
        (Term(on=date(1970, 1, 1), expires=date(2026, 11, 22)), "expired"),
        (Term(on=date(2026, 11, 24), expires=date(2026, 12, 22)), "not_yet"),
    ],
)
def test_days(term: Term, state: str) -> None:
    (after,), (fate,) = apply_waivers([outcome(("fail", "system"))], [waiver(term=term)], AT)
    assert fate.state == state
    assert after.status == ("waived" if state == "applied" else "fail")


def test_one_without_a_first_day_counts_as_absent_and_says_so() -> None:
    (after,), (fate,) = apply_waivers([outcome(("fail", "system"))], [waiver(undated=True)], AT)
    assert (after.status, fate.state) == ("fail", "undated")


def test_ids_do_not_depend_on_case_and_are_reported_as_the_framework_spells_them() -> None:
    (after,), (fate,) = apply_waivers([outcome(("fail", "system"))], [waiver(framework="F", control="c  1")], AT)
    assert after.status == "waived"
    assert (fate.framework, fate.control) == ("f", "C 1")


def test_a_waiver_covers_controls_that_judge_the_same_finding() -> None:
    derived = replace(CONTROL, id="C 2", slug="c_2", waived_with="C 1")
    found = outcome(("fail", "app:a"))
    both = [found, replace(found, control=derived)]
    (first, second), (fate,) = apply_waivers(both, [waiver(subject="app:*")], AT)
    assert (first.status, second.status, fate.state) == ("waived", "waived", "applied")
    assert "Waived through C 1 by Jo" in second.results[0].message
    (first, second), _ = apply_waivers(both, [waiver(control="C 2")], AT)
    assert (first.status, second.status) == ("fail", "waived")


def test_every_waiver_that_covers_a_result_counts_as_used() -> None:
    fates = apply_waivers(
        [outcome(("fail", "system"))], [waiver(), waiver(subject="system"), waiver(control="C 2")], AT
    )[1]
    assert [fate.state for fate in fates] == ["applied", "applied", "unmatched"]


YAML = b"""version: 1
system: {name: x}
attestations:
  - {control: F/c 1, statement: s, by: b, on: 2026-01-01, expires: 2027-01-01}
  - {control: f/C 2, statement: s, by: b, on: 2026-01-01, expires: 2027-01-01}
waivers:
  - {control: g/C 1, subject: "*", reason: r, approver: a, expires: 2027-01-01}
  - {control: ff/C 1, subject: "*", reason: r, approver: a, expires: 2027-01-01}
  - {control: f/zzz, subject: "*", reason: r, approver: a, expires: 2027-01-01}
"""


def test_unknown_controls_are_all_told_with_their_lines() -> None:
    declarations = parse_declarations(YAML, "aigov.yaml")
    with pytest.raises(DeclarationsError) as caught:
        check_controls(declarations, {control_key("f", "C 1"): CONTROL})
    assert [str(problem) for problem in caught.value.problems] == [
        "aigov.yaml:5: f has no control 'C 2' (did you mean 'C 1'?)",
        "aigov.yaml:7: there is no framework 'g' (there are f)",
        "aigov.yaml:8: there is no framework 'ff' (did you mean f?)",
        "aigov.yaml:9: f has no control 'zzz' (`aigov policy list --framework f` lists them)",
    ]


def test_statements_are_spelled_as_the_framework_does_before_rules_compare_them() -> None:
    text = YAML.split(b"  - {control: f/C 2")[0]
    declarations = parse_declarations(text, "aigov.yaml")
    (attestation,) = normalize_attestations(declarations, {control_key("f", "C 1"): CONTROL}).attestations
    assert (attestation.framework, attestation.control) == ("f", "C 1")
