"""Prompts that code keeps as named constants: ``SYSTEM_PROMPT = "You are …"``, ``const systemPrompt = `…` ``."""

from __future__ import annotations

import hashlib
import re

from aigov.model import Asset
from aigov.scan.context import Context
from aigov.scan.facts.engine import FileFacts
from aigov.scan.values import Place, Text

_NAME = re.compile(
    r"(?:\w+_)?SYSTEM_(?:PROMPT|MESSAGE|INSTRUCTIONS?)(?:_\w+)?|\w*[sS]ystem(?:Prompt|Instructions?)"
    r"|(?!CONFIRM|INSTALL|INPUT|LOGIN|PASSWORD|SHELL)(?:\w+_)?PROMPT(?:_TEMPLATE)?|\w*[pP]romptTemplate"
)
_HINTS = (b"PROMPT", b"SYSTEM_", b"Prompt", b"promptTemplate", b"ystemInstruction")
_SHORTEST = 40
"""Characters of a text that tells a model how to answer; what asks a person is shorter."""


def detect_prompt_constants(context: Context, facts: FileFacts, data: bytes) -> None:
    """The constants of one file that are prompts by their name, where the file uses AI: the digest of each, no text."""
    if not any(hint in data for hint in _HINTS) or not context.rows.knows(facts.path):
        return
    for name, bindings in facts.bindings.get(0, {}).items():
        if _NAME.fullmatch(name) is None:
            continue
        for binding in bindings:
            value = facts.value(binding) if binding.path == (name,) and binding.kind == "assign" else None
            found = context.resolver.resolve(value, Place(facts, 0)) if value is not None else ()
            text = next((one for one in found if isinstance(one, Text) and one.complete), None)
            if text is not None and len(text.value) >= _SHORTEST and " " in text.value:
                context.rows.asset(
                    Asset(
                        file=facts.path,
                        line=binding.line,
                        what="prompt",
                        symbol=name,
                        scope=context.scope(facts.path),
                        sha256=hashlib.sha256(text.value.encode("utf-8", "replace")).hexdigest(),
                    )
                )
                break
