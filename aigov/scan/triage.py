"""Tell by bytes alone which files cannot hold a use of AI."""

from __future__ import annotations

from collections.abc import Iterable


class Triage:
    """A multi-pattern search over raw bytes, case-insensitive for ASCII."""

    def __init__(self, tokens: Iterable[bytes]) -> None:
        """``tokens`` are lower-case (``Catalogue.tokens()``)."""
        raise NotImplementedError

    def hit(self, data: bytes) -> bool:
        """Whether any token occurs in ``data``. False proves that there is none."""
        raise NotImplementedError

    def hits(self, data: bytes) -> frozenset[bytes]:
        """The tokens that occur in ``data``."""
        raise NotImplementedError
