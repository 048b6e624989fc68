"""Models that addresses name: in their path, or in their query."""

from __future__ import annotations

import re
from urllib.parse import unquote

from aigov.catalogue.entry import Entry

_PATH = re.compile(r"/(?:models|deployments|model)/([\w.:-]+?)(?::\w+|/([\w.:-]+)?|$)")
_SEGMENT = re.compile(r"/model/([\w.:%-]{3,200})(?=/|$)")
"""Of Bedrock, whose ids hold colons: ``/model/anthropic.claude-3-haiku-20240307-v1:0/invoke``."""
_QUERY = re.compile(r"[?&]model(?:_id|Id)?=([\w.:/%-]{2,150})(?=&|#|$)")


def model_in_path(provider: Entry, path: str) -> str | None:
    """The model that a path names: ``/models/gemini-2.5-pro:generateContent``, ``/models/org/name`` where the host
    knows ids of that form."""
    if found := _SEGMENT.search(path):
        id = unquote(found[1])
        if _knows(provider, id):
            return id
    match = _PATH.search(path)
    if match is None:
        return None
    whole = f"{match[1]}/{match[2]}"
    return whole if match[2] and _knows(provider, whole) else match[1]


def model_in_query(url: str) -> str | None:
    """The model that a query names: ``wss://api.openai.com/v1/realtime?model=gpt-realtime``."""
    found = _QUERY.search(url) if "model" in url else None
    return unquote(found[1]) if found else None


def _knows(provider: Entry, id: str) -> bool:
    return any(re.fullmatch(pattern.regex, id) for pattern in provider.models)
