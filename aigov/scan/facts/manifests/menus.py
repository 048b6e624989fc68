"""Files that are nothing but a list of records: set-ups of clients, or models to choose from; else data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from aigov.catalogue.settings_keys import squashed
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.settings_values import is_known
from aigov.scan.facts.manifests.settings_words import is_client

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

_KEYS = frozenset(("model", "modelname", "modelid", "id"))
_SAID = frozenset(
    "prompt response messages content answer output question completion input timestamp".split()  # noqa: SIM905
)
"""What a log of what models did has."""
_LONGEST_FIELD, _MOST_FIELDS, _MOST_CHOICES = 300, 16, 500


def records_of(catalogue: Catalogue, records: Sequence[Node]) -> tuple[Sequence[Node], bool]:
    """The records that set something up (AutoGen's OAI_CONFIG_LIST), none where they are data, and whether they are
    models to choose from."""
    menu = _is_menu(catalogue, records)
    return (records, menu) if menu or all(is_client(record) for record in records) else ((), False)


def _is_menu(catalogue: Catalogue, records: Sequence[Node]) -> bool:
    if not 1 < len(records) <= _MOST_CHOICES:
        return False
    models = 0
    for record in records:
        members = record.members()
        keys = {squashed(key): node.text() or "" for key, node in members.items()}
        long = any(len(text) > _LONGEST_FIELD for text in keys.values())
        if not 0 < len(members) <= _MOST_FIELDS or long or not _SAID.isdisjoint(keys):
            return False
        models += any(key in _KEYS and is_known(catalogue, text) for key, text in keys.items())
        models += any(key == "models" and _names_models(catalogue, node) for key, node in members.items())
    return models > 1 and models * 2 >= len(records)


def _names_models(catalogue: Catalogue, listed: Node) -> bool:
    """Whether a vendor's record lists its models: ``{provider: openai, models: [{name: gpt-4o}]}``."""
    for item in listed.elements() if isinstance(listed.value, list) else ():
        texts = [node.text() for node in item.members().values()] if isinstance(item.value, dict) else [item.text()]
        if any(text is not None and is_known(catalogue, text) for text in texts):
            return True
    return False
