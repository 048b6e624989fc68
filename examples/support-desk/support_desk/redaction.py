"""Takes personal data out of text before it is stored in the search index or sent to a model."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("email", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("iban", re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,4})?\b")),
    ("card", re.compile(r"\b(?:\d[ -]?){13,19}\b")),
    ("phone", re.compile(r"(?<!\w)\+?\d[\d ()/-]{7,}\d")),
    ("order", re.compile(r"\bSD-\d{6,}\b")),
)


@dataclass(frozen=True, slots=True)
class Redacted:
    """Text without personal data, and how to put it back into the reply."""

    text: str
    placeholders: dict[str, str]

    def restore(self, reply: str) -> str:
        for placeholder, original in self.placeholders.items():
            reply = reply.replace(placeholder, original)
        return reply


def redact(text: str, *, names: tuple[str, ...] = ()) -> Redacted:
    """Replace addresses, account numbers and the given names by placeholders such as ``[EMAIL_1]``."""
    placeholders: dict[str, str] = {}

    def replace(kind: str, original: str) -> str:
        for placeholder, known in placeholders.items():
            if known == original:
                return placeholder
        number = sum(placeholder.startswith(f"[{kind.upper()}_") for placeholder in placeholders) + 1
        placeholder = f"[{kind.upper()}_{number}]"
        placeholders[placeholder] = original
        return placeholder

    for name in sorted(filter(None, names), key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(name)}\b", partial(_substitute, replace, "name"), text)
    for kind, pattern in _PATTERNS:
        text = pattern.sub(partial(_substitute, replace, kind), text)
    return Redacted(text=text, placeholders=placeholders)


def _substitute(replace: Callable[[str, str], str], kind: str, match: re.Match[str]) -> str:
    return replace(kind, match.group())
