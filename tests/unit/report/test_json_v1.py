from __future__ import annotations

from collections.abc import Callable

from aigov.control import WORST_FIRST, Assessment
from aigov.report.json_v1 import results_document
from aigov.schema import violations


def test_document_is_valid_against_its_schema(assessment: Callable[..., Assessment]) -> None:
    assert violations("results", results_document(assessment())) == []


def test_schema_refuses_a_status_that_does_not_exist(assessment: Callable[..., Assessment]) -> None:
    document = results_document(assessment())
    document["controls"][0]["status"] = "passed"
    assert [v.pointer for v in violations("results", document)] == ["/controls/0/status"]


def test_decided_and_attested_controls_are_scored_apart_and_manual_never_passes(
    assessment: Callable[..., Assessment],
) -> None:
    (summary,) = results_document(assessment())["summary"]
    assert summary["controls"] == len(WORST_FIRST)
    assert summary["decided"] == {"passed": 1, "of": 5}
    assert summary["attested"] == {"passed": 0, "of": 1}
    assert summary["manual"] == 1
    assert sum(summary["statuses"].values()) == len(WORST_FIRST)


def test_raw_status_is_kept_for_waived_and_warned_results(assessment: Callable[..., Assessment]) -> None:
    rows = {row["status"]: row for row in results_document(assessment())["controls"]}
    assert rows["waived"]["results"][0]["raw_status"] == "fail"
    assert rows["warn"]["results"][0]["raw_status"] == "fail"
    assert "raw_status" not in rows["fail"]["results"][0]
