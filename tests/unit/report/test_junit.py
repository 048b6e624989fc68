from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree as ET

from aigov.control import Assessment, Gate
from aigov.report.findings import Roots
from aigov.report.junit import junit_text

Build = Callable[..., Assessment]


def read(assessment: Assessment, roots: Roots | None = None) -> ET.Element:
    return ET.fromstring(junit_text(assessment, roots or Roots()))


def outcomes(root: ET.Element) -> dict[str, str]:
    return {
        str(case.get("name")).split()[0]: case[0].tag if len(case) else "pass" for case in root.iterfind(".//testcase")
    }


def test_every_control_is_a_case_and_none_passes_that_did_not(assessment: Build) -> None:
    assert outcomes(read(assessment())) == {
        "E.0": "pass",
        "E.1": "failure",
        "E.2": "skipped",
        "E.3": "skipped",
        "E.4": "skipped",
        "E.5": "error",
        "E.6": "skipped",
        "E.7": "skipped",
    }


def test_undetermined_fails_where_the_gate_refuses_because_of_it(assessment: Build) -> None:
    found = assessment("undetermined")
    assert outcomes(read(found)) == {"E.0": "skipped"}
    refused = replace(found, gate=Gate(passed=False, fail_on=("undetermined",), refused_by=("example/E.0",)))
    (failure,) = read(refused).iterfind(".//failure")
    assert failure.get("type") == "undetermined"


def test_counts_are_those_of_the_cases(assessment: Build) -> None:
    root = read(assessment())
    (suite,) = root
    for element in (root, suite):
        assert {name: element.get(name) for name in ("tests", "failures", "errors", "skipped")} == {
            "tests": "8",
            "failures": "1",
            "errors": "1",
            "skipped": "5",
        }


def test_a_failure_says_why_where_and_what_to_do(assessment: Build) -> None:
    (failure,) = read(assessment("fail"), Roots(prefix="api/")).iterfind(".//failure")
    assert failure.get("message") == "fail: message of fail"
    assert failure.text
    assert "at api/app/[main].py:7" in failure.text
    assert "→ aigov.yaml: add it" in failure.text


def test_hostile_names_leave_the_xml_well_formed(hostile: Assessment) -> None:
    root = read(hostile)
    assert outcomes(root)["E.1"] == "failure"
    assert len(list(root.iterfind(".//testcase"))) == 8
    (failure,) = root.iterfind(".//failure")
    assert failure.text
    assert "<img src=x onerror=alert(1)>" in failure.text
