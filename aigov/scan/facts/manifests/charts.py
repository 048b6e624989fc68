"""Charts that commands of Helm fetch, and the repositories that they are fetched from: https://helm.sh/docs/helm/."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from aigov.catalogue.infrastructure import ResourceRules
from aigov.catalogue.settings_keys import squashed

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry

_FETCHING = frozenset(("install", "upgrade", "template", "pull", "fetch"))
_WITH_VALUE = frozenset(
    """-f --values --set --set-string --set-file --set-json -n --namespace --repo --version --kube-context --kubeconfig
    --timeout --description --username --password -d --destination -o --output --post-renderer""".split()  # noqa: SIM905
)

_LOCAL = re.compile(r"[./$~{]|(?:charts?|helm|deploy(?:ment)?s?|k8s|kubernetes|infra)/|[\w.-]+/[\w.-]+/")
"""Of a chart in a folder; ``repository/chart`` has two parts, and ``oci://`` an address."""


@lru_cache(maxsize=4)
def _rules(catalogue: Catalogue) -> ResourceRules:
    return ResourceRules(catalogue.entries.values())


def chart_entries(catalogue: Catalogue, spelled: str) -> Iterator[Entry]:
    """The entries of a chart as it is spelled: ``qdrant``, ``qdrant/qdrant``, ``oci://…/litellm-helm``."""
    name = spelled.rpartition("/")[2].partition(":")[0]
    for entry, _ in _rules(catalogue).of(f"helm:{name}"):
        yield entry


def repository_entries(catalogue: Catalogue, name: str, url: str) -> Iterator[Entry]:
    """The entries whose charts a repository holds: its name must be a chart's, and its address must say so, too."""
    if "://" in url and squashed(name) in squashed(url):
        yield from chart_entries(catalogue, name)


def charts_of(catalogue: Catalogue, words: Sequence[str]) -> Iterator[tuple[Entry, str]]:
    """What a command of ``helm`` fetches, and how it spells it. A chart in a folder tells itself."""
    plain = [word for before, word in pairwise(words) if not word.startswith("-") and before not in _WITH_VALUE]
    if plain[:2] == ["repo", "add"] and len(plain) > 3:
        yield from ((entry, plain[2]) for entry in repository_entries(catalogue, plain[2], plain[3]))
    if plain and plain[0] in _FETCHING:
        repository = next((after for word, after in pairwise(words) if word == "--repo"), "")
        for word in plain[1:]:
            if "/" in word and not _LOCAL.match(word):
                yield from ((entry, word) for entry in chart_entries(catalogue, word))
            elif repository:
                yield from ((entry, word) for entry in repository_entries(catalogue, word, repository))
