"""Signals of a regulated purpose: libraries, calls, words in prompts, names. They ask, and decide no law."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from aigov.catalogue import Catalogue
from aigov.catalogue.entry import IndicatorEntry
from aigov.model import Indicator, Use
from aigov.scan.context import Context
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.nodes import node_text
from aigov.scan.rows import Rows
from aigov.scan.scopes import scope_of
from aigov.scan.values import Made, Place, Symbol, spelled

_SHORTEST_PROMPT = 12
_TERM = 120


def library_indicators(catalogue: Catalogue, rows: Rows, uses: Iterable[Use]) -> None:
    """Entries of the catalogue whose very use is a signal."""
    for use in uses:
        entry = catalogue.get(use.name)
        for indicator in entry.indicators if entry else ():
            rows.indicator(
                Indicator(
                    file=use.file, line=use.line, indicator=indicator, signal="library", term=use.name, scope=use.scope
                )
            )


def text_indicators(context: Context, facts: FileFacts) -> None:
    """Prompts, names of functions, classes and the file, and calls of one AI-using file."""
    entries = tuple(context.catalogue.indicators.values())
    _prompts(context, facts)
    _names(context, facts, entries)
    _calls(context, facts, entries)


def _prompts(context: Context, facts: FileFacts) -> None:
    strings = [(text.value, text.line) for text in facts.texts if len(text.value) >= _SHORTEST_PROMPT]
    strings += [(node_text(site.node), site.line) for site in facts.templates]
    for value, line in strings:
        if " " not in value:
            continue
        for entry, match in context.catalogue.prompt_indicators(value):
            at = line + value.count("\n", 0, match.start())
            _add(context, facts, entry, "prompt", match[0], at)


def _names(context: Context, facts: FileFacts, entries: tuple[IndicatorEntry, ...]) -> None:
    union = _union(tuple(term for entry in entries for term in entry.name_terms))
    names = [(scope.name, scope.line) for scope in facts.scopes if scope.name]
    names.append((facts.path.rpartition("/")[2].partition(".")[0], 1))
    for name, line in names:
        if not _says(union, name.lower()):
            continue
        for entry in entries:
            if any(_regex(term).search(name) for term in entry.name_terms):
                _add(context, facts, entry, "name", name, line)


def _calls(context: Context, facts: FileFacts, entries: tuple[IndicatorEntry, ...]) -> None:
    wanted: dict[str, list[tuple[IndicatorEntry, str]]] = {}
    for entry in entries:
        for call in entry.calls:
            wanted.setdefault(call.rpartition(".")[2], []).append((entry, call))
    for site in facts.calls:
        rows = wanted.get(site.tail)
        expr = facts.call(site) if rows else None
        if not rows or expr is None:
            continue
        for value in context.resolver.resolve(expr.callee, Place(facts, facts.scope_at(site.offset))):
            symbol = value.symbol if isinstance(value, Made) else value
            if not isinstance(symbol, Symbol) or symbol.builtin:
                continue
            name = (spelled(value) or "").replace("()", "")
            for entry, call in rows:
                if name == call or (call.startswith(".") and name.endswith(call)):
                    _add(context, facts, entry, "call", name, site.line)


def _add(context: Context, facts: FileFacts, entry: IndicatorEntry, signal: str, term: str, line: int) -> None:
    context.rows.indicator(
        Indicator(
            file=facts.path,
            line=line,
            indicator=entry.id,
            signal="prompt" if signal == "prompt" else "name" if signal == "name" else "call",
            term=" ".join(term.split())[:_TERM],
            scope=scope_of(facts.path),
        )
    )


@lru_cache(maxsize=1 << 14)
def _says(union: re.Pattern[str], name: str) -> bool:
    return union.search(name) is not None


@lru_cache(maxsize=1024)
def _regex(term: str) -> re.Pattern[str]:
    return re.compile(term, re.IGNORECASE)


@lru_cache(maxsize=8)
def _union(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the terms in a name of small letters: three times as fast as a search that folds case."""
    plain = not any(letter.isupper() for term in terms for letter in term)
    return re.compile("|".join(f"(?:{term})" for term in terms) or "(?!)", 0 if plain else re.IGNORECASE)


def needs_reading(catalogue: Catalogue) -> bool:
    """Whether the catalogue has any indicator that reads text."""
    return any(entry.prompt_terms or entry.name_terms or entry.calls for entry in catalogue.indicators.values())
