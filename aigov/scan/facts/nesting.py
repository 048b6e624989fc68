"""Tell by bytes alone whether a file is nested so deep that parsing it would take the time of the whole scan.

Parsers and queries take time with the square of the depth: 100,000 open brackets cost a minute, and no person wrote
them.
"""

from __future__ import annotations

import re

from aigov.scan.facts.languages import Language

MAX_LEVELS = 12_000
"""Brackets that may be open at once. Generated tables and minified scripts stay below a hundred."""
_BRACKET = re.compile(rb"[()\[\]{}]")
_OPENING = b"([{"
_ENDS_LIST = re.compile(rb"[;=]")


def nested_beyond(row: Language, data: bytes) -> bool:
    """Whether a file of a language is to be left unread, for its depth."""
    if sum(data.count(opening) for opening in (b"(", b"[", b"{")) > MAX_LEVELS:
        depth = 0
        for match in _BRACKET.finditer(data):
            depth += 1 if match[0] in _OPENING else -1 if depth else 0
            if depth > MAX_LEVELS:
                return True
    if _listed_beyond(row.most_listed, data):
        return True
    return row.unbearable is not None and row.unbearable.search(data) is not None


def _listed_beyond(most: int | None, data: bytes) -> bool:
    if most is None or data.count(b",") <= most:
        return False
    return any(part.count(b",") > most for part in _ENDS_LIST.split(data))
