"""Reads a CycloneDX document as a plain dict, whoever wrote it: parts, properties, occurrences, hosts."""

from __future__ import annotations

import ipaddress
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import SplitResult, urlsplit

from aigov.addresses import exposure_of
from aigov.errors import UsageError
from aigov.strict_json import MalformedError, parse_object

Row = dict[str, Any]

SHIPPED = ("app", "build")
"""Scopes that are judged."""

MAX_NUMBER = 10**9
"""No line or count is larger; engines agree on integers, not on what exceeds them."""

_PLACES = ("file", "symbol", "scope")
_ENDPOINTS = ("url", "exposure", "region", "source", "variable")
_ASSETS = ("name", "data", "revision", "pinned", "unsafe", "variable", "sha256")
_FINDINGS = (
    "id",
    "signal",
    "term",
    "what",
    "slug",
    "reason",
    "language",
    "model",
    "unresolved",
    "partial",
    "copied",
    "content",
    "how",
    "change",
    "route",
    "asks",
    "by",
    "on",
    "expires",
    "message",
    *_ASSETS,
)
_TYPES: Mapping[str, type] = {
    **dict.fromkeys((*_PLACES, *_ENDPOINTS, *_FINDINGS), str),
    **dict.fromkeys(("line", "files", "suspects"), int),
    "tls": bool,
    "classes": list,
    "providers": list,
    "recorded_by": list,
    "filtered_by": list,
    "weak": bool,
    "class": str,
    "why": str,
    "licence": str,
    "version": str,
}
"""Fields of JSON properties that rules read (docs/aibom.md)."""

_LINE_SUFFIX = re.compile(r"(?P<file>.+?)(?:#L?|:)(?P<line>[1-9][0-9]{0,8})")


def flatten(parts: Any) -> Iterator[Row]:
    """Components or services with those nested in them."""
    for part in parts or ():
        yield part
        yield from flatten(part.get("components"))
        yield from flatten(part.get("services"))


class Properties:
    """The ``properties`` of a part. Names may repeat."""

    def __init__(self, part: Mapping[str, Any], where: str) -> None:
        self._where = where
        self._values: dict[str, list[str]] = {}
        for item in part.get("properties") or ():
            if item.get("name") and "value" in item:
                self._values.setdefault(item["name"], []).append(item["value"])

    def get(self, name: str) -> str | None:
        """The value; the first in sort order where the name repeats."""
        return min(self._values.get(name, ()), default=None)

    def all(self, name: str) -> list[str]:
        """Every value, in the order of the document."""
        return self._values.get(name, [])

    def integer(self, name: str) -> int | None:
        """The value as a number.

        :raises UsageError: it is none.
        """
        text = self.get(name)
        if text is None:
            return None
        if not re.fullmatch(r"[0-9]{1,15}", text):
            raise self._broken(name, f"{text!r} is no number")
        return int(text)

    def boolean(self, name: str) -> bool | None:
        """The value as ``true`` or ``false``.

        :raises UsageError: it is neither.
        """
        text = self.get(name)
        if text not in (None, "true", "false"):
            raise self._broken(name, f"{text!r} is not true or false")
        return None if text is None else text == "true"

    def rows(self, name: str) -> list[Row]:
        """Every value as a JSON object, without what it gives as null.

        :raises UsageError: one is none, says a thing twice, or has a field of another type than docs/aibom.md says.
        """
        found: list[Row] = []
        for text in self.all(name):
            try:
                row = {key: value for key, value in parse_object(text).items() if value is not None}
            except MalformedError as error:
                raise self._broken(name, error.what) from error
            if wrong := [key for key, value in row.items() if not _fits(key, value)]:
                raise self._broken(name, f"{min(wrong)} has a value of another type")
            found.append(row)
        return found

    def _broken(self, name: str, what: str) -> UsageError:
        return UsageError(
            f"property {name}: {what}", where=f"AI-BOM, {self._where}", fix="write the AI-BOM again with `aigov scan`"
        )


def _fits(key: str, value: Any) -> bool:
    kind = _TYPES.get(key, object)
    if isinstance(value, bool):  # which to Python is a number, too
        return kind in (bool, object)
    if isinstance(value, list) and kind is list:
        return all(isinstance(item, str) for item in value)
    if isinstance(value, int) and kind is int:
        return 0 <= value < MAX_NUMBER
    return isinstance(value, kind)


def said(**fields: Any) -> Row:
    """The fields that are known: what is not said is left out, so that Rego sees it as undefined."""
    return {key: value for key, value in fields.items() if value is not None}


def occurrences(component: Mapping[str, Any]) -> list[Row]:
    """``evidence.occurrences`` as file, line and symbol, sorted, each once.

    Before CycloneDX 1.6 there was no ``line``; tools then write ``src/app.ts#12``.
    """
    rows = []
    for item in (component.get("evidence") or {}).get("occurrences") or ():
        file, line = item.get("location") or "", item.get("line")
        if line is None and (match := _LINE_SUFFIX.fullmatch(file)):
            file, line = match["file"], int(match["line"])
        if file:
            # To the schema 1e300 is an integer too, and 2.0.
            place_known = isinstance(line, int) and line < MAX_NUMBER
            rows.append(said(file=file, line=line if place_known else None, symbol=item.get("symbol")))
    return sort_places(rows)


def place(row: Row) -> Row:
    """The occurrence that an ``aigov:*`` property describes."""
    return said(file=row.get("file"), line=row.get("line"), symbol=row.get("symbol"))


def sort_places(rows: list[Row]) -> list[Row]:
    """Sorted by file, line and symbol, without repetition."""

    def key(row: Row) -> tuple[str, int, str]:
        return str(row.get("file")), row.get("line") or 0, row.get("symbol") or ""

    return [row for _, row in sorted({key(row): row for row in rows}.items())]


def group(rows: list[Row], keys: tuple[str, ...]) -> list[Row]:
    """One row for all that agree in ``keys``, with the places of each as its occurrences."""
    groups: dict[str, tuple[Row, list[Row]]] = {}
    for row in rows:
        head = {key: row[key] for key in keys if row.get(key) is not None}
        groups.setdefault(json.dumps(head, sort_keys=True), (head, []))[1].append(place(row))
    return [head | {"occurrences": sort_places(places)} for _, (head, places) in sorted(groups.items())]


def split_url(url: str) -> SplitResult | None:
    """The parts of a URL; None for text that is none."""
    try:
        return urlsplit(url if "://" in url else f"//{url}")
    except ValueError:
        return None


def host_of(url: str) -> str | None:
    """Host name in lower case, without port; None where the URL has none or leaves it open."""
    parts = split_url(url)
    host = parts.hostname if parts else None
    return host if host and not re.search(r"[{}<>$]", host) else None


def proven_exposure(url: str) -> str | None:
    """``loopback`` or ``private`` where the address itself proves it, ``public`` for a public IP address; None
    otherwise: a public name may resolve to a private address, and a BOM made elsewhere did not look."""
    host = host_of(url)
    if host is None:
        return None
    exposure = exposure_of(host)
    if exposure != "public":
        return None if exposure == "unknown" else exposure
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return None
    return exposure
