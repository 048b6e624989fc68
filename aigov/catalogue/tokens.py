"""Byte tokens for triage, derived from the entries: what a file must contain to be able to use any of them.

A token need not prove anything; it must be *necessary*. So a module gives itself (or, when its name is a common word,
the import statements and quoted forms that name it), a host pattern its longest fixed part, a model regex a literal
that every match contains.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from aigov.catalogue.entry import Constructor, Entry, Import, IndicatorEntry

_SHORTEST = 3


def tokens_of(entries: Iterable[Entry], indicators: Iterable[IndicatorEntry]) -> tuple[bytes, ...]:
    """The least set of tokens, sorted: a token that contains another one is left out."""
    found: set[str] = set()
    for entry in entries:
        found.update(_entry_tokens(entry))
    for indicator in indicators:
        found.update(_top(call) for call in indicator.calls if not call.startswith("."))
    kept = [t for t in found if not any(other in t for other in found if other != t)]
    return tuple(sorted(token.encode() for token in kept))


def _entry_tokens(entry: Entry) -> Iterator[str]:
    for rule in entry.imports:
        yield from _import_tokens(rule)
    modules = {rule.module.rstrip("*").lower() for rule in entry.imports}
    for constructor in entry.constructors:
        if not any(constructor.symbol.lower().startswith(module) for module in modules):
            yield from _constructor_tokens(constructor)
    for host in entry.hosts:
        yield max(re.split(r"\*\.|<[^>]+>", host.lower()), key=len).strip(".-")
    for name in (*entry.env, *entry.images):
        yield name.rstrip("*").lower()
    for prefix in entry.prefixes:
        if len(prefix) > _SHORTEST:
            yield prefix.lower()
    for pattern in entry.models:
        # Shared patterns (`org/name`) need a call to count, and a call needs an import.
        if not pattern.shared:
            yield from necessary_literals(pattern.regex)


def _import_tokens(rule: Import) -> Iterator[str]:
    module = rule.module.rstrip("*").lower()
    if not rule.generic:
        yield module
    elif rule.language == "python":
        yield from (f"import {module}", f"from {module}")
    else:
        yield from (f'"{module}"', f"'{module}'", f'"{module}/', f"'{module}/")


def _constructor_tokens(constructor: Constructor) -> Iterator[str]:
    if constructor.when:
        # One condition suffices: a call that selects the entry must spell its value.
        yield from (value.lower() for value in constructor.when[0][1])
    else:
        yield _top(constructor.symbol)


def _top(symbol: str) -> str:
    """The package part of a symbol: ``deepface`` of ``deepface.DeepFace.analyze``, ``@fal-ai/client`` of its exports."""
    if symbol.startswith("@"):
        scope, _, rest = symbol.partition("/")
        return f"{scope}/{re.split(r'[./]', rest)[0]}".lower()
    return re.split(r"[./]", symbol)[0].lower()


def necessary_literals(regex: str) -> frozenset[str]:
    """Lower-case literals of which every string that matches ``regex`` contains at least one.

    Understands what the catalogue's patterns use: literals, escapes, classes, groups, alternation, quantifiers.

    :raises ValueError: no literal of three characters or more is necessary, so the pattern is unfit for triage.
    """
    found = _necessary(_Reader(regex).alternatives())
    if found is None:
        raise ValueError(f"no literal of {_SHORTEST} characters is necessary for {regex!r}")
    return found


_Item = str | list[list["_Item"]] | None
"""A literal character, a group (its alternatives), or None for what matches anything or may be absent."""


def _necessary(alternatives: list[list[_Item]]) -> frozenset[str] | None:
    found: set[str] = set()
    for items in alternatives:
        best = _necessary_in(items)
        if best is None:
            return None
        found |= best
    return frozenset(found)


def _necessary_in(items: list[_Item]) -> frozenset[str] | None:
    candidates: list[frozenset[str]] = []
    run = ""
    for item in [*items, None]:
        if isinstance(item, str):
            run += item
            continue
        if len(run) >= _SHORTEST:
            candidates.append(frozenset({run.lower()}))
        run = ""
        if item is not None:
            inner = _necessary(item)
            if inner is not None:
                candidates.append(inner)
    # Few tokens first, then long ones: both keep triage sharp.
    return min(candidates, key=lambda c: (len(c), -min(map(len, c))), default=None)


class _Reader:
    """A recursive reader of the regex subset above."""

    def __init__(self, regex: str) -> None:
        self._text = regex
        self._at = 0

    def alternatives(self) -> list[list[_Item]]:
        parts: list[list[_Item]] = [[]]
        while self._at < len(self._text) and self._text[self._at] != ")":
            if self._text[self._at] == "|":
                self._at += 1
                parts.append([])
                continue
            item = self._atom()
            parts[-1].append(None if self._optional() else item)
        return parts

    def _atom(self) -> _Item:
        char = self._text[self._at]
        self._at += 1
        if char == "(":
            if self._text.startswith("?!", self._at) or self._text.startswith("?<!", self._at):
                self.alternatives_after("?<!" if self._text.startswith("?<!", self._at) else "?!")
                return None
            return self.alternatives_after("?:" if self._text.startswith("?:", self._at) else "")
        if char == "[":
            end = self._text.index("]", self._at + 1)
            self._at = end + 1
            return None
        if char == "\\":
            escaped = self._text[self._at]
            self._at += 1
            return None if escaped.isalnum() else escaped
        return None if char in ".^$" else char

    def alternatives_after(self, opening: str) -> list[list[_Item]]:
        self._at += len(opening)
        inner = self.alternatives()
        self._at += 1
        return inner

    def _optional(self) -> bool:
        """Read a quantifier, if one follows, and tell whether it allows absence or repetition of what came before."""
        match = re.compile(r"[?*+]|\{(\d+)(,\d*)?\}").match(self._text, self._at)
        if match is None:
            return False
        self._at = match.end()
        return match[0][0] in "?*" or match[1] == "0"
