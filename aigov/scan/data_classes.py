"""Tell from a name which class of data it stands for; the table is ``data_classes.toml``."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import tomli

_FETCHES = frozenset(("fetch", "find", "get", "load", "lookup", "query", "read", "retrieve"))
"""First words of functions that give data of their own; of others what they are given is looked at."""
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


class _Table(NamedTuple):
    phrases: dict[str, tuple[tuple[str, tuple[str, ...]], ...]]
    """First word -> (class, all words), longest first; no class where the words together name no data."""
    keys: frozenset[str]
    settings: frozenset[str]
    suffixes: frozenset[str]
    plumbing: frozenset[str]


@cache
def _table() -> _Table:
    document = tomli.loads((Path(__file__).parent / "data_classes.toml").read_text(encoding="utf-8"))
    phrases: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for row in document["class"]:
        for phrase in row["words"]:
            parts = tuple(phrase.split())
            phrases.setdefault(parts[0], []).append((row["id"], parts))
    for phrase in document["ignore"]["phrases"]:
        parts = tuple(phrase.split())
        phrases.setdefault(parts[0], []).append(("", parts))
    ordered = {first: tuple(sorted(found, key=lambda item: -len(item[1]))) for first, found in phrases.items()}
    ignore = document["ignore"]
    return _Table(
        ordered,
        frozenset(ignore["keys"]),
        frozenset(ignore["settings"]),
        frozenset(ignore["suffixes"]),
        frozenset(ignore["plumbing"]),
    )


def words_of(name: str) -> list[str]:
    """Lower-case words of a snake_case or camelCase name."""
    return [word.lower() for word in _WORD.findall(name)]


@cache
def classes_of(name: str) -> tuple[str, ...]:
    """Classes that a name stands for, sorted; empty when it tells none."""
    table = _table()
    words = words_of(name)
    found: set[str] = set()
    at = 0
    while at < len(words):
        length = 1
        for word in dict.fromkeys((words[at], _singular(words[at]))):
            for kind, phrase in table.phrases.get(word, ()):
                tail = [_singular(part) for part in words[at + 1 : at + len(phrase)]]
                if tail != [_singular(part) for part in phrase[1:]]:
                    continue
                following = words[at + len(phrase) : at + len(phrase) + 1]
                if kind and (not following or following[0] not in table.suffixes):
                    found.add(kind)
                length = max(length, len(phrase))
                break
        at += length
    return tuple(sorted(found))


def is_protocol_key(name: str) -> bool:
    """Whether a key belongs to the protocol (``role``, ``content``) and says nothing of the data."""
    return name in _table().keys


def is_setting_key(name: str) -> bool:
    """Whether a key of a message or a request sets how a model answers (``temperature``), and holds no data."""
    return name in _table().settings


def may_be_data(name: str) -> bool:
    """Whether a name that tells no class may stand for data all the same.

    A variable may that is no setting and no type, and a function that fetches.
    """
    last = name.rpartition(".")[2].lstrip("_")
    words = words_of(last)
    if not words or last[:1].isupper() or name.startswith(".") or (last.endswith("()") and words[0] not in _FETCHES):
        return False
    table = _table()
    return not any(word in table.plumbing for word in words) and words[-1] not in table.suffixes


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
