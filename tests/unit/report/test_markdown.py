from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from aigov.control import Assessment
from aigov.report.findings import Roots
from aigov.report.markdown import MOST_CHARACTERS, escape, markdown_text

Build = Callable[..., Assessment]
GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def test_what_refuses_comes_first_and_the_rest_is_folded(assessment: Build) -> None:
    text = markdown_text(assessment(), Roots(prefix="api/"))
    assert text.startswith("### aigov: ❌ gate refused by 1 control\n")
    refused, _, rest = text.partition("<details>")
    assert "**E.1**" in refused
    assert "api/app/" in refused
    assert "**E.2**" in rest
    assert "**E.5**" in rest
    assert "**E.7**" in rest
    assert "**E.0**" not in text


def test_a_passed_gate_is_said(assessment: Build) -> None:
    assert markdown_text(assessment("pass", passed=True), Roots()).startswith("### aigov: ✅ gate passed\n")


def test_controls_that_wait_for_a_statement_share_a_row(assessment: Build) -> None:
    found = assessment(*["undetermined"] * 5, passed=True)
    waiting = tuple(
        replace(c, results=tuple(replace(r, code="no-statement", evidence=()) for r in c.results))
        for c in found.controls
    )
    text = markdown_text(replace(found, controls=waiting), Roots())
    assert "5 controls | Only a person can answer: E.0, E.1, E.2, E.3, E.4 |" in text


def test_it_fits_into_a_comment(assessment: Build, hostile: Assessment) -> None:
    long = replace(
        hostile,
        controls=tuple(
            replace(c, results=tuple(replace(r, message="w | " * 3000, missing=("m" * 9000,)) for r in c.results))
            for c in hostile.controls
            for _ in range(300)
        ),
        notices=("n" * 5000,) * 30,
    )
    text = markdown_text(long, Roots())
    assert len(text) < MOST_CHARACTERS + 100
    assert "More is in results" in text


def test_hostile_names_are_text_in_one_cell(hostile: Assessment) -> None:
    text = markdown_text(hostile, Roots())
    page = GITHUB.render(text)
    for forbidden in ("<a ", "<img", "<code>", "<em>gi", "<s>", "<script"):
        assert forbidden not in page.replace("<em>8 of", "")
    for row in re.findall(r"^\|.*", text, re.MULTILINE):
        assert len(re.findall(r"(?<!\\)\|", row)) in (4, 7)
    assert "@octocat" not in page
    assert "\u202e" not in text


@pytest.mark.parametrize("text", ["plain text", "a_b*c`d`", "x|y", "<b>", "\\|", "1 < 2 & 3", "~~s~~", "$a$", "a:b"])
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    import html

    shown = re.sub(r"</?p>", "", GITHUB.render(escape(text))).strip()
    assert html.unescape(shown) == text
