"""Keep account of every file seen: read, or left and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from aigov.model import Coverage, ParseLoss, Problem, Skip
from aigov.scan.files import Discovered, Document, Left, LeftReason

_MOST_NAMED = 20
"""Suspects of one gap that are named; the others are counted."""
_GAPS: frozenset[LeftReason] = frozenset(("unsupported-language", "too-large", "undecodable", "unreadable"))
_GAPS_IF_SUSPECT: frozenset[LeftReason] = frozenset(("generated", "vendored", "ignored", "excluded"))
"""Left out on purpose, by a name or a word in the tree itself: not taken on trust where AI is named."""


class Ledger:
    """Sums up what ``read_tree`` yields."""

    def __init__(self, discovered: Discovered) -> None:
        self._truncated = discovered.truncated
        self._files = 0
        self._bytes = 0
        self._languages: Counter[str] = Counter()
        self._left: Counter[tuple[LeftReason, str | None]] = Counter()
        self._suspects: dict[tuple[LeftReason, str | None], list[str]] = {}
        self._problems: list[Problem] = list(discovered.problems)

    def add(self, item: Document | Left) -> None:
        """Count one file."""
        self._files += 1
        self._bytes += item.size
        if isinstance(item, Document):
            self._languages[item.kind.name] += 1
            return
        key = (item.reason, item.language)
        self._left[key] += 1
        if item.suspect:
            self._suspects.setdefault(key, []).append(item.path)
        if item.message:
            self._problems.append(Problem(file=item.path, reason=item.reason, message=item.message))

    def problems(self) -> tuple[Problem, ...]:
        """One problem for each file that was left although it may hold code that aigov reads, in order of path."""
        return tuple(sorted(self._problems, key=lambda problem: (problem.file, problem.reason, problem.message)))

    def coverage(self, parse_losses: Iterable[ParseLoss] = ()) -> Coverage:
        """The account so far."""
        return Coverage(
            files_seen=self._files,
            files_scanned=sum(self._languages.values()),
            bytes_seen=self._bytes,
            languages=dict(sorted(self._languages.items())),
            skipped=tuple(self._skip(*key) for key in sorted(self._left, key=lambda key: (key[0], key[1] or ""))),
            parse_losses=tuple(sorted(parse_losses, key=lambda loss: loss.file)),
            truncated=self._truncated,
        )

    def _skip(self, reason: LeftReason, language: str | None) -> Skip:
        suspects = sorted(self._suspects.get((reason, language), ()))
        gap = reason in _GAPS or (bool(suspects) and reason in _GAPS_IF_SUSPECT)
        return Skip(
            reason=reason,
            language=language,
            files=self._left[reason, language],
            suspects=len(suspects),
            gap=gap,
            suspect_files=tuple(suspects[:_MOST_NAMED]) if gap else (),
        )
