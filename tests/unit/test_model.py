"""The inventory as the wire format says it, and what counts as having read everything."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, replace

import pytest

from aigov.control import SEVERITIES, WORST_FIRST, worst
from aigov.model import (
    Coverage,
    Inventory,
    ModelUse,
    ParseLoss,
    Skip,
    Step,
    Subject,
    Use,
)

COVERAGE = Coverage(files_seen=2, files_scanned=2, bytes_seen=10, languages={"python": 1, "css": 1})
USE = Use(file="a.py", line=1, name="openai", kind="provider", how="import", scope="app", symbol="openai")
GAP = Skip(reason="too-large", language=None, files=1, suspects=0, gap=True)


def test_the_wire_format_leaves_out_what_is_not_known_inside_rows():
    document = Inventory(subject=Subject(name="shop"), coverage=COVERAGE, uses=(USE,)).to_dict()

    assert document["schema"] == "aigov.dev/inventory/v1"
    assert document["uses"] == [
        {
            "file": "a.py",
            "line": 1,
            "name": "openai",
            "kind": "provider",
            "how": "import",
            "scope": "app",
            "symbol": "openai",
        }
    ]
    assert document["subject"] == {"name": "shop", "dirty": False, "timestamp": 0}, "false and 0 are known"


def test_the_wire_format_names_every_list_even_when_it_is_empty():
    document = Inventory(subject=Subject(name="shop"), coverage=COVERAGE).to_dict()

    for name in (
        "uses",
        "calls",
        "models",
        "endpoints",
        "flows",
        "mcp_servers",
        "indicators",
        "unresolved",
        "problems",
    ):
        assert document[name] == []


def test_nested_rows_are_plain_and_json_can_say_them():
    step = Step(file="settings.py", line=3, what="default of MODEL")
    model = ModelUse(file="a.py", line=2, model="gpt-4o", provider="openai", how="sdk-call", scope="app", steps=(step,))
    document = Inventory(subject=Subject(name="shop"), coverage=COVERAGE, models=(model,)).to_dict()

    assert document["models"][0]["steps"] == [{"file": "settings.py", "line": 3, "what": "default of MODEL"}]
    assert json.loads(json.dumps(document)) == document


def test_languages_are_sorted_so_that_the_bytes_do_not_depend_on_the_walk():
    turned = replace(COVERAGE, languages=dict(reversed(COVERAGE.languages.items())))
    documents = [Inventory(subject=Subject(name="x"), coverage=part).to_dict() for part in (COVERAGE, turned)]

    assert json.dumps(documents[0]) == json.dumps(documents[1])


@pytest.mark.parametrize(
    ("change", "complete"),
    [
        ({}, True),
        ({"skipped": (replace(GAP, reason="vendored", gap=False),)}, True),
        ({"skipped": (replace(GAP, gap=False), GAP)}, False),
        ({"parse_losses": (ParseLoss(file="a.py", language="python", bytes_lost=1, bytes_total=9),)}, False),
        ({"truncated": "more than 200000 files"}, False),
    ],
)
def test_coverage_is_complete_only_where_nothing_could_hide(change, complete):
    coverage = replace(COVERAGE, **change)

    assert coverage.complete is complete
    assert Inventory(subject=Subject(name="x"), coverage=coverage).to_dict()["coverage"]["complete"] is complete


def test_what_travels_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        USE.line = 2  # type: ignore[misc]


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        (("pass", "not_applicable"), "pass"),
        (("pass", "waived", "warn"), "warn"),
        (("undetermined", "fail", "pass"), "fail"),
        (("fail", "error"), "error"),
    ],
)
def test_the_worst_status_decides(statuses, status):
    assert worst(statuses) == status
    assert worst(reversed(statuses)) == status


def test_a_control_without_results_has_no_status():
    with pytest.raises(ValueError, match="empty"):
        worst(())


def test_nothing_that_passes_is_worse_than_anything_that_does_not():
    assert WORST_FIRST.index("pass") > max(map(WORST_FIRST.index, ("error", "fail", "undetermined", "warn", "manual")))
    assert SEVERITIES == ("low", "medium", "high", "critical")
