"""What the catalogue knows, as data for rules: ``data.aigov.lib.facts``.

    {"as_of", "as_of_ns",
     "lifecycle": {platform: {model_id: {"earliest_date", "earliest_ns", "latest_date", "latest_ns", "date_kind",
                                         "confidence", "as_of", "as_of_ns", "source"}}},
     "terms": {slug: {"default_retention_days", "trains_by_default", "zdr", "dpa_available", "regions",
                      "as_of", "as_of_ns", "confidence", "sources"}},
     "indicators": {id: {"title", "practices"}},
     "recorders": [slug of what keeps what was asked and answered],
     "regions": {name of a cloud's region in Europe: {"country", "union"}}}

Days are the start of the day, UTC, in nanoseconds since the epoch. What is not known is left out: an absent key is
undefined in Rego, so that no rule can take it for a good value.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from aigov.catalogue import Catalogue
from aigov.catalogue.entry import LifecycleFact, Terms
from aigov.catalogue.regions import european_regions

_EPOCH = date(1970, 1, 1)
_DAY_NS = 86_400 * 10**9


def facts_data(catalogue: Catalogue) -> dict[str, Any]:
    """The document as this module's docstring describes it; the same catalogue gives the same document."""
    lifecycle: dict[str, dict[str, Any]] = {}
    for fact in catalogue.lifecycle_facts():
        lifecycle.setdefault(fact.platform, {})[fact.model_id] = _lifecycle(fact)
    entries = catalogue.entries.values()
    return {
        **_days(as_of=catalogue.lifecycle_as_of),
        "recorders": sorted(entry.id for entry in entries if "records-calls" in entry.traits),
        "lifecycle": lifecycle,
        "terms": {entry.id: _terms(entry.terms) for entry in catalogue.entries.values() if entry.terms},
        "indicators": {
            indicator.id: {"title": indicator.title, "practices": list(indicator.practices)}
            for indicator in catalogue.indicators.values()
        },
        "regions": {
            name: {"country": region.country, "union": region.in_union}
            for name, region in sorted(european_regions().items())
        },
    }


def _lifecycle(fact: LifecycleFact) -> dict[str, Any]:
    return {
        "date_kind": fact.date_kind,
        "confidence": fact.confidence,
        "source": fact.source,
        **_days(earliest_date=fact.earliest_date, latest_date=fact.latest_date, as_of=fact.as_of),
    }


def _terms(terms: Terms) -> dict[str, Any]:
    known = {
        "default_retention_days": terms.default_retention_days,
        "trains_by_default": terms.trains_by_default,
        "zdr": terms.zdr,
        "dpa_available": terms.dpa_available,
        "regions": terms.regions,
        "confidence": terms.confidence,
        "sources": list(terms.sources),
    }
    return {key: value for key, value in known.items() if value is not None} | _days(as_of=terms.as_of)


def _days(**days: str | None) -> dict[str, Any]:
    """``earliest_date`` also as ``earliest_ns``, ``as_of`` also as ``as_of_ns``."""
    row: dict[str, Any] = {}
    for name, text in days.items():
        if text:
            row[name] = text
            row[f"{name.removesuffix('_date')}_ns"] = (date.fromisoformat(text) - _EPOCH).days * _DAY_NS
    return row
