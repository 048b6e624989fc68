"""Names of packages that plainly say AI, for those that no entry lists.

No catalogue knows every package. Of one that it does not know, the name is all that a scan has; what follows was chosen
by measuring (docs/catalogue.md), so that of a hundred names that it takes ninety-nine are AI's. Words that others use
too are left out, however often they mean AI: ``agent``, ``gpt`` (a partition table, an advertising tag), ``gemini`` (a
protocol, an exchange), ``mistral`` (a workflow service), ``copilot``, ``chatbot``, ``whisper``.
"""

from __future__ import annotations

import re

_SAID = frozenset(
    (
        "llm", "openai", "chatgpt", "gpt3", "gpt4", "gpt4o", "gpt5", "langchain", "langchain4j", "langgraph",
        "llamaindex", "anthropic", "ollama", "litellm", "vllm", "genai", "huggingface", "elevenlabs", "mistralai",
        "deepseek", "openrouter", "llmops", "copilotkit", "vertexai", "agentic", "aisdk", "deepgram",
    )
)  # fmt: skip
"""Words that say it anywhere in a name, also as the scope or vendor before ``/``."""
_SAID_BY_ITS_OWN = frozenset(("ai", "rag", "mcp", "claude", "llama", "qwen", "embeddings", "vectordb"))
"""Words that say it only in the package's own name: companies and people are called so, too."""
_BRANDS = (
    "openai", "chatgpt", "langchain", "langgraph", "llamaindex", "anthropic", "ollama", "huggingface", "elevenlabs",
    "mistralai", "deepseek", "litellm", "openrouter",
)  # fmt: skip
"""With which a word may begin or end: ``OpenAIKit``, ``ollamasharp``."""
_ENDS = tuple(brand for brand in _BRANDS if brand not in ("anthropic", "ollama"))  # not of philanthropic, scrollama
_OTHERS = frozenset(
    (
        "secretlint", "textlint", "prettier", "micromark", "llms", "openaip", "adc", "spi", "i2c", "gpio", "minecraft",
        "webex",
    )
)  # fmt: skip
"""Words beside which the others mean something else: linters and formatters, typesetting, ``llms.txt``, aviation,
chips."""
_GO_VERSION = re.compile(r"/v\d+$")
_PART = re.compile(r"[a-z0-9]+")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def says_ai(name: str) -> bool:
    """Whether a package's name plainly says AI, in whatever registry.

    :param name: as the registry spells it; with scope, vendor, group or path before the last ``/`` or ``:``.
    """
    before, _, own = _GO_VERSION.sub("", name.replace(":", "/")).rpartition("/")
    said, owner = _words(own), _words(before.rpartition("/")[2])
    if (said | owner) & _OTHERS:
        return False
    return bool(said & _SAID_BY_ITS_OWN) or any(word in _SAID or _is_brand(word) for word in said | owner)


def _words(text: str) -> set[str]:
    """The words between separators and, where the name is written in humps, between those."""
    return {*_PART.findall(text.lower()), *_PART.findall(_HUMP.sub("-", text).lower())}


def _is_brand(word: str) -> bool:
    return word.startswith(_BRANDS) or word.endswith(_ENDS)
