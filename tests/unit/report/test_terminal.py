from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

from rich.console import Console

from aigov.control import Assessment, Evidence
from aigov.model import Coverage, Inventory, ModelUse, Skip, Subject, Unresolved, Use
from aigov.report.terminal import console_for, print_assessment, print_inventory


def text_of(given: Assessment, *, everything: bool = False) -> str:
    out = io.StringIO()
    print_assessment(given, console_for(out), everything=everything)
    return out.getvalue()


def test_failure_shows_reason_place_and_remedy(assessment: Callable[..., Assessment]) -> None:
    text = text_of(assessment("fail"))
    assert "message of fail" in text
    assert "app/[main].py:7 +1" in text
    assert "aigov.yaml: add it" in text
    assert "gate refused by 1 control" in text
    assert "aigov.yaml: waivers" in text


def test_manual_and_not_applicable_are_counted_and_listed_on_demand(assessment: Callable[..., Assessment]) -> None:
    short, whole = (
        text_of(assessment("manual", "not_applicable")),
        text_of(assessment("manual", "not_applicable"), everything=True),
    )
    assert "Title of 0" not in short
    assert "manual 1" in short
    assert "message of not_applicable" in short
    assert "Title of 0" in whole
    assert "Title of 1" in whole


def test_undetermined_has_one_name_and_only_passes_are_counted_as_passed(
    assessment: Callable[..., Assessment],
) -> None:
    text = text_of(assessment("pass", "undetermined"))
    assert " undetermined " in text
    assert "passed 1 of 1 from code, 0 of 1 from statements" in text


def test_gaps_waivers_and_notices_are_said(assessment: Callable[..., Assessment]) -> None:
    text = text_of(assessment("pass", passed=True))
    assert "8 of 10 files read; left open: 2 go files in a language that is not parsed" in text
    assert "waiver applied: example/E.7 on * by Kim until 2027-01-01: known" in text
    assert "note: the approval of openai expired on 2026-01-01" in text
    assert "gate passed" in text


def test_inventory_lists_what_was_found_and_what_is_unknown() -> None:
    inventory = Inventory(
        subject=Subject(name="app"),
        coverage=Coverage(
            files_seen=3,
            files_scanned=2,
            bytes_seen=30,
            languages={"python": 2},
            skipped=(Skip(reason="unsupported-language", language="go", files=1, suspects=1, gap=True),),
        ),
        uses=(Use(file="[a].py", line=3, name="openai", kind="provider", how="import", scope="app"),),
        models=(ModelUse(file="a.py", line=5, model="gpt-4o", provider="openai", how="sdk-call", scope="app"),),
        unresolved=(
            Unresolved(file="a.py", line=9, what="model", name="openai", reason="read from a database", scope="app"),
        ),
    )
    out = io.StringIO()
    print_inventory(inventory, console_for(out))
    text = out.getvalue()
    assert "[a].py:3" in text
    assert "gpt-4o" in text
    assert "unknown model of openai at a.py:9: read from a database" in text
    assert "left open: 1 go file in a language that is not parsed; AI is named in 1 of them" in text


def test_no_use_is_said_in_words() -> None:
    out = io.StringIO()
    coverage = Coverage(files_seen=1, files_scanned=1, bytes_seen=3, languages={"python": 1})
    print_inventory(Inventory(subject=Subject(name="app"), coverage=coverage), console_for(out))
    assert "no AI use found" in out.getvalue()


def test_escape_sequences_from_a_repository_reach_no_terminal(assessment: Callable[..., Assessment]) -> None:
    given = assessment("fail")
    (outcome,) = given.controls
    (result,) = outcome.results
    hostile = replace(
        result, message="\x1b[2Jgate passed", evidence=(Evidence(file="a\x1b[1m.py", line=1),), missing=("\x07",)
    )
    given = replace(given, controls=(replace(outcome, results=(hostile,)),), notices=("\x1b]0;title\x07",))
    text = text_of(given)
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "\N{REPLACEMENT CHARACTER}[2Jgate passed" in text


def test_a_long_name_is_whole_on_a_narrow_terminal(assessment: Callable[..., Assessment]) -> None:
    given = assessment("fail")
    name = "ft:gpt-4.1-mini-2025-04-14:a-very-long-organization-name:support-desk-answers:BxYz0123456789"
    (outcome,) = given.controls
    results = tuple(replace(result, message=f"{name} is used.") for result in outcome.results)
    out = io.StringIO()
    console = Console(file=out, width=80)
    print_assessment(replace(given, controls=(replace(outcome, results=results),)), console)
    assert "…" not in out.getvalue()
    assert name in "".join(line.strip() for line in out.getvalue().splitlines())
