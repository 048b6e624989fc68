"""The gate, and what people may ask of it."""

import pytest

from aigov.control import Control, ControlResult, Result, Severity, Status
from aigov.errors import UsageError
from aigov.policy.gate import judge, parse_fail_on


def outcome(status: Status, severity: Severity, *others: Status) -> ControlResult:
    control = Control(
        framework="f", id=f"{status}-{severity}", slug="s", title="t", citation="c", kind="automated", severity=severity
    )
    results = tuple(Result(status=each, subject="system", message="m") for each in (status, *others))
    return ControlResult(control=control, status=status, results=results)


@pytest.mark.parametrize(
    ("tokens", "statuses", "threshold"),
    [
        ([], ("error", "fail", "undetermined"), "low"),
        (["high"], ("error", "fail", "undetermined"), "high"),
        (["warn", "fail"], ("error", "fail", "warn"), "low"),
        (["Fail,critical", " manual "], ("error", "fail", "manual"), "critical"),
        (["error"], ("error",), "low"),
    ],
)
def test_tokens(tokens: list[str], statuses: tuple[str, ...], threshold: str) -> None:
    assert parse_fail_on(tokens) == (statuses, threshold)


@pytest.mark.parametrize(
    ("tokens", "said"),
    [
        (["hihg"], "--fail-on: nothing can fail on 'hihg' (did you mean high?)"),
        (["waived"], "nothing can fail on 'waived'"),
        (["high", "low"], "two severities"),
    ],
)
def test_what_nothing_can_fail_on(tokens: list[str], said: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_fail_on(tokens)
    assert said in str(caught.value)


EVERY = [
    outcome(status, severity)
    for status in ("error", "fail", "undetermined", "warn", "waived", "manual", "pass", "not_applicable")
    for severity in ("low", "critical")
]


@pytest.mark.parametrize(
    ("fail_on", "refused"),
    [
        ([], ["error-low", "error-critical", "fail-low", "fail-critical", "undetermined-low", "undetermined-critical"]),
        (["fail", "high"], ["error-low", "error-critical", "fail-critical"]),
        (["manual", "warn", "critical"], ["error-low", "error-critical", "warn-critical", "manual-critical"]),
        (["error"], ["error-low", "error-critical"]),
    ],
)
def test_what_refuses(fail_on: list[str], refused: list[str]) -> None:
    gate = judge(EVERY, fail_on)
    assert gate.refused_by == tuple(f"f/{each}" for each in refused)
    assert not gate.passed


def test_nothing_refuses_a_clean_run() -> None:
    assert judge([outcome("pass", "critical"), outcome("waived", "critical"), outcome("manual", "high")], []).passed


def test_a_status_behind_a_worse_one_still_refuses() -> None:
    assert not judge([outcome("undetermined", "high", "warn")], ["warn"]).passed
    assert judge([outcome("undetermined", "high", "pass")], ["warn"]).passed
