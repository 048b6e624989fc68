"""A flow says which data beside the data that its names tell may reach a provider."""

from __future__ import annotations

from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.model import Flow
from aigov.scan.data_classes import may_be_data
from aigov.scan.scan import scan_tree

CALL = """from anthropic import Anthropic

def ask(question, {given}):
    return Anthropic().messages.create(
        model="claude-sonnet-4-5", max_tokens=10, messages=[{{"role": "user", "content": f"{{question}} {{{given}}}"}}]
    )
"""


def _flow(root: Path, given: str) -> Flow:
    (root / "llm.py").write_text(CALL.format(given=given), encoding="utf-8")
    (flow,) = scan_tree(root, catalogue=load_catalogue()).flows
    return flow


def test_a_name_that_tells_nothing_makes_a_flow_partial(tmp_path: Path) -> None:
    flow = _flow(tmp_path, "row")
    assert (flow.data, flow.unresolved) == (("user-content",), None)
    assert flow.partial == "the name does not tell what the data is: row"


@pytest.mark.parametrize("given", ["email", "language", "max_words"])
def test_data_and_settings_that_are_told_leave_nothing_open(tmp_path: Path, given: str) -> None:
    assert _flow(tmp_path, given).partial is None


@pytest.mark.parametrize("name", ["row", "self.case", "load_case()", "country"])
def test_variables_and_what_is_fetched_may_be_data(name: str) -> None:
    assert may_be_data(name)


@pytest.mark.parametrize("name", ["HumanMessage()", "str()", "ChatRole", "llm_kwargs", "max_retries", "e", ".user"])
def test_types_settings_and_plain_calls_are_none(name: str) -> None:
    assert not may_be_data(name)
