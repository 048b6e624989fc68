"""Which models make images, sound or video, and nothing else: told by their ids, wherever they are served."""

from __future__ import annotations

import re
from functools import lru_cache

from aigov.catalogue.entry import Medium
from aigov.catalogue.index import Catalogue

MEDIA: tuple[Medium, ...] = ("image", "audio", "video")


def media_made(catalogue: Catalogue, model_id: str) -> tuple[Medium, ...]:
    """What a model makes; empty where it may make text, or nothing is known of its id."""
    folded = model_id.lower()
    return tuple(medium for medium, pattern in _patterns(catalogue) if pattern.fullmatch(folded))


@lru_cache(maxsize=4)
def _patterns(catalogue: Catalogue) -> tuple[tuple[Medium, re.Pattern[str]], ...]:
    ids: dict[Medium, list[str]] = {medium: [] for medium in MEDIA}
    for entry in catalogue.entries.values():
        for medium, spelled in entry.makes:
            ids[medium] += spelled
    return tuple(
        (medium, re.compile("|".join(".*".join(map(re.escape, id.lower().split("*"))) for id in found) or "(?!)"))
        for medium, found in ids.items()
    )
