from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import get_args

import yaml

from aigov.control import Assessment, Status
from aigov.report.findings import Roots
from aigov.report.openreports import OUTCOMES, openreports_text

Build = Callable[..., Assessment]
FIELDS = {"apiVersion", "kind", "metadata", "source", "summary", "results"}
RESULT_FIELDS = {
    "source",
    "policy",
    "rule",
    "category",
    "severity",
    "timestamp",
    "result",
    "scored",
    "message",
    "properties",
}
"""Of ClusterReport and ReportResult in config/crd/openreports.io_clusterreports.yaml, as of 2025-12."""


def test_it_has_the_fields_of_the_definition(hostile: Assessment) -> None:
    report = yaml.safe_load(openreports_text(hostile, Roots()))
    assert set(report) == FIELDS
    assert (report["apiVersion"], report["kind"]) == ("openreports.io/v1alpha1", "ClusterReport")
    assert re.fullmatch(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?", report["metadata"]["name"])
    for row in report["results"]:
        assert set(row) == RESULT_FIELDS
        assert row["severity"] in ("critical", "high", "medium", "low", "info")
        assert row["result"] in ("pass", "fail", "warn", "error", "skip")
        assert all(isinstance(value, str) for value in row["properties"].values())
        assert row["timestamp"] == {"seconds": 1795392000, "nanos": 0}
    assert dict(Counter(row["result"] for row in report["results"])) == {
        name: count for name, count in report["summary"].items() if count
    }


def test_no_status_is_lost(assessment: Build) -> None:
    assert OUTCOMES.keys() == set(get_args(Status))
    assert [status for status, outcome in OUTCOMES.items() if outcome == "pass"] == ["pass"]
    report = yaml.safe_load(openreports_text(assessment(), Roots()))
    told = {row["properties"]["status"]: row["result"] for row in report["results"]}
    assert told == dict(OUTCOMES)


def test_hostile_names_are_strings(hostile: Assessment) -> None:
    report = yaml.safe_load(openreports_text(hostile, Roots()))
    messages = [row["message"] for row in report["results"]]
    assert "The model - : ? ' \" # {a: b} !!python/object fails." in messages
    assert report["metadata"]["annotations"]["aigov.dev/system"].startswith("x\n::error")
