from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema_rs

from aigov.control import Assessment, Gate
from aigov.report.findings import Roots
from aigov.report.sarif import sarif_document

HERE = Path(__file__).parent
SCHEMA = jsonschema_rs.Draft4Validator(
    json.loads((HERE / "fixtures" / "sarif-schema-2.1.0.json").read_text()), validate_formats=True
)
Build = Callable[..., Assessment]


def run_of(assessment: Assessment, roots: Roots | None = None) -> dict[str, Any]:
    document = sarif_document(assessment, roots or Roots())
    assert [error.message for error in SCHEMA.iter_errors(document)] == []
    run: dict[str, Any] = document["runs"][0]
    return run


def by_control(run: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {result["ruleId"]: result for result in run["results"]}


def test_every_status_is_told_as_what_it_is(assessment: Build) -> None:
    run = run_of(assessment())
    kinds = {name: (row["kind"], row["level"]) for name, row in by_control(run).items()}
    assert kinds == {
        "example/E.1": ("fail", "error"),
        "example/E.2": ("open", "none"),
        "example/E.5": ("open", "none"),
        "example/E.6": ("fail", "note"),
        "example/E.7": ("fail", "error"),
    }
    assert run["properties"]["controls"]["example/E.0"] == "pass"
    assert run["properties"]["controls"]["example/E.4"] == "manual"
    assert len(run["properties"]["controls"]) == 8


def test_a_control_in_error_makes_the_run_unsuccessful(assessment: Build) -> None:
    (invocation,) = run_of(assessment("error"))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["associatedRule"]["id"] == "example/E.0"
    (invocation,) = run_of(assessment("fail"))["invocations"]
    assert invocation["executionSuccessful"] is True


def test_a_waiver_is_a_suppression_with_its_reason(assessment: Build) -> None:
    (suppression,) = by_control(run_of(assessment()))["example/E.7"]["suppressions"]
    assert suppression["justification"] == "Kim, until 2027-01-01: known"
    assert "suppressions" not in by_control(run_of(assessment()))["example/E.1"]


def test_a_manual_control_is_for_review_where_the_gate_refuses_because_of_it(assessment: Build) -> None:
    found = assessment("manual")
    assert run_of(found)["results"] == []
    refused = replace(found, gate=Gate(passed=False, fail_on=("manual",), refused_by=("example/E.0",)))
    (row,) = run_of(refused)["results"]
    assert row["kind"] == "review"


def test_places_are_relative_to_the_repository(assessment: Build) -> None:
    run = run_of(assessment(), Roots(prefix="services/api/", declarations="services/api/aigov.yaml"))
    row = by_control(run)["example/E.1"]
    place = row["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "services/api/app/%5Bmain%5D.py", "uriBaseId": "SRCROOT"}
    assert place["region"] == {"startLine": 7}
    assert row["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "services/api/b.py"


def test_what_a_statement_would_settle_lies_in_aigov_yaml(assessment: Build) -> None:
    found = assessment("fail")
    outcome = found.controls[0]
    bare = replace(outcome, results=tuple(replace(result, evidence=()) for result in outcome.results))
    run = run_of(replace(found, controls=(bare,)), Roots(declarations="api/aigov.yaml"))
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "api/aigov.yaml"


def test_fingerprints_hold_when_code_moves_and_differ_between_results(assessment: Build, hostile: Assessment) -> None:
    def prints(found: Assessment) -> list[str]:
        return [row["partialFingerprints"]["aigov/v1"] for row in run_of(found)["results"]]

    def moved(found: Assessment) -> Assessment:
        return replace(
            found,
            controls=tuple(
                replace(
                    outcome,
                    results=tuple(
                        replace(
                            result,
                            evidence=tuple(replace(e, file=f"new/{e.file}", line=99) for e in result.evidence),
                        )
                        for result in outcome.results
                    ),
                )
                for outcome in found.controls
            ),
        )

    assert prints(moved(hostile)) == prints(hostile)
    assert len(set(prints(hostile))) == len(prints(hostile))


def test_each_rule_says_control_and_help(assessment: Build) -> None:
    run = run_of(assessment())
    rule = run["tool"]["driver"]["rules"][1]
    assert rule["id"] == "example/E.1"
    assert rule["properties"]["control"] == "E.1"
    assert "mend it" in rule["help"]["text"]
    for row in run["results"]:
        assert run["tool"]["driver"]["rules"][row["ruleIndex"]]["id"] == row["ruleId"]


def test_hostile_names_stay_names(hostile: Assessment) -> None:
    run = run_of(hostile)
    texts = [row["message"]["text"] for row in run["results"]]
    assert not any("\x1b" in text or "\u202e" in text for text in texts)
    assert any("{{0}}" in text for text in texts)
    assert not any("[click](" in text for text in texts)
    for row in run["results"][1:]:
        for location in row["locations"]:
            uri = location.get("physicalLocation", {"artifactLocation": {"uri": "src/"}})["artifactLocation"]["uri"]
            assert ":" not in uri
            assert unquote(uri)


def test_remedies_are_read_without_the_signs_of_yaml(assessment: Build) -> None:
    found = assessment("fail")
    wanted = "aigov.yaml: owners: {name, contact, covers: [*]}"
    outcome = found.controls[0]
    changed = replace(outcome, results=tuple(replace(result, missing=(wanted,)) for result in outcome.results))
    row = run_of(replace(found, controls=(changed,)))["results"][0]
    assert row["message"]["text"].endswith("→ aigov.yaml: owners: name, contact, covers: *")
    assert row["properties"]["missing"] == [wanted]


def test_a_waiver_of_the_control_that_a_finding_goes_with_gives_the_reason(assessment: Build) -> None:
    found = assessment()
    waived = next(outcome for outcome in found.controls if outcome.control.id == "E.7")
    control = replace(waived.control, id="E.8", slug="e_8", waived_with="E.7")
    both = replace(found, controls=(*found.controls, replace(waived, control=control)))
    (suppression,) = by_control(run_of(both))["example/E.8"]["suppressions"]
    assert suppression["justification"] == "Kim, until 2027-01-01: known"
