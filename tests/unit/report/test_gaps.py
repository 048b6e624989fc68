from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from aigov.report.gaps import phrase_files, phrase_gap
from aigov.scan.coverage import _GAPS, _GAPS_IF_SUSPECT
from aigov.scan.files import LeftReason

GATE = Path(__file__).parents[3] / "policies/lib/gate.rego"
OF_WHOLE_SCANS = {"classic-ml-left-out", "parse-error", "unlisted-package"}


@pytest.mark.parametrize("reason", sorted(_GAPS | _GAPS_IF_SUSPECT | OF_WHOLE_SCANS))
def test_every_kind_of_gap_has_words_of_its_own_and_the_rules_say_the_same(reason: str) -> None:
    phrase = phrase_files(reason, None, 2)
    assert phrase.startswith("2 files ")
    assert f"({reason})" not in phrase
    told = dict(re.findall(r'^\t"([a-z-]+)": "(.+)",$', GATE.read_text(), re.MULTILINE))
    assert phrase == f"2 files {told[reason]}"


def test_gaps_are_reasons_that_a_scan_gives() -> None:
    assert set(get_args(LeftReason)) >= _GAPS | _GAPS_IF_SUSPECT


def test_a_gap_names_its_language_and_counts() -> None:
    gap = {"reason": "unsupported-language", "language": "go", "files": 1, "suspects": 1}
    assert phrase_gap(gap) == "1 go file in a language that is not parsed"
    assert phrase_gap({"reason": "unlisted-package", "files": 1}).startswith("1 file read, asking for packages")


def test_a_scan_that_stopped_and_an_unknown_reason_are_told_as_they_are() -> None:
    assert phrase_gap({"reason": "truncated: more than 9 files", "files": 0}) == (
        "the scan stopped early (more than 9 files)"
    )
    assert phrase_gap({"reason": "too-hot", "files": 3}) == "3 files (too-hot)"
