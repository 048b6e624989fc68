"""Licences told by their text, and texts that only look like one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from aigov.scan.licences.texts import LIMIT, recognize

TEXTS = sorted((Path(__file__).parent / "fixtures" / "texts").glob("*.txt"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_as_packages_bring_it_along(path: Path) -> None:
    text = path.read_text()
    assert recognize(text) == path.stem
    assert recognize(text.upper().replace("\n", "\r\n")) == path.stem


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_one_sentence_more_and_it_is_no_known_one(path: Path) -> None:
    text = path.read_text()
    assert recognize(f"{text}\nThe Software may not be used to compete with the authors.\n") is None
    assert recognize(f"Not for use in weapons.\n{text}") is None


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_word_less_and_it_is_no_known_one(path: Path) -> None:
    text = path.read_text()
    shorter = re.sub(r"\bany\b", "", text, count=1, flags=re.IGNORECASE)
    assert shorter != text
    assert recognize(shorter) is None


def test_two_texts_in_one_file_are_no_known_one() -> None:
    assert len(TEXTS) == 6
    both = "\n".join(path.read_text() for path in TEXTS if path.stem in ("MIT", "Apache-2.0"))
    assert recognize(both) is None


def test_a_text_beyond_all_bounds_is_not_looked_at() -> None:
    assert recognize("copyright " * LIMIT) is None
    assert recognize("") is None
