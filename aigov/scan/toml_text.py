"""TOML that a repository brought along, read by the standard library without its surprises."""

from __future__ import annotations

import re
from typing import Any

import tomli

# tomli takes quadratic time over the parts of a key; nobody writes a dozen.
_ENDLESS_KEY = re.compile(r"(?:\.[ \t]*[\w\"'-]+[ \t]*){100}")


def load_toml(text: str) -> dict[str, Any]:
    """The document.

    :raises ValueError: it is none, or holds a key, a number or a nesting without end.
    """
    if _ENDLESS_KEY.search(text):
        raise ValueError("a key of more than 100 parts")
    try:
        return tomli.loads(text)
    except RecursionError:
        raise ValueError("nested too deep") from None
