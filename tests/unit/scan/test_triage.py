from __future__ import annotations

import pytest

from aigov.scan.triage import Triage


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
