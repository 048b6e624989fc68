"""The one variable that holds the key of a vendor of models and of services that are none: ``GOOGLE_API_KEY``.

Google's client reads it for Gemini (https://ai.google.dev/gemini-api/docs/api-key); programs call the key of Google's
maps and of its search so, too. It is Gemini's beside the variables of other vendors of models, where nothing of the
others is read.
"""

from __future__ import annotations

import re
from itertools import islice

from aigov.catalogue import Catalogue

SHARED = "GOOGLE_API_KEY"
OWNER = "google-gemini"
OTHER_GOOGLE = re.compile(
    r"GOOGLE_?(?:MAPS?|PLACES|CSE|CX|CUSTOM_SEARCH|SEARCH|YOUTUBE|GEOCOD\w*)|SEARCH_ENGINE_ID|(?:^|_)CSE_ID"
)
_NAME = re.compile(rb"(?<![A-Za-z0-9_])[A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,8}(?![A-Za-z0-9_])")
_MOST = 400


def shared_places(catalogue: Catalogue, data: bytes) -> tuple[tuple[int, int], ...]:
    """Where a text names the variable, as byte ranges; none where it may be another service's key."""
    if SHARED.encode() not in data:
        return ()
    found = list(islice(_NAME.finditer(data), _MOST))
    names = {match[0].decode() for match in found}
    if any(OTHER_GOOGLE.search(name) for name in names):
        return ()
    kinds = {entry.kind for name in names if (entry := catalogue.env(name)) is not None}
    if kinds.isdisjoint(("provider", "model-host")):
        return ()
    return tuple(match.span() for match in found if match[0].decode() == SHARED)
