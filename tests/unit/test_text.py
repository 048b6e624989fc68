"""Text from outside, where somebody obeys what they read."""

from __future__ import annotations

import io

import pytest
from rich.text import Text

from aigov.report.terminal import console_for
from aigov.text import inert

COMMANDS = ["::error::x", "   ::stop-commands::t", "a\n\t::add-mask::b", "x ##[group]y"]


@pytest.fixture
def actions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")


def obeyed(text: str) -> bool:
    """As the runner of GitHub Actions decides it."""
    return any(line.lstrip().startswith("::") or "##[" in line for line in text.splitlines())


@pytest.mark.parametrize("text", COMMANDS)
def test_no_line_of_a_log_is_a_workflow_command(text: str, actions: None) -> None:
    assert obeyed(text)
    assert not obeyed(inert(text))


@pytest.mark.parametrize("text", COMMANDS)
def test_elsewhere_text_is_left_as_it_is(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert inert(text) == text


def test_names_within_a_line_are_left_as_they_are(actions: None) -> None:
    assert inert("uses OpenAI::Client at a.rb:3") == "uses OpenAI::Client at a.rb:3"


def test_a_name_that_a_table_wraps_is_no_command(actions: None) -> None:
    stream = io.StringIO()
    console_for(stream).print(Text("w" * 120 + "::error file=a::gate passed"))
    assert not obeyed(stream.getvalue())
    assert "error file=a" in stream.getvalue()
