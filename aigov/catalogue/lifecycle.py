"""Retirement dates of models: ``data/lifecycle.json`` and how an id as written finds its row.

The file: ``{"as_of": "2026-11-23", "sources": {"<via>": "<what it is>"}, "facts": {"<platform>": [row, …]}}`` with
rows sorted by model id. A row has ``id``, ``earliest`` and ``latest`` (YYYY-MM-DD; they differ where sources do; null
where no date is known), ``kind``, ``confidence``, ``as_of`` (the day to which the source speaks; the first of the month
where it names only a month), ``via`` (a key of ``sources``), and where there is one ``url``, ``note``, ``replacement``
and ``confirmed_by`` (further keys of ``sources`` that give the same date). ``kind`` is ``shutdown`` (announced),
``not_before`` (the vendor promises no earlier), ``left_catalogue`` (seen to go, not announced), ``deprecated_no_date``
or ``unknown``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from aigov.catalogue.entry import LifecycleFact

_BEDROCK_PROFILE = re.compile(r"(?:us|eu|apac|jp|au|ca|global|us-gov)\.")
_PATHS = re.compile(r"(?:projects/[^/]+/locations/[^/]+/)?(?:publishers/[^/]+/)?models/")
_BEDROCK_ARN = re.compile(r"arn:aws[a-z-]*:bedrock:[^/]*/")


class Lifecycle:
    """The rows of one lifecycle file, turned into facts when first asked for."""

    def __init__(self, *, as_of: str, rows: Sequence[LifecycleFact]) -> None:
        self.as_of = as_of
        self.facts = tuple(sorted(rows, key=lambda fact: (fact.platform, fact.model_id)))

    @cached_property
    def _by_key(self) -> Mapping[tuple[str, str], LifecycleFact]:
        # An exact id wins over one that differs in case only (Azure spells `DeepSeek-R1` and `deepseek-r1`).
        folded = {(fact.platform, fact.model_id.lower()): fact for fact in reversed(self.facts)}
        return folded | {(fact.platform, fact.model_id): fact for fact in self.facts}

    def find(self, platform: str, model_id: str) -> LifecycleFact | None:
        """The row of an id as the source spells it, with the decorations of its platform taken off."""
        for candidate in _spellings(platform, model_id):
            fact = self._by_key.get((platform, candidate)) or self._by_key.get((platform, candidate.lower()))
            if fact:
                return fact
        return None


def _spellings(platform: str, model_id: str) -> Iterator[str]:
    yield model_id
    if platform == "aws-bedrock":
        bare = _BEDROCK_ARN.sub("", model_id)
        yield bare
        yield _BEDROCK_PROFILE.sub("", bare, count=1)
    elif platform.startswith("google-"):
        yield _PATHS.sub("", model_id, count=1)
    elif platform == "openai" and model_id.startswith("ft:"):
        # ft:gpt-4o-mini-2024-07-18:org:name:id is retired with its base: the table has `ft:<base>`.
        yield ":".join(model_id.split(":")[:2])


def read_lifecycle(path: Path) -> Lifecycle:
    """The lifecycle file as this module's docstring describes it."""
    document: dict[str, Any] = json.loads(path.read_bytes())
    sources: dict[str, str] = document["sources"]
    facts = [
        LifecycleFact(
            platform=platform,
            model_id=row["id"],
            earliest_date=row["earliest"],
            latest_date=row["latest"],
            date_kind=row["kind"],
            confidence=row["confidence"],
            as_of=row["as_of"],
            source=row.get("url") or sources[row["via"]],
            via=sources[row["via"]],
            note=row.get("note", ""),
            replacement=row.get("replacement"),
        )
        for platform, rows in document["facts"].items()
        for row in rows
    ]
    return Lifecycle(as_of=document["as_of"], rows=facts)
