"""Which files of a tree may bind the address of a chat, though nothing in them names AI."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from aigov.catalogue.surface_rules import ServerRule
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.languages import LANGUAGES
from aigov.scan.kinds import classify
from aigov.scan.resolve import Resolver
from aigov.scan.scopes import scope_of

_HANDLERS = ("api", "channel", "controller", "endpoint", "handler", "hub", "resource", "route")
_HANDLER_FOLDERS = frozenset((*_HANDLERS, *(f"{word}s" for word in _HANDLERS), "livewire", "pages"))
_SERVERS = ("app", "application", "main", "program", "router", "routing", "server", "socket", "startup", "web")
_HANDLER_ENDINGS = (*_HANDLERS, *(f"{word}s" for word in (*_HANDLERS, "server", "socket")), *_SERVERS)
"""What the names of files end with that bind addresses, and the folders that such stand in."""
_WORDS = (
    r"(?<![A-Za-z])(?:chat|messages?|conver[st]|ask|assistant|copilot|completions?|prompt|agent|talk|dialog|wp_ajax_)"
    r"|Chat|Message|Conver[st]|Ask|Assistant|Copilot|Completion|Prompt|Agent|Talk|Dialog"
)
_TALKS = re.compile(_WORDS)
_EMBEDDED = {"razor": "csharp"}
"""Files that hold code of a language which may answer requests."""


def may_bind(
    resolver: Resolver,
    rules: Mapping[str, ServerRule],
    families: Collection[str],
    asking: Collection[str],
    known: Collection[str],
) -> Iterator[FileFacts]:
    """Files of which nothing names AI, and that may bind an address of a chat.

    :param families: languages of the files that ask a model.
    :param asking: paths of those files.
    :param known: paths of the files that were looked at already.
    """
    stems = {_stem(path) for path in asking}
    for path in sorted(resolver.modules.files):
        if not _may_handle(path) or path in known or scope_of(path) == "test":
            continue
        kind = classify(path)
        name = _EMBEDDED.get(kind.projection or "", kind.name)
        family = LANGUAGES[name].family if name in LANGUAGES else ""
        if family in families and _may_serve(path, resolver, rules.get(family), stems):
            facts = resolver.load(path)
            if facts is not None:
                yield facts


def _may_handle(path: str) -> bool:
    """Whether the path is one of a file that may bind addresses: such are looked into even if nothing names AI."""
    *folders, name = path.lower().split("/")
    stem, dot, _ = name.rpartition(".")
    if not dot:
        return False
    return (
        stem.endswith(_HANDLER_ENDINGS)
        or name.endswith((".razor", ".razor.cs"))
        or not _HANDLER_FOLDERS.isdisjoint(folders)
    )


def _stem(path: str) -> str:
    """What an import of a file spells: the name of its folder, where that is the module."""
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0]
    return folder.rpartition("/")[2] if stem in ("__init__", "index") and folder else stem


def _may_serve(path: str, resolver: Resolver, rule: ServerRule | None, stems: Collection[str]) -> bool:
    text = f"{path}\n{resolver.modules.text(path)}"
    if rule is None:  # names are imported, so that a file that leads to a model names another
        return any(stem in text for stem in stems) and _TALKS.search(text) is not None
    if _TALKS.search(path) is not None:
        return True
    signs = (*rule.sockets, *(name for _, name in rule.screens), *(sign.decode() for sign in rule.streamed))
    return any(sign in text for sign in signs) or _spelling(rule).search(text) is not None


@cache
def _spelling(rule: ServerRule) -> re.Pattern[str]:
    """How a file spells the address of a chat: beside what binds one, or as the name of what answers."""
    binding = rule.calls | rule.groups | rule.prefixes | rule.decorators | rule.messages
    names = "|".join(sorted(map(re.escape, binding), key=len, reverse=True))
    spelled = rf"\b(?:{names})\s*\(?[^\"'`()\n]{{0,60}}[\"'`][^\"'`\s]{{0,80}}?(?:{_WORDS})"
    named = rf"\b(?:class|def|function|public[^\n(]{{0,80}}?)[ \t]+\w{{0,60}}?(?:{_WORDS})"
    return re.compile(f"{spelled}|{named}" if rule.classes else spelled)
