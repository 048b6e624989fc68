"""A small assessment with one control of each status, for the report tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from aigov.control import (
    Assessment,
    BundleRevision,
    Control,
    ControlKind,
    ControlResult,
    Evidence,
    Gate,
    Result,
    Status,
    WaiverOutcome,
)

STATUSES: tuple[Status, ...] = (
    "pass",
    "fail",
    "undetermined",
    "not_applicable",
    "manual",
    "error",
    "warn",
    "waived",
)


def control(number: int, kind: ControlKind) -> Control:
    return Control(
        framework="example",
        id=f"E.{number}",
        slug=f"e_{number}",
        title=f"Title of {number}",
        citation=f"Example, E.{number}",
        kind=kind,
        severity="high",
        remediation="mend it",
        effective_from="2027-12-02",
    )


def outcome(number: int, status: Status) -> ControlResult:
    if status == "manual":
        return ControlResult(control=control(number, "manual"), status="manual")
    result = Result(
        status=status,
        subject="model:openai/gpt-4",
        code="code",
        message=f"message of {status}",
        evidence=(Evidence(ref="model:openai/gpt-4", file="app/[main].py", line=7), Evidence(file="b.py", line=1)),
        missing=("aigov.yaml: add it",) if status in ("fail", "undetermined") else (),
        raw_status="fail" if status in ("warn", "waived") else None,
    )
    kind: ControlKind = "declared" if status == "undetermined" else "automated"
    return ControlResult(control=control(number, kind), status=status, results=(result,))


def build_assessment(*statuses: Status, passed: bool = False) -> Assessment:
    return Assessment(
        system={"name": "app", "ref": "app:app", "commit": "c" * 40},
        evaluated_at="2026-11-23T00:00:00Z",
        bundles=(BundleRevision(framework="example", title="Example Framework", version="1", revision="a" * 64),),
        controls=tuple(outcome(number, status) for number, status in enumerate(statuses or STATUSES)),
        gate=Gate(passed=passed, fail_on=("fail",), refused_by=() if passed else ("example/E.1",)),
        waivers=(
            WaiverOutcome(
                framework="example",
                control="E.7",
                subject="*",
                reason="known",
                approver="Kim",
                expires="2027-01-01",
                state="applied",
            ),
        ),
        coverage={
            "known": True,
            "complete": False,
            "files_seen": 10,
            "files_scanned": 8,
            "gaps": [{"reason": "unsupported-language", "language": "go", "files": 2, "suspects": 1}],
        },
        digests={"bom": "b" * 64, "policy_input": "d" * 64},
        notices=("the approval of openai expired on 2026-01-01",),
    )


@pytest.fixture
def assessment() -> Callable[..., Assessment]:
    """Builds an assessment with one control of each status given, or of every status."""
    return build_assessment


WORDS = (
    "x\n::error file=a::gate passed",
    "a | b | c",
    "<img src=x onerror=alert(1)> & <!-- ",
    "]]> \x00\x08\x1b[2J\ufffe",
    "@octocat #12 GH-3 www.evil.example https://evil.example",
    "[click](https://evil.example) ![i](x) `code` **b** _i_ $m$ ~s~",
    "\N{RIGHT-TO-LEFT OVERRIDE}gnp.exe",
    "50% {0} {class, reasons} \\",
    "- : ? ' \" # {a: b} !!python/object",
)


def make_hostile(assessment: Assessment) -> Assessment:
    """The same assessment, with each word as subject, message, file and remedy of a failing result."""
    first = next(outcome for outcome in assessment.controls if outcome.status == "fail")
    results = tuple(
        Result(
            status="fail",
            subject=f"model:{word}",
            code="code",
            message=f"The model {word} fails.",
            evidence=(Evidence(ref=f"model:{word}", file=f"src/{word}.py", line=number),),
            missing=(f"aigov.yaml: {word}",),
        )
        for number, word in enumerate(WORDS, start=1)
    )
    outcomes = tuple(
        ControlResult(control=outcome.control, status="fail", results=results) if outcome is first else outcome
        for outcome in assessment.controls
    )
    return replace(assessment, controls=outcomes, system={**assessment.system, "name": WORDS[0]}, notices=WORDS)


@pytest.fixture
def hostile() -> Assessment:
    """An assessment that is full of names which nobody vouched for."""
    return make_hostile(build_assessment())
