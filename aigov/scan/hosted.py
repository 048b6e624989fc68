"""Whose servers a model id of the form ``publisher/name`` leads to, where only the spelling of the id speaks.

``moonshotai/kimi-k2-instruct`` proves who made the model. A router such as LiteLLM sends it to the publisher; Groq,
OpenRouter and other hosts serve it under the same id. Which one it is, the rest of the tree tells.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from aigov.catalogue import Catalogue
from aigov.catalogue.entry import Entry
from aigov.model import ModelUse, Use
from aigov.scan.published import HUB


class Hosts:
    """The providers that a tree surely uses, as seen by ids that may be any of theirs."""

    def __init__(self, catalogue: Catalogue, founded: Iterable[Use]) -> None:
        """
        :param founded: uses for which more speaks than the spelling of a model id.
        """
        self._used: set[str] = set()
        self._files: set[tuple[str, str]] = set()
        for use in founded:
            self._used.add(use.name)
            self._files.add((use.file, use.name))
        entries = [catalogue.entries[name] for name in sorted(self._used) if name in catalogue.entries]
        self._routes = any(rule.routed for entry in entries for rule in entry.constructors)
        self._listing = tuple(entry for entry in entries if entry.kind == "provider" and _lists(entry, "maker/model"))

    def hosting(self, use: Use) -> tuple[Entry, ...]:
        """The hosts that may serve the id in the symbol of ``use`` in place of the provider whose prefix it bears; none
        where that provider is used in its own right, or where a router reads the prefix."""
        id = use.symbol or ""
        if "/" not in id or use.name in self._used or self._routes:
            return ()
        found = tuple(entry for entry in self._listing if _lists(entry, id))
        near = tuple(entry for entry in found if (use.file, entry.id) in self._files)
        return near or found

    def shared(self, use: Use) -> bool:
        """Whether an id that alone suggests a use is spelled as a gateway of this tree spells it: ``openai/gpt-4o`` is
        no use of OpenAI where OpenRouter's client stands elsewhere."""
        id = use.symbol or ""
        gateways = (entry for entry in self._listing if entry.id != HUB and not _lists(entry, "word"))
        return "/" in id and use.name in self._used and not self._routes and any(_lists(e, id) for e in gateways)

    def placed(self, row: ModelUse, catalogue: Catalogue) -> ModelUse:
        """A model whose name tells its maker alone, at the host of this tree that lists such names, if there is one."""
        found = [entry for entry in self._listing if _lists(entry, row.model)]
        near = [entry for entry in found if (row.file, entry.id) in self._files]
        hosts = near or [entry for entry in found if not _lists(entry, "word")]
        if len(hosts) != 1:
            return row
        return replace(
            row,
            provider=hosts[0].id,
            publisher=catalogue.publisher(hosts[0].id, row.model),
            pinned=catalogue.pinned(hosts[0].id, row.model),
        )


def rehost(row: ModelUse, moved: Collection[tuple[Use, tuple[Entry, ...]]], catalogue: Catalogue) -> ModelUse:
    """The mention of a model at the one host that can be meant; as it was where several can."""
    for use, hosts in moved:
        id = use.symbol or ""
        if row.provider != use.name or not id.endswith(row.model) or len(hosts) != 1:
            continue
        maker = catalogue.publisher(hosts[0].id, id)
        return replace(
            row,
            model=id,
            provider=hosts[0].id,
            publisher=maker or row.publisher or use.name,
            pinned=catalogue.pinned(hosts[0].id, id),
        )
    return row


def _lists(entry: Entry, id: str) -> bool:
    return any(rule.shared and re.fullmatch(rule.regex, id) for rule in entry.models)
