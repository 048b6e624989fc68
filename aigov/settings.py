"""What a run is told from outside the documents: the clock and the policy server."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from aigov.errors import UsageError

OUTPUT_DIRECTORY = "aigov-out"
DECLARATIONS_FILE = "aigov.yaml"
BOM_FILE = "aibom.cdx.json"
RESULTS_FILE = "results.json"
EVIDENCE_FILE = "evidence.sigstore.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpaServer:
    """A running OPA server and how to reach it."""

    url: str
    token: str | None = None
    ca: Path | None = None
    """PEM file of the certificate authority that signed the server's certificate."""
    certificate: Path | None = None
    """PEM file of the client certificate."""
    key: Path | None = None
    """PEM file of the client certificate's key."""
    timeout: float = 10.0
    """Seconds for one answer."""


def evaluation_time(as_of: str | None) -> datetime:
    """The instant at which controls are judged, in UTC.

    ``as_of`` (an ISO date, or an RFC 3339 instant) wins; else now. ``SOURCE_DATE_EPOCH`` does not move it: whether
    an approval has expired depends on today, not on the day of the commit.

    :raises UsageError: ``as_of`` is not a date.
    """
    if as_of is None:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        if len(as_of) == len("2026-01-31"):
            day = date.fromisoformat(as_of)
            return datetime(day.year, day.month, day.day, tzinfo=UTC)
        instant = datetime.fromisoformat(as_of)
    except ValueError as error:
        raise UsageError(f"{as_of!r} is not a date", where="--as-of", fix="write it as 2026-01-31") from error
    if instant.tzinfo is None:
        raise UsageError(f"{as_of!r} has no time zone", where="--as-of", fix="add Z for UTC")
    return instant.astimezone(UTC)
