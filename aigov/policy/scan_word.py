"""Does the word still hold by which a scan left packages and scopes? The AI-BOM carries it with its days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from aigov.declared import Term
from aigov.errors import UsageError
from aigov.policy.bom_read import Properties
from aigov.settings import DECLARATIONS_FILE

_FIX = "write the AI-BOM again with `aigov scan`"


def lapsed_files(about_scan: Properties, at: datetime) -> int:
    """Files and packages that the scan took on a word which nobody stands by at ``at`` (aware); 0 where one does, or
    where it took none.

    :param about_scan: the properties of the AI-BOM's ``metadata``.
    :raises UsageError: the word's days are no days.
    """
    if any(begun and not over for _, begun, over in _words(about_scan, at)):
        return 0
    scopes: int = sum(row.get("files", 1) for row in about_scan.rows("aigov:coverage:scope"))
    return scopes + len(about_scan.all("aigov:coverage:not-ai"))


def scan_notices(bom: dict[str, Any], at: datetime) -> Iterator[str]:
    """What the scan said of a word that it did not take, and that one which it took holds no longer, or not yet."""
    about_scan = Properties(bom.get("metadata") or {}, "metadata")
    for row in about_scan.rows("aigov:coverage:problem"):
        if row.get("reason") == "unstated":
            yield f"{row.get('file', DECLARATIONS_FILE)}:{row.get('line', 1)}: {row.get('message', 'it is absent')}"
    if not lapsed_files(about_scan, at):
        return
    words = list(_words(about_scan, at))
    for row, begun, _ in words:
        when = f"expired on {row['expires']}" if begun else f"begins on {row['on']}"
        yield f"the AI-BOM rests on what {row['by']} says of the scan, which {when}: renew scan.stated, and scan again"
    if not words:
        yield "the AI-BOM rests on scan settings nobody stands by: add scan.stated (by, on, expires), scan again"


def _words(about_scan: Properties, at: datetime) -> Iterator[tuple[dict[str, Any], bool, bool]]:
    """Each word with whether it has begun and whether it is over."""
    for row in about_scan.rows("aigov:coverage:stated"):
        try:
            term = Term(on=date.fromisoformat(row["on"]), expires=date.fromisoformat(row["expires"]))
        except (KeyError, ValueError) as error:
            raise UsageError("aigov:coverage:stated has no days", where="AI-BOM", fix=_FIX) from error
        if row.get("by"):
            yield row, term.begun(at), term.expired(at)
