from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree as ET

from aigov.control import Assessment, Gate
from aigov.report.findings import Roots
from aigov.report.junit import junit_text

Build = Callable[..., Assessment]
ANY = ".*"
TOKEN = r"\S(.*\S)?"
NUMBER, DECIMAL = r"[0-9]+", r"[0-9]+(\.[0-9]+)?"
NAMED = {"message": ANY, "type": ANY}
BOTH: dict[str, tuple[dict[str, str], str]] = {
    "testsuites": ({}, "(testsuite )*"),
    "testsuite": (
        {
            "name": TOKEN,
            "package": TOKEN,
            "id": NUMBER,
            "hostname": TOKEN,
            "timestamp": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d",
            "time": DECIMAL,
            **dict.fromkeys(("tests", "failures", "errors", "skipped"), NUMBER),
        },
        "properties (testcase )*system-out system-err ",
    ),
    "properties": ({}, "(property )*"),
    "property": ({"name": TOKEN, "value": ANY}, ""),
    "testcase": ({"name": TOKEN, "classname": TOKEN, "time": DECIMAL}, "(skipped |error |failure )?"),
    "failure": (NAMED, ""),
    "error": (NAMED, ""),
    "skipped": ({"message": ANY}, ""),
    "system-out": ({}, ""),
    "system-err": ({}, ""),
}
"""What both schemas allow, the stricter word of each: of an element its attributes, all of which it has, and children.
Ant's (JUnit.xsd of windyroad/JUnit-Schema) wants every attribute and child and knows no totals of the whole; Jenkins'
(junit-10.xsd of its xUnit plugin) has the shorter list of attributes."""


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
    assert {key: suite.get(key) for key in (*counts, "skipped")} == {**counts, "skipped": "5"}
    assert root.attrib == {}


def test_the_document_is_what_the_schemas_of_ant_and_jenkins_allow(hostile: Assessment) -> None:
    root = read(hostile)
    assert root.tag == "testsuites"
    for element in root.iter():
        attributes, children = BOTH[element.tag]
        assert set(element.attrib) == set(attributes), element.tag
        for name, pattern in attributes.items():
            assert re.fullmatch(pattern, element.attrib[name], re.DOTALL), (element.tag, name, element.attrib[name])
        assert re.fullmatch(children, "".join(f"{child.tag} " for child in element))


def test_suites_are_numbered_and_keep_the_instant_with_its_zone(assessment: Build) -> None:
    found = replace(assessment(), evaluated_at="2026-11-23T10:20:30.123456Z")
    (suite,) = read(found)
    assert (suite.get("id"), suite.get("timestamp")) == ("0", "2026-11-23T10:20:30")
    said = {row.get("name"): row.get("value") for row in suite.iterfind("properties/property")}
    assert said == {"evaluated_at": "2026-11-23T10:20:30.123456Z", "bundle_revision": found.bundles[0].revision}


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
