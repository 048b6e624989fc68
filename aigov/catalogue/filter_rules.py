"""What is known of calls that filter content: ``agents/filters.toml``, described in docs/agents.md."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aigov.catalogue.loader import expand

_FILE = Path(__file__).resolve().parent / "agents" / "filters.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterRules:
    """All of them."""

    calls: Mapping[str, re.Pattern[str]]
    """Slug -> what matches the whole spelling of a call that filters."""
    roots: frozenset[str]
    """First names of the packages that these come from."""
    tails: frozenset[str]
    """Last names of the calls; empty text where the object itself is called."""
    symbols: re.Pattern[str]
    """Found in the symbol of a provider's call that only checks."""
    arguments: Mapping[str, frozenset[str]]
    """Slug of a provider -> arguments by which it filters the call that has one."""

    def of_call(self, spelled: str) -> str | None:
        """The slug of what filters by a call: ``llm_guard.scan_prompt``."""
        return next((slug for slug, pattern in self.calls.items() if pattern.fullmatch(spelled)), None)


@cache
def load_filter_rules() -> FilterRules:
    """The shipped rules, read once a process."""
    document = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    spelled = {
        row["name"]: [name for pattern in row["calls"] for name in expand(pattern)] for row in document["filters"]
    }
    every = [name for names in spelled.values() for name in names]
    return FilterRules(
        calls={
            slug: re.compile("|".join(re.escape(name).replace(r"\*", ".*") for name in names))
            for slug, names in spelled.items()
        },
        roots=frozenset(re.split(r"[.*]", name)[0] for name in every),
        tails=frozenset("" if name.endswith("()") else name.rpartition(".")[2] for name in every),
        symbols=re.compile(document["provider"]["symbols"], re.IGNORECASE),
        arguments={row["provider"]: frozenset(row["names"]) for row in document["arguments"]},
    )
