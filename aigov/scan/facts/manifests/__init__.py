"""Readers of what is not program code: manifests, lock files, environment samples, MCP configurations, images."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from aigov.scan.files import Document, Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue


def read_manifests(documents: Iterable[Document], catalogue: Catalogue) -> Findings:
    """Findings of every document of role ``manifest``, sorted. A broken file yields a ``Problem``, never an exception."""
    raise NotImplementedError
