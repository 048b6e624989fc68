"""Texts that stand within a string: words of a list, the default of a placeholder, the default in a field's tag.

``~w(gpt-4o gpt-4o-mini)`` (https://hexdocs.pm/elixir/Kernel.html#sigil_w/2), ``@Value("${ai.model:gpt-4o}")``
(https://docs.spring.io/spring-framework/reference/core/beans/annotation-config/value-annotations.html),
``Model string `env:"MODEL" envDefault:"gpt-4o"```.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.engine import Text as Literal
from aigov.scan.facts.nodes import node_text

_WORD = re.compile(r"\S+")
_MOST_WORDS = 200
_PLACEHOLDER = re.compile(r"\$\{[\w.\[\]-]{1,120}:(?P<default>[^${}]{2,200})\}")


def inner_texts(facts: FileFacts, text: Literal) -> tuple[Literal, ...]:
    """The texts that a string stands for: itself, unless others stand within it. A pattern stands for none."""
    if text.node.type == "sigil":
        return _of_sigil(text)
    found = _PLACEHOLDER.fullmatch(text.value) if facts.row.family == "java" else None
    return (text._replace(value=found["default"]) if found is not None else text,)


def _of_sigil(text: Literal) -> tuple[Literal, ...]:
    name = next((node_text(child) for child in text.node.named_children if child.type == "sigil_name"), "s")
    if name.lower() != "w":
        return () if name.lower() == "r" else (text,)
    words = list(_WORD.finditer(text.value))[:_MOST_WORDS]
    lines = [text.line + text.value.count("\n", 0, word.start()) for word in words]
    return tuple(
        text._replace(value=word[0], line=line, offset=text.offset + 1 + word.start())
        for word, line in zip(words, lines, strict=True)
    )


def tag_defaults(facts: FileFacts) -> Iterator[Literal]:
    """What the tags of fields give them by default."""
    for binding, (_, default, line) in sorted(facts.tags.items(), key=lambda item: item[0].offset):
        node = facts.node_at(binding.offset, binding.offset + 1) if default else None
        if node is not None and default:
            yield Literal(node, default, line, binding.offset)
