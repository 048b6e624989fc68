"""Whose software a container image holds, also where it is kept in a registry of one's own."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from aigov.catalogue.settings_keys import squashed

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry

_KINDS = frozenset(("model-host", "vector-db"))
_SHORTEST = 5
"""Characters of a name that tells by itself: ``tgi`` is many a thing."""
_SHORTEST_OF_OTHERS = 9
"""Characters of one that tells whoever publishes it at Docker Hub, where a name may be an application's as well."""
_OTHERS = frozenset(("server", "serving", "runtime", "backend", "triton", "vespa"))


def image_entry(catalogue: Catalogue, name: str) -> Entry | None:
    """The entry of an image: by its whole name, else by what it is called in a mirror or a registry of one's own,
    ``registry.example.com/proxy/ollama/ollama``, ``quay.io/team/chromadb``."""
    found = catalogue.image(name)
    parts = name.split("/")
    if found is None and len(parts) > 3:
        found = catalogue.image("/".join(parts[-2:]))
    short = squashed(parts[-1])
    if found is None and len(parts) > 1 and ("." in parts[0] or len(short) >= _SHORTEST_OF_OTHERS):
        found = _names(catalogue).get(short)
    return found


@lru_cache(maxsize=4)
def _names(catalogue: Catalogue) -> dict[str, Entry]:
    """Short names of servers and stores: of their entries, of the packages that run them, and of their images."""
    names: dict[str, Entry] = {}
    for entry in catalogue.entries.values():
        if entry.kind not in _KINDS:
            continue
        spelled = {entry.id, *(image.rpartition("/")[2] for image in entry.images if not image.endswith("*"))}
        spelled |= {rule.purl.rpartition("/")[2] for rule in entry.packages if rule.purl.startswith("pkg:pypi/")}
        for name in spelled:
            short = squashed(name)
            if len(short) >= _SHORTEST and short not in _OTHERS and "*" not in short:
                names.setdefault(short, entry)
    return names
