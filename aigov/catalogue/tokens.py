"""Byte tokens for triage, derived from the entries: what a file must contain to be able to use any of them.

A token need not prove anything; it must be *necessary*. So a module gives itself (or, when its name is a common word,
the import statements and quoted forms that name it), a host pattern its telling part, a model regex literals of which
every match contains one. Not tokens: routing prefixes and short model ids, which count only in a call whose module is
one, and an indicator's calls and words, which count only in files that use AI.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from aigov.catalogue.entry import Entry, Import

_SHORTEST = 3
_TELLING = 5
_QUOTES = "\"'"
_QUANTIFIER = re.compile(r"[?*+]|\{(\d+)(,\d*)?\}")
_MOST_COMBINED = 40
"""How many literals a pattern may multiply out to (``amazon\\.(?:titan|nova)-`` gives two)."""


def tokens_of(entries: Iterable[Entry]) -> tuple[bytes, ...]:
    """The tokens, sorted; one that begins with another is left out."""
    entries = tuple(entries)
    found: set[str] = set()
    for entry in entries:
        found.update(_entry_tokens(entry))
    found.update(_condition_tokens(entries))
    return tuple(sorted(token.encode() for token in found if not _begins_with_another(token, found)))


def modules_of(entries: Iterable[Entry], language: str) -> frozenset[str]:
    """Modules that tell a use only where an import or a string of ``language`` names them, as they are spelled; with
    ``*`` at the end, what all of several begin with."""
    return frozenset(
        rule.module for entry in entries for rule in entry.imports if rule.language == language and not rule.generic
    )


def statement_tokens_of(entries: Iterable[Entry], language: str) -> tuple[bytes, ...]:
    """Import statements of ``language`` and quoted names in them, of modules whose names are common words, and of
    parents from which a module is imported by name; lower-case, sorted."""
    found: set[str] = set()
    for entry in entries:
        for rule in entry.imports:
            if rule.language == language:
                # "from google.cloud import vision" names no module as the catalogue spells it.
                plain = "" if rule.generic else rule.module.rstrip("*").lower()
                found.update(token for token in _import_tokens(rule) if token != plain)
    return tuple(sorted(token.encode() for token in found if not _begins_with_another(token, found)))


def telling_tokens_of(entries: Iterable[Entry]) -> tuple[bytes, ...]:
    """The tokens that tell a possible use wherever they stand in a source file; sorted."""
    entries = tuple(entries)
    found = {token for entry in entries for image in entry.images for token in _image_tokens(image)}
    for entry in entries:
        found.update(_string_tokens(entry))
    found.update(_condition_tokens(entries))
    return tuple(sorted(token.encode() for token in found if not _begins_with_another(token, found)))


def _condition_tokens(entries: tuple[Entry, ...]) -> Iterator[str]:
    """The values that tell whose client a maker of many makes, quoted."""
    modules = tuple({rule.module.rstrip("*") for entry in entries for rule in entry.imports})
    for entry in entries:
        for constructor in entry.constructors:
            # boto3 is nobody's module: there the argument's value tells, and the call must spell it.
            if constructor.when and not constructor.symbol.startswith(modules):
                yield from (f"{quote}{value.lower()}{quote}" for value in constructor.when[0][1] for quote in _QUOTES)


def _image_tokens(image: str) -> Iterator[str]:
    """A container image as code names it; a short name (``mcp/*``) is a part of many a path."""
    name = image.rstrip("*").lower()
    if len(name) > _TELLING:
        yield name
    else:
        yield from (f"{before}{name}" for before in (*_QUOTES, "`", " "))


def string_tokens_of(entries: Iterable[Entry]) -> tuple[bytes, ...]:
    """Tokens of which every string constant holds one that is a host, variable, image or model id of an entry, or the
    routed form of such an id; sorted."""
    entries = tuple(entries)
    found = {id.lower() for entry in entries for id in entry.exact_in_call}
    images = (image.rstrip("*").lower() for entry in entries for image in entry.images)
    found |= {image for image in images if "/" in image and len(image) > _TELLING}
    for entry in entries:
        found.update(_string_tokens(entry))
    return tuple(sorted(token.encode() for token in found if not _begins_with_another(token, found)))


def _begins_with_another(token: str, tokens: set[str]) -> bool:
    return any(token[:end] in tokens for end in range(_SHORTEST, len(token)))


def _entry_tokens(entry: Entry) -> Iterator[str]:
    for rule in entry.imports:
        yield from _import_tokens(rule)
    for constructor in entry.constructors:
        symbol = constructor.symbol
        # What its name alone tells, without an import: a method that others' types have, a function of no module.
        if symbol.startswith(".") or (symbol.islower() and "." not in symbol and not constructor.when):
            yield symbol.lower()
    for image in entry.images:
        yield image.rstrip("*").lower()
    for resource in entry.resources:
        yield from _resource_tokens(resource.type)
    for form in entry.keys:
        if not form.near:
            yield from necessary_literals(form.regex)
    yield from _string_tokens(entry)


def _resource_tokens(type: str) -> Iterator[str]:
    if type.startswith("helm:"):
        # A chart's name stands for itself: "name: dify", chart = "dify", charts/dify. Not in "modify".
        chart = type.removeprefix("helm:").lower()
        yield from (f" {chart}{end}" for end in " \r\n")
        yield from (f"{before}{chart}" for before in "\"'/")
        return
    if type.startswith("azd:"):
        yield f"type: {type.removeprefix('azd:')}"
        return
    # Of Kubernetes a file spells group and kind apart: "apiVersion: serving.kserve.io/v1beta1".
    group, slash, kind = type.partition("/")
    if slash and "." in group and group.islower() and kind[:1].isupper():
        yield f"{group}/"
    else:
        yield type.rstrip("*").lower()


def _string_tokens(entry: Entry) -> Iterator[str]:
    for host in entry.hosts:
        yield _telling_part(host.lower())
    for name in entry.env:
        yield name.rstrip("*").lower()
    yield from (f":{port}" for port in entry.ports if port not in entry.common_ports)
    for pattern in entry.models:
        if not pattern.shared:
            yield from necessary_literals(pattern.regex)
    for sign in entry.signs:
        yield from necessary_literals(sign.regex)


def _import_tokens(rule: Import) -> Iterator[str]:
    module = rule.module.rstrip("*").lower()
    if rule.language == "python" and "." in module:
        yield f"from {module.rpartition('.')[0]} import "
    if not rule.generic:
        yield module
    elif rule.language == "python":
        yield from (f"from {module}{end}" for end in " .")
        yield from (f"import {module}{end}" for end in " .,;\r\n")
    elif rule.language == "javascript":
        yield from (f"{quote}{module}{end}" for quote in _QUOTES for end in (quote, "/"))
    else:
        yield from (f'"{module}"', f"'{module}'", f" {module};", f" {module}.", f" {module}::")
        if rule.language == "dart":
            yield f"package:{module}/"
        # There a statement ends with its line.
        for word in {"swift": ("import",), "elixir": ("alias", "import", "require", "use")}.get(rule.language, ()):
            yield from (f"{word} {module}{end}" for end in "\r\n")


def _telling_part(host: str) -> str:
    # The first fixed part, not the longest: of bedrock.<region>.amazonaws.com the end tells nothing.
    parts = [part.lstrip(".") for part in re.split(r"\*\.|<[^>]+>", host)]
    return next((part for part in parts if len(part) > _TELLING), max(parts, key=len))


def necessary_literals(regex: str) -> frozenset[str]:
    """Lower-case literals of which every string that matches ``regex`` contains at least one.

    Understands what the catalogue's patterns use: literals, escapes, classes, groups, alternation, quantifiers.

    :raises ValueError: no literal of three characters or more is necessary, so the pattern is unfit for triage.
    """
    return frozenset(literal.lower() for literal in exact_literals(regex))


@cache
def exact_literals(regex: str) -> frozenset[str]:
    """Like ``necessary_literals``, in the case in which the expression spells them.

    :raises ValueError: no literal of three characters or more is necessary.
    """
    found = _necessary(_Reader(regex).alternatives())
    if found is None:
        raise ValueError(f"no literal of {_SHORTEST} characters is necessary for {regex!r}")
    return found


def necessary_groups(regex: str) -> tuple[frozenset[str], ...]:
    """Sets of lower-case literals; every string that matches ``regex`` contains at least one literal of each set.

    In the order of the pattern; empty where no literal of three characters or more is necessary.
    """
    alternatives = _Reader(regex).alternatives()
    if len(alternatives) == 1:
        return tuple(frozenset(map(str.lower, group)) for group in _candidates(alternatives[0]))
    whole = _necessary(alternatives)
    return (frozenset(map(str.lower, whole)),) if whole else ()


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
    candidates = _candidates(items)
    # Ids tell most at their beginning (`claude-…`, `…-chat`): the first that is not too short, else the longest.
    telling = (c for c in candidates if min(map(len, c)) >= _TELLING)
    return next(telling, None) or max(candidates, key=lambda c: min(map(len, c)), default=None)


def _candidates(items: list[_Item]) -> list[frozenset[str]]:
    candidates: list[frozenset[str]] = []
    runs = [""]
    for item in [*items, None]:
        if isinstance(item, str):
            runs = [run + item for run in runs]
            continue
        literals = _literals(item)
        if literals and len(runs) * len(literals) <= _MOST_COMBINED:
            runs = [run + literal for run in runs for literal in literals]
            continue
        if min(map(len, runs)) >= _SHORTEST:
            candidates.append(frozenset(runs))
        runs = [""]
        inner = _necessary(item) if item is not None else None
        if inner is not None:
            candidates.append(inner)
    return candidates


def _literals(item: _Item) -> list[str]:
    """The strings that a group can be, where its alternatives are all plain text; else nothing."""
    if not isinstance(item, list):
        return []
    plain = ["".join(part for part in parts if isinstance(part, str)) for parts in item]
    return plain if all(len(text) == len(parts) for text, parts in zip(plain, item, strict=True)) else []


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
            parts[-1].extend(self._repeated(item))
        return parts

    def _atom(self) -> _Item:
        char = self._text[self._at]
        self._at += 1
        if char == "(":
            return self._group()
        if char == "[":
            self._at = self._text.index("]", self._at + 1) + 1
            return None
        if char == "\\":
            escaped = self._text[self._at]
            self._at += 1
            return None if escaped.isalnum() else escaped
        return None if char in ".^$" else char

    def _group(self) -> _Item:
        opening = re.compile(r"\?(?::|<?[=!])|").match(self._text, self._at)
        kind = opening[0] if opening else ""
        self._at += len(kind)
        inner = self.alternatives()
        self._at += 1
        return inner if kind in {"", "?:"} else None

    def _repeated(self, item: _Item) -> list[_Item]:
        """The item with the quantifier that may follow it: absent, or once and then anything."""
        match = _QUANTIFIER.match(self._text, self._at)
        if match is None:
            return [item]
        self._at = match.end()
        return [None] if match[0][0] in "?*" or match[1] == "0" else [item, None]
