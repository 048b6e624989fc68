from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree as ET

from aigov.control import Assessment, Gate
from aigov.report.findings import Roots
from aigov.report.junit import junit_text

Build = Callable[..., Assessment]
OUTCOME = {"type", "message"}
ATTRIBUTES = {
    "testsuites": {"name", "time", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped", "time", "timestamp", "hostname", "id", "package"},
    "testcase": {"name", "classname", "time", "group"},
    "failure": OUTCOME,
    "error": OUTCOME,
    "skipped": OUTCOME,
}
"""Of junit-10.xsd in the xUnit plugin of Jenkins; the suites of the root have no ``skipped``."""


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
    counts = {"tests": "8", "failures": "1", "errors": "1"}
    assert root.attrib == {"name": "aigov check", **counts}
    assert suite.attrib == {
        "name": "example",
        "timestamp": suite.get("timestamp"),
        **counts,
        "skipped": "5",
    }


def test_elements_have_the_attributes_of_the_schema_of_jenkins(hostile: Assessment) -> None:
    for element in read(hostile).iter():
        assert set(element.attrib) <= ATTRIBUTES[element.tag]


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
