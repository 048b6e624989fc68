"""Text from outside on its way to a terminal."""

from __future__ import annotations


def printable(text: str) -> str:
    """``text`` with every control character but the line feed made visible.

    File names, model ids and reasons come from repositories that nobody vouched for: an escape sequence among them
    could rewrite what a terminal already shows, a "gate refused" into a "gate passed".
    """
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text)
