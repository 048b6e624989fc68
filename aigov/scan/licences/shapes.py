"""Parts of documents that others wrote, whatever is in their place."""

from __future__ import annotations

from typing import Any


def rows_of(value: object) -> list[dict[str, Any]]:
    """The objects of a list; none where it is no list."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def object_of(value: object) -> dict[str, Any]:
    """The object; an empty one where it is none."""
    return value if isinstance(value, dict) else {}


def text_of(value: object) -> str:
    """The text without space around it; empty where it is none."""
    return value.strip() if isinstance(value, str) else ""
