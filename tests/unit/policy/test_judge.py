"""Raw answers to control results: nothing that is not an answer becomes one."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from aigov.control import ControlResult
from aigov.policy.frameworks import load_frameworks
from aigov.policy.judge import control_results

(TINY,) = load_frameworks(["tiny"], directory=Path(__file__).parent / "fixtures" / "bundles")
AT = datetime(2026, 12, 31, 23, 59, tzinfo=UTC)
BINDING = datetime(2027, 1, 1, tzinfo=UTC)


def raw(status: str = "pass", **changes: Any) -> dict[str, Any]:
    row = {"status": status, "subject": "system", "code": "c", "message": "m", "evidence": [], "missing": []}
    return row | ({"missing": ["x"]} if status == "undetermined" else {}) | changes


def decide(report: dict[str, Any], at: datetime = AT) -> dict[str, ControlResult]:
    results = control_results(TINY, report, {"system", "model:x"}, at)
    return {result.control.id: result for result in results}


GOOD = {"t_1": [raw()], "t_2": [raw()]}


def test_every_control_has_a_result_and_manual_ones_never_pass() -> None:
    results = decide(GOOD)
    assert {id: result.status for id, result in results.items()} == {"T 1": "pass", "T 2": "pass", "T 3": "manual"}


def test_the_worst_subject_decides_and_results_are_sorted() -> None:
    (result, *_) = decide(GOOD | {"t_1": [raw(), raw("fail", subject="model:x"), raw("undetermined")]}).values()
    assert result.status == "fail"
    assert [(item.subject, item.status) for item in result.results] == [
        ("model:x", "fail"),
        ("system", "pass"),
        ("system", "undetermined"),
    ]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (None, "gave no answer"),
        ([], "gave an empty answer"),
        ({"status": "pass"}, "no list of results"),
        (["pass"], "has not exactly the fields"),
        ([raw(extra=1)], "has not exactly the fields"),
        ([{k: v for k, v in raw().items() if k != "missing"}], "has not exactly the fields"),
        ([raw("passed")], "has the status 'passed'"),
        ([raw(["pass"])], "has the status"),
        ([raw(message="")], "has no text"),
        ([raw(code=1)], "has no text"),
        ([raw(subject="model:y")], "names a subject that is not in the AI-BOM"),
        ([raw(subject=["system"])], "has no text"),
        ([raw(evidence={})], "has evidence of another shape"),
        ([raw(evidence=[{}])], "has evidence of another shape"),
        ([raw(evidence=[{"line": True}])], "has evidence of another shape"),
        ([raw(evidence=[{"file": "a", "lines": 1}])], "has evidence of another shape"),
        ([raw(missing=[1])], "has a list of missing facts of another shape"),
        ([raw("undetermined", missing=[])], "does not say what is missing"),
    ],
)
def test_what_is_no_answer_is_an_error_and_says_why(answer: Any, said: str) -> None:
    report = {"t_2": [raw()]} | ({"t_1": answer} if answer is not None else {})
    result = decide(report)["T 1"]
    assert result.status == "error"
    assert said in result.results[0].message


def test_one_broken_result_spoils_the_control_and_hides_no_other() -> None:
    result = decide(GOOD | {"t_1": [raw("fail"), raw("nonsense")]})["T 1"]
    assert result.status == "error"
    assert sorted(item.status for item in result.results) == ["error", "fail"]


@pytest.mark.parametrize("slug", ["t_9", "t_3"])
def test_an_answer_for_a_control_that_no_rule_decides_is_an_error_of_its_own(slug: str) -> None:
    results = control_results(TINY, GOOD | {slug: [raw()]}, {"system"}, AT)
    stranger = results[-1]
    assert (stranger.status, stranger.control.id, stranger.control.severity) == ("error", slug, "critical")
    assert [result.status for result in results[:-1]] == ["pass", "pass", "manual"]


@pytest.mark.parametrize("status", ["fail", "undetermined"])
def test_before_its_day_a_failure_is_a_warning_that_names_the_day(status: str) -> None:
    early = decide(GOOD | {"t_2": [raw(status)]})["T 2"]
    assert early.status == "warn"
    assert early.results[0].raw_status == status
    assert early.results[0].message == "m Binds from 2027-01-01."
    assert decide(GOOD | {"t_2": [raw(status)]}, BINDING)["T 2"].status == status


def test_a_day_to_come_excuses_no_error_and_changes_no_pass() -> None:
    assert decide({"t_1": [raw()]})["T 2"].status == "error"
    assert decide(GOOD)["T 2"].results[0].raw_status is None
