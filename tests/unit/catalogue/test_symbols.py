"""Constants of vendors' SDKs, and the model ids that they stand for."""

from __future__ import annotations

import pytest

from aigov.catalogue import load_catalogue
from aigov.catalogue.symbols import Symbols

OPENAI = ("java", "com.openai.models")
CLAUDE = ("java", "com.anthropic.models.messages")
CLAUDE_NET = ("csharp", "Anthropic.Models.Messages")


@pytest.mark.parametrize(
    ("module", "names", "expected"),
    [
        (OPENAI, ("ChatModel", "GPT_4O_MINI"), "gpt-4o-mini"),
        (OPENAI, ("ChatModel", "GPT_5_6_SOL"), "gpt-5.6-sol"),
        (OPENAI, ("ChatModel", "GPT_5_4_MINI_2026_03_17"), "gpt-5.4-mini-2026-03-17"),
        (CLAUDE, ("Model", "CLAUDE_OPUS_4_8"), "claude-opus-4-8"),
        (("java", "dev.langchain4j.model.mistralai"), ("MistralAiChatModelName", "OPEN_MISTRAL_7B"), "open-mistral-7b"),
        # The dates that are known of this one are those of another platform, where it is spelled with an @.
        (CLAUDE, ("Model", "CLAUDE_OPUS_4_5_20251101"), "claude-opus-4-5-20251101"),
        (CLAUDE_NET, ("Model", "ClaudeHaiku4_5_20251001"), "claude-haiku-4-5-20251001"),
        (OPENAI, ("ResponseFormat", "V_2"), None),
        (OPENAI, ("ResponseFormat", "JSON_OBJECT"), None),
        (("java", "com.example"), ("ChatModel", "GPT_5_6_SOL"), None),
        (OPENAI, ("ChatModel", "A_1_2_3_4_5_6_7_8_9_10_11_12"), None),
    ],
)
def test_the_model_of_a_constant(module: tuple[str, str], names: tuple[str, ...], expected: str | None) -> None:
    assert Symbols(load_catalogue()).model(*module, names) == expected
