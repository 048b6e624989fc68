"""Byte ranges of a file: first byte, and byte after the last."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]
"""Bytes of a file, from and to."""
_APART = 200
"""Bytes between two places of a file from which on they are searched one by one."""
_MANY_SPANS = 100


def joined_spans(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those near one another as one."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and start - joined[-1][1] < _APART:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined if len(joined) <= _MANY_SPANS else [(joined[0][0], joined[-1][1])]


def disjoint_spans(spans: Iterable[Span]) -> list[Span]:
    """The same bytes, each in one span only, in order."""
    disjoint: list[Span] = []
    last = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > last:
            disjoint.append((max(last, start), end))
            last = end
    return disjoint
