"""Network addresses as a BOM may show them: no credentials, no templates where an address is promised."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit, urlunsplit

import jsonschema_rs

_TEMPLATE = re.compile(r"[{}<>$]")


@cache
def _iri() -> jsonschema_rs.Draft7Validator:
    return jsonschema_rs.Draft7Validator({"type": "string", "format": "iri-reference"}, validate_formats=True)


def publishable(url: str) -> str:
    """``url`` without user, password, query and fragment: they carry secrets, and a BOM is made to be handed on."""
    try:
        parts = urlsplit(url)
    except ValueError:  # "Invalid IPv6 URL" and the like
        return re.sub(r"//[^/@]*@", "//", re.split(r"[?#]", url, maxsplit=1)[0])
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, "", ""))


def is_address(url: str) -> bool:
    """Whether ``url`` is a whole IRI with a host: what ``services[].endpoints`` may hold."""
    return "://" in url and not _TEMPLATE.search(url) and _iri().is_valid(url) and bool(hostname(url))


def hostname(url: str) -> str:
    """The host of ``url`` in lower case; empty where there is none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""
