"""Keep account of every file seen: read, or left and why."""

from __future__ import annotations

from collections.abc import Iterable

from aigov.model import Coverage, ParseLoss, Problem
from aigov.scan.files import Discovered, Document, Left


class Ledger:
    """Sums up what ``read_tree`` yields."""

    def __init__(self, discovered: Discovered) -> None:
        raise NotImplementedError

    def add(self, item: Document | Left) -> None:
        """Count one file."""
        raise NotImplementedError

    def problems(self) -> tuple[Problem, ...]:
        """One problem for each file that was left although it may hold code that aigov reads."""
        raise NotImplementedError

    def coverage(self, parse_losses: Iterable[ParseLoss] = ()) -> Coverage:
        """The account so far."""
        raise NotImplementedError
