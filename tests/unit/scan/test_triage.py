from __future__ import annotations

import pytest

from aigov.scan.triage import ImportTriage, Triage


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"from OpenAI import x", {b"openai"}),
        (b"AZURE_OPENAI_KEY", {b"openai", b"azure_openai"}),
        (b"open ai", set()),
        (b"", set()),
        ("préfixe openai é".encode(), {b"openai"}),
    ],
)
def test_hits_are_case_insensitive_and_may_overlap(data: bytes, expected: set[bytes]) -> None:
    triage = Triage([b"openai", b"azure_openai", b"anthropic", b""])
    assert triage.hits(data) == expected
    assert triage.hit(data) is bool(expected)


@pytest.mark.parametrize("position", [0, 65_530, 65_531, 65_535, 65_536, 65_537, 131_070, 200_000])
def test_a_token_across_a_window_seam_is_found(position: int) -> None:
    triage = Triage([b"openai", b"a-much-longer-token-that-sets-the-overlap"])
    data = b" " * position + b"OpenAI" + b" " * 1000
    assert triage.hit(data)
    assert triage.hits(data) == {b"openai"}


def test_without_tokens_nothing_is_found() -> None:
    assert not Triage([]).hit(b"openai")
    assert Triage([]).hits(b"openai") == frozenset()


def test_spans_say_where_tokens_stand() -> None:
    triage = Triage([b"openai", b"://"])
    assert triage.spans(b"x OpenAI y https://openai.com") == [(2, 8), (16, 19), (19, 25)]
    assert triage.spans(b"nothing") == []
    assert Triage([]).spans(b"openai") == []


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"import os, mcp", True),
        (b"import os, \\\n    json, \\\n    mcp", True),
        (b"x = 1\n  from mcp.client import stdio", True),
        (b'load("mcp")', True),
        (b"require(`mcp`)", True),
        (b"# speaks to https://api.vendor.ai", True),
        (b"mcp_tools = []  # mcp", False),
        (b"import os\nmcp = None", False),
        (b"def mcp(): ...", False),
        (b"", False),
    ],
)
def test_a_module_counts_where_an_import_or_a_string_names_it(data: bytes, expected: bool) -> None:
    assert ImportTriage([b"mcp"], [b"api.vendor.ai"]).tells(data) is expected
