"""Where regions of clouds in Europe are: ``regions.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import tomli


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Where one region is."""

    country: str
    """ISO 3166-1 alpha-2; ``EU`` where the vendor promises the Union and no country."""
    in_union: bool


@cache
def european_regions() -> Mapping[str, Region]:
    """By name; one that is spelled with spaces also without them, in lower case, as Azure's configurations have it."""
    lists = tomli.loads(Path(__file__).with_name("regions.toml").read_text("utf-8"))
    return {
        spelled: Region(country=country, in_union=where == "union")
        for where, countries in lists.items()
        for country, names in countries.items()
        for name in names
        for spelled in {name, name.replace(" ", "").lower() if " " in name else name}
    }
