from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from anthropic import Anthropic  # expect: use anthropic import


def load(name: str) -> object:
    if name == "cohere":
        import cohere  # expect: use cohere import

        return cohere.Client()
    if name == "mistral":
        module = importlib.import_module("mistralai")  # expect: use mistral import
        return module.Mistral()
    try:
        from groq import Groq  # expect: use groq import
    except ImportError:
        return None
    return Groq()


def ask(client: Anthropic, question: str) -> object:
    # expect: model claude-opus-4-1-20250805 provider=anthropic pinned=yes ; flow anthropic user-content
    return client.messages.create(model="claude-opus-4-1-20250805", max_tokens=5, messages=[{"role": "user", "content": question}])
