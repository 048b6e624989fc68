"""The gate: which results refuse a change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from aigov.control import SEVERITIES, ControlResult, Gate, Severity, Status
from aigov.errors import UsageError

REFUSING: tuple[Status, ...] = ("error", "fail", "undetermined", "warn", "manual")
"""Statuses that a user may have refuse."""
DEFAULT: tuple[Status, ...] = ("error", "fail", "undetermined")


def parse_fail_on(tokens: Sequence[str]) -> tuple[tuple[Status, ...], Severity]:
    """Statuses that refuse, and the lowest severity at which they do.

    Tokens are statuses and at most one severity, each also as a comma-separated list: ``fail,undetermined,high``. No
    status means the default ones, no severity means any. ``error`` always refuses, whatever its severity: nobody
    knows what the control would say.

    :raises UsageError: an unknown token, or two severities.
    """
    words = [word.strip().lower() for token in tokens for word in token.split(",") if word.strip()]
    known = (*REFUSING, *SEVERITIES)
    for word in words:
        if word not in known:
            close = get_close_matches(word, known, 1, 0.6)
            fix = f"did you mean {close[0]}?" if close else f"there are {', '.join(known)}"
            raise UsageError(f"nothing can fail on {word!r}", where="--fail-on", fix=fix)
    severities = {word for word in words if word in SEVERITIES}
    if len(severities) > 1:
        raise UsageError("two severities", where="--fail-on", fix="give the lowest that shall refuse")
    statuses = tuple(status for status in REFUSING if status in words) or DEFAULT
    threshold = next((severity for severity in SEVERITIES if severity in severities), SEVERITIES[0])
    return tuple(dict.fromkeys(("error", *statuses))), threshold


def judge(results: Iterable[ControlResult], fail_on: Sequence[str]) -> Gate:
    """What the gate says of the results; see ``parse_fail_on``."""
    statuses, threshold = parse_fail_on(fail_on)
    refused = tuple(
        f"{result.control.framework}/{result.control.id}"
        for result in results
        if result.status == "error" or (_reaches(result, threshold) and _refuses(result, statuses))
    )
    return Gate(passed=not refused, fail_on=(*statuses, threshold), refused_by=refused)


def _reaches(result: ControlResult, threshold: Severity) -> bool:
    return SEVERITIES.index(result.control.severity) >= SEVERITIES.index(threshold)


def _refuses(result: ControlResult, statuses: Sequence[Status]) -> bool:
    # Not the control's status alone: an undetermined subject hides a warning about another from `--fail-on warn`.
    return result.status in statuses or any(item.status in statuses for item in result.results)
